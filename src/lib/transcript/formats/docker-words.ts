import type { Context, Format } from '../context.ts';
import { isMadeUpName } from '../docker-names.ts';
import { dockerAge, formatDockerAge } from '../durations.ts';
import { replaceOpen, settled, varying } from '../marks.ts';
import { isEphemeralPort, isSize } from '../values.ts';
import { compare } from '../order.ts';

const randomName = /(?<=on endpoint |name "?\/?)([a-z]+_[a-z]+\d?)(?=[ ")]|$)/gu;
const publishedPort = /(?<=(?:\b\d+\.\d+\.\d+\.\d+|\[::1?\]|localhost):)(\d{5})(?!\d)/gu;
const linkIndex = /(?<=\beth\d@if)(\d+)(?=:)/gu;
const spokenAge =
  /\b(Up |Exited \(\d+\) |Restarting \(\d+\) |)((?:Less than a|About an?|\d+) (?:second|minute|hour|day|week|month|year)s?)( ago)?(?![\w-])/gu;
const size = /(?<![\w.])\d+(?:\.\d+)?(?:[kMGT])?B(?!\w)/gu;

/** What docker says outside its tables: published ports, names that nobody gave, sizes and ages in formats of the author's own. */
export const dockerWords: Format = (lines, context) => {
  if (!context.command.calls.some(({ program }) => program.startsWith('docker'))) return [...lines];
  const listing =
    context.command.call('docker', 'ps', 'images', 'history', 'inspect') ??
    context.command.call('docker compose', 'ps');
  const format =
    listing?.words.find(
      (word, index) => word.startsWith('--format=') || ['--format', '-f'].includes(listing.words[index - 1] ?? ''),
    ) ?? '';
  const inOrder = context.command.runs('docker', 'diff')
    ? [...lines].sort((a, b) => compare(a.slice(2), b.slice(2)))
    : lines;
  return inOrder.map((line) => {
    let result = replaceOpen(line, randomName, ([, name]) =>
      isMadeUpName(name!) && !context.authored(name!) ? settled(context.standIns.dockerName(name!)) : name!,
    );
    result = replaceOpen(result, publishedPort, ([, port]) =>
      isEphemeralPort(port!, context) ? settled(context.standIns.ephemeralPort(port!)) : port!,
    );
    result = replaceOpen(result, linkIndex, () => settled('9'));
    return format === '' ? result : formatted(result, format, context);
  });
};

function formatted(line: string, format: string, context: Context): string {
  let result = line;
  if (/\.(?:Status|CreatedSince|RunningFor)\b/u.test(format))
    result = replaceOpen(result, spokenAge, (match) => age(match, line, context));
  if (/\.(?:Size|VirtualSize|UniqueSize)\b/u.test(format)) {
    result = replaceOpen(result, size, ([text]) => (isSize(text) && text !== '0B' ? varying('size', text) : text));
    if (/^\d+$/u.test(result) && result !== '0') result = varying('bytes', result);
  }
  return result;
}

function age([text, state = '', spoken = '', ago = '']: RegExpExecArray, line: string, context: Context): string {
  if (!dockerAge.test(spoken)) return text;
  const key = `container/${line.slice(0, line.indexOf(text)).split(/[^\w.-]+/u)[0] ?? ''}`;
  const seconds = Math.min(
    context.ages.of(key, 'docker'),
    state === '' ? Infinity : context.ages.of(`${key}/${state.trim()}`, 'docker'),
  );
  return settled(`${state}${formatDockerAge(seconds)}${ago}`);
}
