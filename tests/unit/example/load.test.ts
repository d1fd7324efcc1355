import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { renderPretty } from '../../../src/lib/diagnostics/render.ts';
import { loadExample } from '../../../src/lib/example/load.ts';

const sound = `title: A sound example for the tests
tier: run
images: [busybox:1.38]
steps:
  - run: docker run --rm busybox:1.38 true
`;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** Writes an example folder and gives what loading it prints. */
async function load(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'f2c-load-'));
  folders.push(folder);
  const dir = join(folder, 'sample');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  const result = await loadExample(dir);
  return result.ok ? 'sound' : renderPretty(result.diagnostics, false);
}

test('a sound example loads', async () => {
  expect(await load({ 'example.yaml': sound })).toBe('sound');
});

describe('a file is used', () => {
  const build = `${sound}  - run: docker build -t sample .\n`;
  test.each([
    [
      'by a COPY of the Dockerfile that a build reads',
      { 'example.yaml': build, Dockerfile: 'FROM busybox:1.38\nCOPY app /app\n', 'app/a.txt': '' },
    ],
    [
      'by kubectl, as a folder',
      {
        'example.yaml': sound.replace('tier: run', 'tier: cluster') + '  - run: kubectl apply -f manifests/\n',
        'manifests/a.yaml': 'a: 1',
      },
    ],
    [
      'by Compose, which builds it',
      {
        'example.yaml': sound + '  - run: docker compose up -d\n',
        'compose.yaml': 'services:\n  web:\n    build: .\n',
        Dockerfile: 'FROM busybox:1.38\nCOPY web.py .\n',
        'web.py': '',
      },
    ],
    ['by its name in a command', { 'example.yaml': sound + '  - run: cat notes.txt\n', 'notes.txt': '' }],
    [
      'or a reason says why not',
      { 'example.yaml': sound + 'unused:\n  notes.txt: a note to maintainers\n', 'notes.txt': '' },
    ],
  ])('%s', async (_, files) => {
    expect(await load(files as unknown as Record<string, string>)).toBe('sound');
  });

  test('and one that no step uses is named', async () => {
    expect(await load({ 'example.yaml': sound, 'lost.txt': '' })).toMatchInlineSnapshot(`
      "examples/sample/lost.txt:1:1  error  no step of examples/sample/example.yaml uses "lost.txt"  [example/unused-file]
        fix   use it in a step, delete it, or say under unused: why it is here"
    `);
  });

  test('also beside a build whose Dockerfile does not copy it', async () => {
    const files = {
      'example.yaml': build,
      Dockerfile: 'FROM busybox:1.38\nCOPY app /app\n',
      'app/a.txt': '',
      'lost.txt': '',
    };
    expect(await load(files)).toContain('examples/sample/lost.txt:1:1  error');
  });
});

describe('bad input has its place and one fix', () => {
  test('a folder without example.yaml', async () => {
    expect(await load({ Dockerfile: 'FROM scratch' })).toContain('fix   run: npm run new -- example sample');
  });

  test('broken YAML', async () => {
    expect(await load({ 'example.yaml': 'title: "A sound\ntier: run\n' })).toMatch(
      /^examples\/sample\/example\.yaml:\d+:\d+ {2}error {2}this is not YAML/,
    );
  });

  test('an unknown key', async () => {
    expect(await load({ 'example.yaml': sound.replace('images:', 'imagse: []\nimages:') })).toMatch(
      /example\.yaml:3:1 {2}error {2}unknown key "imagse" at the top/,
    );
  });

  test('an unknown step', async () => {
    expect(await load({ 'example.yaml': `${sound}  - runn: docker ps\n` })).toMatch(
      /example\.yaml:6:5 {2}error {2}unknown key "runn" in "steps\.1"[\s\S]*fix {3}write "run"/,
    );
  });

  test('a wait for an object without a cluster', async () => {
    expect(
      await load({ 'example.yaml': `${sound}  - wait: { resource: pod/a, for: { phase: Running }, within: 3s }\n` }),
    ).toContain('has no cluster');
  });

  test('a manifest that kubectl cannot read', async () => {
    const example = sound.replace('tier: run', 'tier: cluster') + '  - run: kubectl apply -f manifests/pod.yaml\n';
    expect(
      await load({ 'example.yaml': example, 'manifests/pod.yaml': 'kind: Pod\nmetadata:\n  name: a\n  name: b\n' }),
    ).toMatch(/manifests\/pod\.yaml:4:3 {2}error {2}kubectl could not read this: map keys must be unique/);
  });
});

