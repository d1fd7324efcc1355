/** Where Vite is not at work, as in astro.config.mjs, there is no such environment. */
const building = (): boolean => import.meta.env !== undefined && import.meta.env.SITE_BUILDING;

/**
 * Makes a reader of files that answers the same question once in a build, where nothing changes meanwhile.
 * While somebody writes, every page asks anew, so that what was saved shows.
 */
export function remember<Arguments extends readonly string[], Answer>(
  read: (...words: Arguments) => Answer,
): (...words: Arguments) => Answer {
  const answers = new Map<string, Answer>();
  return (...words) => {
    if (!building()) return read(...words);
    const question = words.join('\n');
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = read(...words);
    answers.set(question, answer);
    return answer;
  };
}
