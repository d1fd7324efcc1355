import type { Expectation, Step, TextExpectation } from '../lib/example/schema.ts';
import type { StepWord } from './ui.ts';

/** A stretch of a sentence: words, or code. */
export interface Piece {
  readonly text: string;
  readonly code: boolean;
}

/** A step, and what had to be true of it. */
export interface StepSentence {
  readonly head: readonly Piece[];
  readonly conditions: readonly (readonly Piece[])[];
}

type Words = Readonly<Record<StepWord, string>>;
type Values = Readonly<Record<string, unknown>>;
type Condition = readonly Piece[];

/** Tells a step and its assertions in the words of a language. */
export function stepSentence(step: Step, words: Words): StepSentence {
  const say = (word: StepWord, values: Values = {}) => pieces(words[word], values);
  const text = (stream: StepWord, expected: TextExpectation | undefined) => textConditions(words, stream, expected);
  if ('run' in step) {
    const { expect = {}, until, background } = step;
    const conditions = [
      ...(background === undefined
        ? [say('exitCode', { value: expect.exitCode ?? 0 })]
        : [say('background'), ...text('output', background.ready)]),
      ...text('stdout', expect.stdout),
      ...text('stderr', expect.stderr),
      ...text('output', expect.output),
      ...(until === undefined ? [] : [...text('output', until.output), say('until', { value: until.within })]),
    ];
    return { head: say('run', { command: step.run }), conditions };
  }
  if ('fails' in step) {
    const { fails } = step;
    if ('run' in fails) {
      const conditions = [
        say('exitCode', { value: fails.exitCode }),
        ...text('stdout', fails.stdout),
        ...text('stderr', fails.stderr),
        ...text('output', fails.output),
      ];
      return { head: say('fails', { command: fails.run }), conditions };
    }
    const conditions = [
      say('reason', { value: fails.reason }),
      ...optional(fails.exitCode, (value) => say('exitCode', { value })),
      ...optional(fails.message, (value) => say('message', { value })),
      ...optional(fails.event, (value) => say('event', { value })),
      say('within', { value: fails.within }),
    ];
    return { head: say('failsResource', { name: named(fails) }), conditions };
  }
  if ('wait' in step) {
    const { wait } = step;
    const end = wait.for;
    const conditions = [
      ...optional(end.condition, (value) => say('condition', { value })),
      ...optional(end.phase, (value) => say('phase', { value })),
      ...fields(words, end.match),
      ...optional(end.absent, () => say('absent')),
      ...optional(end.count, (value) => say('count', { value })),
      ...optional(end.health, (value) => say('health', { value })),
      ...optional(end.state, (value) => say('state', { value })),
      ...optional(end.log, (value) => pieces(words.contains, { value }, { stream: words.log })),
      say('within', { value: wait.within }),
    ];
    return { head: say('wait', { name: wait.container ?? named(wait) }), conditions };
  }
  if ('probe' in step) {
    const { probe } = step;
    const target =
      probe.url ??
      `${probe.service === undefined ? `pod/${probe.pod}` : `service/${probe.service}`}${probe.port === undefined ? '' : `:${probe.port}`}${probe.path ?? ''}`;
    const conditions = [
      ...Object.entries(probe.headers ?? {}).map(([name, value]) => say('header', { value: `${name}: ${value}` })),
      ...optional(probe.status, (value) => say('status', { value })),
      ...text('body', probe.body),
      ...optional(probe.refused, () => say('refused')),
      ...optional(probe.within, (value) => say('within', { value })),
    ];
    return {
      head: say('probe', { target: probe.url === undefined ? target : `${probe.url}${probe.path ?? ''}` }),
      conditions,
    };
  }
  if ('edit' in step) return { head: say('edit', { ...step.edit }), conditions: [] };
  if ('interrupt' in step) return { head: say('interrupt', { command: step.interrupt }), conditions: [] };
  return expectSentence(step.expect, words);
}

