import { checkCommand } from './check/command.ts';
import { finish, wantsColour } from './outcome.ts';

finish(await checkCommand(process.argv.slice(2), process.cwd(), wantsColour()));
