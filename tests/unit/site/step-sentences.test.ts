import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { exampleSchema, type Step } from '../../../src/lib/example/schema.ts';
import { parseYaml } from '../../../src/lib/diagnostics/yaml.ts';
import { allLocales } from '../../../src/lib/locale/locales.ts';
import { stepSentence } from '../../../src/site/step-sentences.ts';
import { readUi } from '../../../src/site/ui.ts';

const steps = `
- run: docker run greet
  expect: { output: { contains: [hello, world], lacks: bye } }
- run: ./server
  background: { ready: listening }
- fails: { run: docker run nothing, exitCode: 125, stderr: { matches: '^docker:' } }
- fails: { resource: pod/greet, reason: ImagePullBackOff, message: 401, event: Failed, within: 60s }
- wait: { resource: deployment/greet, for: { condition: Available, match: { spec: { replicas: 3 } } }, within: 30s }
- probe: { service: greet, port: 80, path: /hello, status: 200, body: "hi\\n" }
- probe: { url: 'http://localhost:8080', refused: true }
- expect: { image: greet, size: { below: 20MB }, smallerThan: greet:fat, factor: 10, cmd: [cat, /message], labels: { a: b }, missing: [/bin/sh] }
- expect: { container: greet, state: exited, exitCode: 137, oomKilled: true }
- expect: { volume: data, state: absent }
- expect: { file: ~/.docker/config.json, state: present }
- expect: { resource: pod, selector: app=greet, count: 2, event: Killing }
- edit: { file: app.py, replace: old, with: new }
- interrupt: ./server
`;
const indent = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
const parsed = parseYaml(
  'x',
  `title: A title that is long enough\ntier: cluster\nimages: []\nsteps:\n${indent(steps).replace('message: 401', "message: '401'")}\n`,
  exampleSchema,
);
if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
const all = parsed.value.steps as unknown as readonly Step[];
const tell = (pieces: readonly { text: string; code: boolean }[]) =>
  pieces.map(({ text, code }) => (code ? `[${text}]` : text)).join('');

describe('steps told in English', async () => {
  const { steps: words } = await readUi('en');
  const told = all
    .map((step) => stepSentence(step, words))
    .map(({ head, conditions }) => [tell(head), ...conditions.map(tell)]);
  test.each([
    [
      0,
      '[docker run greet]',
      'exit code [0]',
      'output contains [hello]',
      'output contains [world]',
      'output does not contain [bye]',
    ],
    [1, '[./server]', 'keeps running in the background', 'output: exactly [listening]'],
    [2, '[docker run nothing] must fail', 'exit code [125]', 'standard error matches [^docker:]'],
    [
      3,
      '[pod/greet] must fail',
      'reason [ImagePullBackOff]',
      'message contains [401]',
      'event [Failed]',
      'within [60s]',
    ],
    [4, 'Wait for [deployment/greet]', 'condition [Available]', '[spec.replicas] is [3]', 'within [30s]'],
    [5, 'Request to [service/greet:80/hello]', 'status [200]', 'body of the answer: exactly [hi]'],
    [6, 'Request to [http://localhost:8080]', 'connection refused'],
    [
      7,
      'Image [greet]',
      'smaller than [20MB]',
      'at least [10] times smaller than [greet:fat]',
      'default command [["cat","/message"]]',
      'label [a=b]',
      'does not hold [/bin/sh]',
    ],
    [8, 'Container [greet]', 'state [exited]', 'exit code [137]', 'killed for lack of memory'],
    [9, 'Volume [data]', 'not there'],
    [10, 'File [~/.docker/config.json]', 'there'],
    [11, 'Object [pod (app=greet)]', 'number: [2]', 'event [Killing]'],
    [12, 'In [app.py], [old] becomes [new]'],
    [13, '[./server] is stopped with Ctrl-C'],
  ])('step %i', (index, ...sentence) => expect(told[index as number]).toEqual(sentence));
});

describe.each(allLocales)('the words of %s', (locale) => {
  test('leave no place unfilled, and lose no value', async () => {
    const { steps: words } = await readUi(locale);
    const english = (await readUi('en')).steps;
    const values = (sentence: ReturnType<typeof stepSentence>) =>
      [...sentence.head, ...sentence.conditions.flat()]
        .filter(({ code }) => code)
        .map(({ text }) => text)
        .toSorted();
    for (const step of all) {
      const sentence = stepSentence(step, words);
      expect([sentence.head, ...sentence.conditions].map(tell).join(' ')).not.toMatch(/\{\w+\}|undefined/);
      expect(values(sentence)).toEqual(values(stepSentence(step, english)));
    }
  });
});

test('the languages say the same things', async () => {
  const places = async (locale: string) => {
    const text = await readFile(`content/${locale}/ui.yaml`, 'utf8');
    return [...text.matchAll(/^\s*([\w]+):.*$/gm)]
      .map(
        ([line, key]) =>
          `${key} ${[...line.matchAll(/\{\w+\}/g)]
            .map(([place]) => place)
            .toSorted()
            .join('')}`,
      )
      .filter((line) => line.includes('{') && !line.startsWith('checks') && !line.startsWith('results'));
  };
  const english = await places('en');
  for (const locale of allLocales) expect(await places(locale), locale).toEqual(english);
});
