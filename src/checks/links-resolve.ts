import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { sourcesOf, type Book, type ReadableChapter } from './book.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';

export const linksResolve = defineCheck({
  name: 'links-resolve',
  promise:
    'every link leads to a chapter, a section, an example or the glossary of this site, or to another one by https',
  run(book) {
    const sources = sourcesOf(book);
    return book.readable.flatMap((chapter) =>
      chapter.page.links.flatMap(({ url, start }) => {
        const complaint = complaintAbout(book, sources, chapter, url);
        return complaint === undefined ? [] : [problemIn(chapter.page, start, complaint)];
      }),
    );
  },
});

type Complaint = Pick<Diagnostic, 'code' | 'message' | 'fix'>;

/** Pages of every language that are no chapters. */
const otherPages = ['', 'glossary', 'examples'];

function complaintAbout(
  book: Book,
  sources: ReadonlyMap<string, ReadableChapter>,
  chapter: ReadableChapter,
  url: string,
): Complaint | undefined {
  if (url.startsWith('https://')) return undefined;
  if (/^[a-z][a-z+.-]*:/i.test(url))
    return {
      code: 'link/insecure',
      message: `"${url}" is no https address`,
      fix: 'write https://, or name the address in backticks',
    };
  const [path = '', anchor] = url.split('#');
  if (path === '') return anchorComplaint(sources, chapter.id, anchor ?? '', url);
  if (!path.startsWith('../'))
    return {
      code: 'link/not-relative',
      message: `"${url}" does not begin with ../`,
      fix: 'write ../<chapter>/ or ../examples/<example>/, which holds in every language',
    };
  const target = path.slice('../'.length);
  if (target !== '' && !target.endsWith('/'))
    return {
      code: 'link/no-slash',
      message: `"${url}" does not end with a slash`,
      fix: `write ${path}/${anchor === undefined ? '' : `#${anchor}`}`,
    };
  const [first = '', second = ''] = target.split('/');
  if (first === 'examples' && second !== '') {
    if (book.examples.has(second)) return undefined;
    return {
      code: 'link/no-example',
      message: `there is no example "${second}"`,
      fix: suggestion(second, book.examples.keys(), 'link to an example that is there'),
    };
  }
  if (otherPages.includes(first)) return undefined;
  if (book.chapters.some(({ id }) => id === first))
    return anchor === undefined ? undefined : anchorComplaint(sources, first, anchor, url);
  return {
    code: 'link/no-chapter',
    message: `there is no chapter "${first}"`,
    fix: suggestion(first, sources.keys(), 'link to a chapter that is written'),
  };
}

/** Section ids are the English ones in every language. */
function anchorComplaint(
  sources: ReadonlyMap<string, ReadableChapter>,
  id: string,
  anchor: string,
  url: string,
): Complaint | undefined {
  const ids = sources.get(id)?.page.sections.map((section) => section.id);
  if (ids === undefined || ids.includes(anchor)) return undefined;
  return {
    code: 'link/no-section',
    message: `"${url}" leads to no section of "${id}"`,
    fix: suggestion(anchor, ids, `write one of: ${ids.map((known) => `#${known}`).join(', ')}`, '#'),
  };
}

function suggestion(word: string, known: Iterable<string>, otherwise: string, before = ''): string {
  const guess = nearest(word, known);
  return guess === undefined ? otherwise : `write "${before}${guess}"`;
}
