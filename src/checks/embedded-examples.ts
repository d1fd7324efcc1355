import type { Book } from './book.ts';

const attributeOf: Readonly<Record<string, string>> = {
  Listing: 'example',
  Terminal: 'example',
  Solution: 'example',
  Example: 'id',
};

/** The ids of the examples that some chapter shows. */
export function embeddedExamples(book: Book): ReadonlySet<string> {
  const components = book.readable.flatMap(({ page }) => page.components);
  return new Set(
    components.flatMap(({ name, attributes }) =>
      attributes.filter((attribute) => attribute.name === attributeOf[name]).map(({ value }) => value ?? ''),
    ),
  );
}
