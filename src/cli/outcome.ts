/** How a command ended: what it prints, and the code that it exits with. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that did what was asked, and says so in lines. */
export const done = (...lines: readonly string[]): Outcome => ({ code: 0, stdout: joined(lines), stderr: '' });

/** A command that could not, and says why. */
export const refused = (code: number, ...lines: readonly string[]): Outcome => ({
  code,
  stdout: '',
  stderr: joined(lines),
});

/** Puts outcomes one after another; the worst code is the code of all. */
export const together = (outcomes: readonly Outcome[]): Outcome => ({
  code: Math.max(0, ...outcomes.map(({ code }) => code)),
  stdout: outcomes.map(({ stdout }) => stdout).join(''),
  stderr: outcomes.map(({ stderr }) => stderr).join(''),
});

/** Prints an outcome and leaves its code to the process. */
export function finish({ code, stdout, stderr }: Outcome): void {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
}

/** Whether the terminal wants colours. */
export const wantsColour = (): boolean => process.stdout.isTTY === true && !process.env['NO_COLOR'];

const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