describe('a step that could be green whatever happens is refused', () => {
  const alone = 'an exit code alone would be green for any other mistake with that code';
  const words = "add output: with the words that say why, or output: '' where nothing is printed";
  test.each([
    [
      'wait: { resource: pod/a, for: { health: healthy }, within: 3s }',
      37,
      'a resource is never asked for "health", which only a container has',
      'write condition, phase, match or count in its place',
    ],
    [
      'wait: { container: a, for: { condition: Ready }, within: 3s }',
      34,
      'a container is never asked for "condition", which only a resource has',
      'write health, state or log in its place',
    ],
    [
      'wait: { container: a, selector: b=c, for: { log: up }, within: 3s }',
      27,
      '"selector" is never asked of a container',
      'take "selector" out',
    ],
    [
      'wait: { container: a, for: { absent: true, log: up }, within: 3s }',
      48,
      '"log" is never asked beside "absent"',
      'take "log" out',
    ],
    [
      'wait: { resource: pod/a, for: { match: { status: {} } }, within: 3s }',
      37,
      '"match" demands nothing',
      'write into it what must be so, or take it out',
    ],
    ['fails: { run: docker ps --no-such, exitCode: 1 }', 40, alone, words],
    ['run: docker ps --no-such\n    expect: { exitCode: 1 }', 15, alone, words],
    [
      'run: nc -l 80\n    background: { ready: up }\n    until: { output: up, within: 3s }',
      5,
      '"until" is never asked of a command in the background, whose "ready" is',
      'take "until" out',
    ],
    ['probe: { service: a }', 5, 'this probe cannot fail', 'add status:, body: or refused: true'],
    [
      "probe: { url: 'http://localhost:1', refused: true, status: 200 }",
      56,
      '"status" is never asked beside "refused"',
      'take "status" out',
    ],
    [
      'expect: { image: a }',
      15,
      'this says nothing of the image but its name',
      'add size:, user:, present: or another claim',
    ],
    ['expect: { file: a }', 15, 'this says nothing of the file but its name', 'add state: or text:'],
    [
      'expect: { resource: pod, selector: a=b }',
      15,
      'this says nothing of the resource but its name',
      'add match:, count:, event: or absent: true',
    ],
    ['expect: { image: a, size: {} }', 25, '"size" demands nothing', 'write into it what must be so, or take it out'],
    [
      'expect: { image: a, missing: [] }',
      25,
      '"missing" demands nothing',
      'write into it what must be so, or take it out',
    ],
    [
      'expect: { image: a, size: {}, factor: 9 }',
      35,
      '"factor" is not asked without "smallerThan"',
      'add smallerThan:',
    ],
    ['expect: { image: a, absent: true, user: b }', 39, '"user" is never asked of what is absent', 'take "user" out'],
    ['expect: { file: a, state: absent, text: b }', 39, '"text" is never asked of what is absent', 'take "text" out'],
  ])('%s', async (step, column, message, fix) => {
    const example = sound.replace('tier: run', 'tier: cluster');
    const line = 6 + step.split('\n').length - 1;
    expect(await load({ 'example.yaml': `${example}  - ${step}\n` })).toBe(
      `examples/sample/example.yaml:${line}:${column}  error  ${message}  [example/cannot-fail]\n  fix   ${fix}`,
    );
  });

  test('also in the cleanup', async () => {
    const cleanup = 'cleanup:\n  - run: docker rm a\n    expect: { exitCode: 1 }\n';
    expect(await load({ 'example.yaml': sound + cleanup })).toContain(`example.yaml:8:15  error  ${alone}`);
  });

  test.each(['contains', 'lacks', 'matches'])('%s with no words', async (key) => {
    expect(await load({ 'example.yaml': `${sound}    expect: { output: { ${key}: '' } }\n` })).toMatch(
      /example\.yaml:6:\d+ {2}error/,
    );
  });

  test.each([
    "fails: { run: docker run --rm busybox:1.38 false, exitCode: 1, output: '' }",
    'fails: { run: docker run --rm busybox:1.38 false, exitCode: 1, output: { lines: 0 } }',
    'run: docker run --rm busybox:1.38 false\n    expect: { exitCode: 1, stderr: { lacks: a } }',
    'expect: { image: busybox:1.38, entrypoint: [] }',
    'expect: { image: busybox:1.38, absent: true }',
    'expect: { file: a, state: absent }',
    'wait: { container: a, for: { absent: true }, within: 3s }',
  ])('but not %s', async (step) => {
    expect(await load({ 'example.yaml': `${sound}  - ${step}\n` })).toBe('sound');
  });
});