function expectSentence(expected: Expectation, words: Words): StepSentence {
  const say = (word: StepWord, values: Values = {}) => pieces(words[word], values);
  const many = (values: readonly string[] | undefined, word: StepWord): Condition[] =>
    (values ?? []).map((value) => say(word, { value }));
  const pairs = (values: Readonly<Record<string, string>> | undefined, word: StepWord) =>
    many(
      Object.entries(values ?? {}).map(([name, value]) => `${name}=${value}`),
      word,
    );
  const there = (state: 'present' | 'absent' | undefined) =>
    optional(state, (value) => say(value === 'absent' ? 'absent' : 'exists'));
  if ('image' in expected) {
    const conditions = [
      ...optional(expected.absent, () => say('absent')),
      ...optional(expected.size?.below, (value) => say('below', { value })),
      ...optional(expected.size?.above, (value) => say('above', { value })),
      ...optional(expected.smallerThan, (image) =>
        expected.factor === undefined
          ? say('below', { value: image })
          : say('factor', { image, value: expected.factor }),
      ),
      ...optional(expected.user, (value) => say('user', { value })),
      ...optional(expected.entrypoint, (value) => say('entrypoint', { value: JSON.stringify(value) })),
      ...optional(expected.cmd, (value) => say('cmd', { value: JSON.stringify(value) })),
      ...optional(expected.workdir, (value) => say('workdir', { value })),
      ...pairs(expected.env, 'variable'),
      ...many(expected.exposes, 'exposes'),
      ...pairs(expected.labels, 'label'),
      ...many(expected.present, 'present'),
      ...many(expected.missing, 'missing'),
      ...optional(expected.layersOnTopOf, ({ image, count }) => say('layers', { image, value: count })),
    ];
    return { head: say('image', { name: expected.image }), conditions };
  }
  if ('container' in expected) {
    const conditions = [
      expected.state === 'absent' ? say('absent') : say('state', { value: expected.state }),
      ...optional(expected.exitCode, (value) => say('exitCode', { value })),
      ...optional(expected.oomKilled, (value) => say(value ? 'oomKilled' : 'notOomKilled')),
      ...optional(expected.stoppedWithin, (value) => say('stoppedWithin', { value })),
    ];
    return { head: say('container', { name: expected.container }), conditions };
  }
  if ('volume' in expected)
    return { head: say('volume', { name: expected.volume }), conditions: there(expected.state) };
  if ('network' in expected)
    return { head: say('network', { name: expected.network }), conditions: there(expected.state) };
  if ('file' in expected)
    return {
      head: say('file', { name: expected.file }),
      conditions: [...there(expected.state), ...textConditions(words, 'text', expected.text)],
    };
  const conditions = [
    ...optional(expected.absent, () => say('absent')),
    ...optional(expected.count, (value) => say('count', { value })),
    ...fields(words, expected.match),
    ...optional(expected.event, (value) => say('event', { value })),
  ];
  return { head: say('resource', { name: named(expected) }), conditions };
}

const named = ({ resource, selector }: { resource?: string | undefined; selector?: string | undefined }): string =>
  selector === undefined ? (resource ?? '') : `${resource ?? ''} (${selector})`;

const optional = <Value>(value: Value | undefined, say: (value: Value) => Condition): Condition[] =>
  value === undefined ? [] : [say(value)];

function textConditions(words: Words, stream: StepWord, expected: TextExpectation | undefined): Condition[] {
  if (expected === undefined) return [];
  const say = (word: StepWord, value: unknown) => pieces(words[word], { value }, { stream: words[stream] });
  if (typeof expected === 'string') return [say('equals', visible(expected))];
  const list = (value: string | readonly string[] | undefined): readonly string[] =>
    value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return [
    ...optional(expected.equals, (value) => say('equals', visible(value))),
    ...list(expected.contains).map((value) => say('contains', visible(value))),
    ...list(expected.lacks).map((value) => say('lacks', visible(value))),
    ...optional(expected.matches, (value) => say('matches', value)),
    ...optional(expected.lines, (value) => say('lines', value)),
  ];
}

/** The last line break of an output goes without saying; others are kept and shown. */
const visible = (value: string): string => value.replace(/\n$/, '');

/** A part of an object, field by field: `spec.replicas` is 3. */
function fields(words: Words, match: unknown, path = ''): Condition[] {
  if (match === undefined) return [];
  if (typeof match !== 'object' || match === null) return [pieces(words.field, { path, value: JSON.stringify(match) })];
  const inner = Array.isArray(match)
    ? match.map((value, index) => [`${path}[${index}]`, value])
    : Object.entries(match).map(([key, value]) => [path === '' ? key : `${path}.${key}`, value]);
  return inner.flatMap(([where, value]) => fields(words, value, where as string));
}

/** Fills a template: named words stay words, all other values are code. */
function pieces(template: string, values: Values, plain: Readonly<Record<string, string>> = {}): Piece[] {
  return template
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return { text: part, code: false };
      return name in plain
        ? { text: plain[name] ?? '', code: false }
        : { text: String(values[name] ?? ''), code: true };
    });
}
