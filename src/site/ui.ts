import { z } from 'zod';
import type { Locale } from '../lib/locale/locales.ts';
import { ContentError } from './content-error.ts';
import { remember } from './remember.ts';
import { readYamlFile } from './yaml-file.ts';

const text = z.string().min(1);

/** A text that depends on a number: the forms that Unicode's plural rules know for the language; `{count}` is the number. */
const plural = z.strictObject({ one: text, few: text.optional(), many: text.optional(), other: text });

/** What a sentence about a step is made of; `{value}` and its like stand for code. */
export const stepWords = [
  'run',
  'fails',
  'failsResource',
  'wait',
  'probe',
  'image',
  'container',
  'volume',
  'network',
  'file',
  'resource',
  'edit',
  'interrupt',
  'exitCode',
  'output',
  'stdout',
  'stderr',
  'body',
  'text',
  'log',
  'equals',
  'contains',
  'lacks',
  'matches',
  'lines',
  'until',
  'background',
  'within',
  'below',
  'above',
  'factor',
  'user',
  'entrypoint',
  'cmd',
  'workdir',
  'variable',
  'exposes',
  'label',
  'present',
  'missing',
  'layers',
  'exists',
  'absent',
  'state',
  'health',
  'oomKilled',
  'notOomKilled',
  'stoppedWithin',
  'count',
  'field',
  'event',
  'condition',
  'phase',
  'reason',
  'message',
  'status',
  'header',
  'refused',
] as const;
export type StepWord = (typeof stepWords)[number];

/** `content/<locale>/ui.yaml`: every word of the site that is neither a chapter's nor the theme's. `{name}` is filled in. */
const uiSchema = z.strictObject({
  start: z.strictObject({
    tagline: text,
    lead: text,
    begin: text,
    road: text,
    roadLead: text,
    proves: text,
    promises: z.array(z.strictObject({ title: text, text })).length(3),
  }),
  terminal: z.strictObject({
    title: text,
    command: text,
    exitCode: text,
    running: text,
    copy: text,
    copied: text,
    varies: text,
  }),
  example: z.strictObject({
    proves: text,
    passed: text,
    versions: text,
    checks: plural,
    standIns: text,
    ownBuild: text,
    open: text,
    download: text,
    runIt: text,
    runInProject: text,
    files: text,
    session: text,
    asserted: text,
    assertedLead: text,
    cleanup: text,
    usedIn: text,
  }),
  examples: z.strictObject({
    title: text,
    description: text,
    lead: text,
    tiers: z.strictObject({ build: text, run: text, compose: text, cluster: text, helm: text }),
  }),
  glossary: z.strictObject({ title: text, description: text }),
  aside: z.strictObject({ note: text, tip: text, caution: text }),
  exercise: z.strictObject({ title: text, hint: text, solution: text, proved: text }),
  notRun: z.strictObject({ title: text }),
  untranslated: z.strictObject({ text, original: text }),
  notFound: z.strictObject({ title: text, text, home: text }),
  search: z.strictObject({
    label: text,
    placeholder: text,
    close: text,
    none: text,
    results: plural,
    more: text,
    failed: text,
  }),
  steps: z.strictObject(Object.fromEntries(stepWords.map((word) => [word, text])) as Record<StepWord, typeof text>),
});

export type Ui = z.output<typeof uiSchema>;

/** The site's own words in a language. */
export const readUi = remember(async (locale: Locale): Promise<Ui> => {
  const ui = await readYamlFile(`content/${locale}/ui.yaml`, uiSchema);
  if (!ui.ok) throw new ContentError(ui.diagnostics);
  return ui.value;
});

/** Chooses the form that a number asks for, with the number in it. */
export const counted = (forms: z.output<typeof plural>, count: number, locale: Locale): string =>
  fill(forms[new Intl.PluralRules(locale).select(count) as keyof typeof forms] ?? forms.other, { count });

/** Puts values into `{name}` places. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
