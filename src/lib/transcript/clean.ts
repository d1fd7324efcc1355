// Escape sequences of terminals: colours, cursor movements, titles.
const escapes = /\u001B(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007]*(?:\u0007|\u001B\\)|[@-Z\\-_])/gu;

/** What a line shows in the end when its parts overwrite one another after carriage returns. */
function overwritten(line: string): string {
  let shown = '';
  for (const part of line.replace(/\r+$/u, '').split('\r')) shown = part + shown.slice(part.length);
  return shown;
}

/** Splits raw output into the lines that a terminal shows, without their ends. */
export function readLines(output: string): string[] {
  const lines = output.replace(escapes, '').split('\n').map(overwritten);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
