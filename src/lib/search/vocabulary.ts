import type { GroupedLocale } from './word-groups.ts';

const letters: Readonly<Record<GroupedLocale, RegExp>> = {
  cs: /[a-záčďéěíňóřšťúůýž]{3,}/giu,
  el: /[\p{Script=Greek}\u0300-\u036f]{3,}/gu,
  ru: /[а-яё]{3,}/giu,
};

const notProse = /<(script|style|pre|samp|code|svg)\b[\s\S]*?<\/\1>/g;

/** The words of a page's prose that may have forms: of the part that is searched, without code, in the language's own script. */
export function proseWords(html: string, locale: GroupedLocale): string[] {
  const [, body = ''] = /<main\b[^>]*\bdata-pagefind-body\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  const prose = body
    .replace(notProse, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#?\w+;/g, ' ');
  return (prose.match(letters[locale]) ?? []).map((word) => word.toLowerCase());
}
