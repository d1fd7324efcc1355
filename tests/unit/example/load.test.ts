import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderPretty } from '../../../src/lib/diagnostics/render.ts';
import { loadExample } from '../../../src/lib/example/load.ts';

const sound = `title: A sound example for the tests
tier: run
images: [busybox:1.38]
steps:
  - run: docker run --rm busybox:1.38 true
`;

/** Writes an example folder and gives what loading it prints. */
async function load(files: Record<string, string>): Promise<string> {
  const dir = join(await mkdtemp(join(tmpdir(), 'f2c-load-')), 'sample');
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

  test('a probe that cannot fail', async () => {
    expect(await load({ 'example.yaml': `${sound}  - probe: { url: 'http://localhost:1' }\n` })).toContain(
      'this probe cannot fail',
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
