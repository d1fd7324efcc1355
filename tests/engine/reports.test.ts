import { access, appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/harness/report/report.ts';
import { exampleFolder, reportsDir, runCli, verify } from '../support/run-cli.ts';
import { dockerProblem, needs } from '../support/world.ts';

const readReport = async (): Promise<Report> =>
  JSON.parse(await readFile(join(reportsDir, 'verify.json'), 'utf8')) as Report;
const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

describe('a run', () => {
  test('leaves a report for machines and one for JUnit, which tell passed, failed and blocked apart', async (context) => {
    needs(dockerProblem, context);
    const { exitCode, output, stdout } = await verify(['plain', 'edit-nowhere', 'no-such-image'], ['--json']);
    const report = await readReport();
    expect(report.verdicts, output).toEqual({ passed: 1, failed: 1, blocked: 1 });
    expect(Object.fromEntries(report.examples.map(({ example, verdict }) => [example, verdict]))).toEqual({
      plain: 'passed',
      'edit-nowhere': 'failed',
      'no-such-image': 'blocked',
    });
    expect(JSON.parse(stdout)).toEqual(report);
    expect(exitCode).toBe(1);
    const junit = await readFile(join(reportsDir, 'verify.junit.xml'), 'utf8');
    const cases = [...junit.matchAll(/<testcase [^>]*name="([^ "]+) &gt; [^"]*"[^>]*>([\s\S]*?)<\/testcase>/g)];
    const failing = cases.filter(([, , body]) => body?.includes('<failure')).map(([, name]) => name);
    expect(failing).toEqual(['edit-nowhere', 'no-such-image']);
    expect(junit).toContain('page.txt holds &quot;Good evening&quot; 0 times, not once');
    expect(junit).toMatch(/<failure [^>]*type="Blocked"/);
  });

  test('of one name runs that one only; --why then says what has moved, and runs nothing', async (context) => {
    needs(dockerProblem, context);
    const folder = await exampleFolder('plain', 'hangs');
    const run = (...words: string[]) => runCli('src/cli/verify.ts', words, { EXAMPLES_DIR: folder }).result;
    expect((await run('plain')).output).toContain('1 passed, 0 failed');
    expect((await readReport()).examples.map(({ example }) => example)).toEqual(['plain']);
    await appendFile(join(folder, 'plain/example.yaml'), '# a word more\n');
    const { exitCode, output } = await run('--why');
    expect(output).toMatch(/^plain +(.*; )?example changed/m);
    expect(output).toMatch(/^hangs +\S.*/m);
    expect(output).not.toContain('prepare');
    expect(exitCode).toBe(0);
  });

  test('twice, with two outputs, is recorded by neither', async (context) => {
    needs(dockerProblem, context);
    const { exitCode, output, folder } = await verify(['unstable'], ['--update']);
    expect(output).toContain('two runs of unstable say different things, so neither is kept');
    expect(output).toMatch(/-throw \d+ \d+\s+\+throw \d+ \d+/);
    expect(output).toContain('0 passed, 1 failed');
    expect(exitCode).toBe(1);
    expect(await isThere(join(folder, 'unstable/transcripts'))).toBe(false);
    expect(await isThere(join(folder, 'unstable/receipt.json'))).toBe(false);
  });
});
