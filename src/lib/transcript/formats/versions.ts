import type { Format } from '../context.ts';
import { replaceOpen, varying } from '../marks.ts';

const number = String.raw`\d+(?:\.\d+)+(?:[-+~][\w.+~-]*\w)?`;

// A version is taken for one only where its program's name says so; a version of Docker's or Kubernetes' own is compared as it is.
const named: readonly RegExp[] = [
  new RegExp(String.raw`\b(go ?version )?(?<=\bgo)(${number})(?= |$|")`, 'gu'),
  new RegExp(
    String.raw`((?:\b[Pp]ython|\bpip|PostgreSQL\)?|psql \(PostgreSQL\)|[Rr]edis (?:server )?v(?:ersion)?=|jemalloc-|gcc(?: \(Debian [^)]*\))?|built by gcc|\bcurl|OpenSSL|libcurl|Debian GNU\/Linux|BusyBox v|npm notice|kernel\/|Linux) ?)(${number})`,
    'gu',
  ),
  new RegExp(String.raw`(\(Debian )(${number})(?=\))`, 'gu'),
  /(\bredis_version:|\bgcc_version:|DEBIAN_VERSION_FULL=|python )(\d+(?:\.\d+)+)/gu,
  new RegExp(String.raw`^(os:Linux )(\S+)(?= )`, 'gu'),
];
const alone = new RegExp(String.raw`^v?${number}$`, 'u');
const kernel = /^\d+\.\d+\.\d+[-+~\w.]*$/u;

/** Versions of what base images hold. */
export const versions: Format = (lines, context) => {
  const asked =
    /(?:^|\s)(?:--version|-v|-V|version)(?:\s|$)/u.test(context.command.text) &&
    !/^(?:kubectl|helm|kind|docker version|docker compose version)\b/u.test(context.command.text);
  return lines.map((line) => {
    if (asked && alone.test(line)) return varying('version', line);
    if (context.command.calls.some(({ words }) => words.includes('uname')) && kernel.test(line))
      return varying('version', line);
    let result = line;
    for (const pattern of named)
      result = replaceOpen(result, pattern, ([, before = '', version]) => before + varying('version', version!));
    return result;
  });
};
