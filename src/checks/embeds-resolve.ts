import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from '../lib/chapter/outline.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { excerpt } from '../lib/listing/excerpt.ts';
import type { Book, ReadableChapter } from './book.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';

export const embedsResolve = defineCheck({
  name: 'embeds-resolve',
  promise: 'every example, file, part of a file and transcript that a chapter shows is there',
  run: (book) =>
    book.readable.flatMap((chapter) =>
      chapter.page.components.flatMap((component) => problemsOf(book, chapter, component)),
    ),
});

interface Complaint {
  readonly about: string;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

function problemsOf(book: Book, chapter: ReadableChapter, component: Component): Diagnostic[] {
  const value = (name: string) => component.attributes.find((attribute) => attribute.name === name)?.value;
  return complaintsOf(book, component.name, value).map(({ about, ...words }) =>
    problemIn(chapter.page, component.attributes.find(({ name }) => name === about)?.start ?? component.start, words),
  );
}

function complaintsOf(book: Book, name: string, value: (name: string) => string | undefined): readonly Complaint[] {
  const about = name === 'Example' ? 'id' : 'example';
  if (!['Listing', 'Terminal', 'Example', 'Solution'].includes(name)) return [];
  const id = value(about);
  if (id === undefined) return [];
  const folder = book.examples.get(id);
  if (folder === undefined) {
    const guess = nearest(id, book.examples.keys());
    return [
      {
        about,
        code: 'embed/no-example',
        message: `there is no example "${id}"`,
        fix: guess === undefined ? `run: npm run new -- example ${id} --tier run` : `write "${guess}"`,
      },
    ];
  }
  if (name === 'Terminal') return transcriptComplaints(folder, value('transcript'));
  if (name !== 'Listing' || !folder.example.ok) return [];
  return listingComplaints(folder.example.value, value);
}

function transcriptComplaints(
  folder: { readonly id: string; readonly transcripts: readonly string[] },
  name: string | undefined,
): readonly Complaint[] {
  if (name === undefined || folder.transcripts.includes(name)) return [];
  const guess = nearest(name, folder.transcripts);
  const fix =
    guess === undefined
      ? `run: npm run verify -- ${folder.id} --update; recorded are ${folder.transcripts.join(', ') || 'none'}`
      : `write "${guess}"`;
  return [
    {
      about: 'transcript',
      code: 'embed/no-transcript',
      message: `example "${folder.id}" has no transcript "${name}"`,
      fix,
    },
  ];
}

function listingComplaints(
  example: { readonly id: string; readonly dir: string; readonly files: readonly string[] },
  value: (name: string) => string | undefined,
): readonly Complaint[] {
  const file = value('file');
  if (file === undefined) return [];
  const files = [...example.files, 'example.yaml'];
  if (!files.includes(file)) {
    const guess = nearest(file, files);
    const fix = guess === undefined ? `write one of: ${files.join(', ')}` : `write "${guess}"`;
    return [{ about: 'file', code: 'embed/no-file', message: `example "${example.id}" has no file "${file}"`, fix }];
  }
  const selector = {
    region: value('region'),
    path: value('path'),
    stage: value('stage'),
    lines: value('lines'),
    mark: value('mark'),
  };
  const cut = excerpt(file, readFileSync(join(example.dir, file), 'utf8'), selector);
  if (!('message' in cut)) return [];
  const about =
    (['region', 'path', 'stage', 'lines', 'mark'] as const).find((way) => selector[way] !== undefined) ?? 'file';
  return [{ about, code: 'embed/unresolved', message: cut.message, fix: cut.fix }];
}
