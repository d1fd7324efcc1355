/** One attribute as it is written in a tag. */
export interface TagAttribute {
  readonly name: string;
  /** The text between the quotes; undefined for a bare name and for `{an expression}`. */
  readonly value: string | undefined;
  /** Where its name begins. */
  readonly start: number;
  /** Where its value begins, after the quote; its name's end where it has none. */
  readonly valueStart: number;
}

/** Reads the attributes of the tag that opens at an offset. The MDX parser, which accepted the tag, tells their values but not their places. */
export function readOpeningTag(text: string, start: number): TagAttribute[] {
  const attributes: TagAttribute[] = [];
  let at = start + (/^<[\w.:-]*/.exec(text.slice(start))?.[0].length ?? 1);
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    const name = /^[\w:-]+/.exec(text.slice(at))?.[0];
    if (name === undefined) return attributes;
    const nameStart = at;
    at += name.length;
    const equals = /^\s*=\s*/.exec(text.slice(at))?.[0];
    if (equals === undefined) {
      attributes.push({ name, value: undefined, start: nameStart, valueStart: at });
      continue;
    }
    at += equals.length;
    const end = endOfValue(text, at);
    const quoted = text[at] === '"' || text[at] === "'";
    attributes.push({
      name,
      value: quoted ? text.slice(at + 1, end - 1) : undefined,
      start: nameStart,
      valueStart: at + 1,
    });
    at = end;
  }
}

/** The offset after a quoted or braced value; braces may nest. */
function endOfValue(text: string, start: number): number {
  const opening = text[start];
  if (opening !== '{') return text.indexOf(opening ?? '"', start + 1) + 1;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}
