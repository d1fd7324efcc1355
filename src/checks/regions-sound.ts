import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRegions } from '../lib/listing/regions.ts';
import { defineCheck } from './check.ts';
import { problemOf } from './problem.ts';

export const regionsSound = defineCheck({
  name: 'regions-sound',
  promise: 'every region that a file of an example marks has a name of its own, a beginning and an end',
  run: (book) =>
    [...book.examples.values()].flatMap(({ id, example }) =>
      // What makes an example unreadable is for another check to say.
      (example.ok ? ['example.yaml', ...example.value.files] : []).flatMap((file) =>
        findRegions(readFileSync(join(book.root, 'examples', id, file), 'utf8')).problems.map(
          ({ line, message, fix }) =>
            problemOf(`examples/${id}/${file}`, { code: 'region/unsound', message, fix }, line),
        ),
      ),
    ),
});
