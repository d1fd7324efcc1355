import { newCommand } from './new/command.ts';
import { finish } from './outcome.ts';

finish(await newCommand(process.argv.slice(2), process.cwd()));
