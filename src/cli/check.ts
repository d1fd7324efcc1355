import { parseArgs } from 'node:util';
import { checks } from '../checks/index.ts';
import { failed, runChecks, summarise } from '../checks/run-checks.ts';
import { renderGitHub, renderPretty } from '../lib/diagnostics/render.ts';

const help = `npm run check [-- options] [paths…]

Checks the text and the examples, without Docker, and ends with 1 where a promise is broken.
With paths, only what is said of these files and folders is shown and counted.

  --json      print the findings as JSON
  --github    print them as annotations for GitHub
  --list      print what each check promises
  --help      print this
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    github: { type: 'boolean' },
    list: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (values.help) process.stdout.write(help);
else if (values.list) for (const { name, promise } of checks) process.stdout.write(`${name.padEnd(22)} ${promise}\n`);
else await check();

async function check(): Promise<void> {
  const findings = await runChecks(process.cwd(), positionals);
  const diagnostics = findings.flatMap((finding) => finding.diagnostics);
  process.exitCode = findings.some(failed) ? 1 : 0;
  if (values.json) return void process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
  const text = values.github ? renderGitHub(diagnostics) : renderPretty(diagnostics, colour);
  process.stdout.write(`${text === '' ? '' : `${text}\n\n`}${summarise(findings)}\n`);
}
