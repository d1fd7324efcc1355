import { checks } from '../../checks/index.ts';
import { failed, runChecks, summarise } from '../../checks/run-checks.ts';
import { renderGitHub, renderPretty } from '../../lib/diagnostics/render.ts';
import { readWords, withHelp } from '../misuse.ts';
import { done, type Outcome } from '../outcome.ts';

const help = `npm run check [-- options] [paths…]

Checks the text and the examples, without Docker, and ends with 1 where a promise is broken.
With paths, only what is said of these files and folders is shown and counted.

  --json      print the findings as JSON
  --github    print them as annotations for GitHub
  --list      print what each check promises
  --help      print this
`;

const flag = { type: 'boolean' } as const;

/** `npm run check` in a folder. */
export const checkCommand = (words: readonly string[], root: string, colour = false): Promise<Outcome> =>
  withHelp(help, async () => {
    const { values, positionals } = readWords(words, { json: flag, github: flag, list: flag, help: flag });
    if (values.help) return done(help.trimEnd());
    if (values.list) return done(...checks.map(({ name, promise }) => `${name.padEnd(22)} ${promise}`));
    const findings = await runChecks(root, positionals);
    const diagnostics = findings.flatMap((finding) => finding.diagnostics);
    const code = findings.some(failed) ? 1 : 0;
    if (values.json) return { ...done(JSON.stringify(findings, null, 2)), code };
    const text = values.github ? renderGitHub(diagnostics) : renderPretty(diagnostics, colour);
    return { ...done(...(text === '' ? [] : [text, '']), summarise(findings)), code };
  });
