// Prints every note as HTML, one after another.
import { readdirSync, readFileSync } from 'node:fs';
import { marked } from 'marked';

const folder = process.env.NOTES ?? 'notes';
for (const note of readdirSync(folder).sort()) {
  process.stdout.write(marked.parse(readFileSync(`${folder}/${note}`, 'utf8')));
}
