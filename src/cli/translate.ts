import { finish, wantsColour } from './outcome.ts';
import { translateCommand } from './translate/command.ts';

finish(await translateCommand(process.argv.slice(2), process.cwd(), wantsColour()));
