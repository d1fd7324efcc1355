// Prints every note as HTML, one after another, and the revision that it was built from.
import { readdirSync, readFileSync } from 'node:fs';
import { marked } from 'marked';

for (const note of readdirSync('notes').sort()) {
  process.stdout.write(marked.parse(readFileSync(`notes/${note}`, 'utf8')));
}
console.log(`<footer>Revision ${process.env.REVISION}</footer>`);
