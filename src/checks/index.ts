import { chapterListed } from './chapter-listed.ts';
import { chapterReadable } from './chapter-readable.ts';
import type { Check } from './check.ts';
import { componentsKnown } from './components-known.ts';
import { diagramsWorded } from './diagrams-worded.ts';
import { embedsResolve } from './embeds-resolve.ts';
import { exampleUsed } from './example-used.ts';
import { exampleValid } from './example-valid.ts';
import { examplesApart } from './examples-apart.ts';
import { examplesTitled } from './examples-titled.ts';
import { frontMatter } from './front-matter.ts';
import { glossaryRespected } from './glossary-respected.ts';
import { headingsSound } from './headings-sound.ts';
import { linksResolve } from './links-resolve.ts';
import { noCodeInChapters } from './no-code-in-chapters.ts';
import { noTypedOutput } from './no-typed-output.ts';
import { proseLength } from './prose-length.ts';
import { receiptFresh } from './receipt-fresh.ts';
import { regionsSound } from './regions-sound.ts';
import { scriptPurity } from './script-purity.ts';
import { textUndamaged } from './text-undamaged.ts';
import { translationFresh } from './translation-fresh.ts';
import { translationPresent } from './translation-present.ts';
import { translationShape } from './translation-shape.ts';
import { typography } from './typography.ts';
import { uiComplete } from './ui-complete.ts';
import { wordingKept } from './wording-kept.ts';

/** Every check, in the order in which they are reported: the road, the pages, what they show, their translations, their words. */
export const checks: readonly Check[] = [
  chapterListed,
  chapterReadable,
  frontMatter,
  headingsSound,
  componentsKnown,
  noCodeInChapters,
  noTypedOutput,
  proseLength,
  linksResolve,
  embedsResolve,
  diagramsWorded,
  exampleValid,
  regionsSound,
  examplesApart,
  receiptFresh,
  exampleUsed,
  examplesTitled,
  translationPresent,
  translationFresh,
  translationShape,
  uiComplete,
  glossaryRespected,
  wordingKept,
  textUndamaged,
  scriptPurity,
  typography,
];
