import type { Context } from '../context.ts';
import { addresses } from '../addresses.ts';
import { replaceOpen, settled, varying, mapOpen } from '../marks.ts';
import { writeName } from '../object-names.ts';
import { readGeneratedName } from '../workloads.ts';
import { dated } from './dated.ts';
import { listed } from './listed.ts';

const uuid = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![\w-])/gu;
const mac = /(?<![\w:])(?!00:00:00:00:00:00|ff:ff:ff:ff:ff:ff)(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:])/gu;
const referenceDigest = /(?:([\w.\-/:]+)@)?(sha256:[0-9a-f]{64})(?![0-9a-f])/gu;
const longId = /(?<![\w:])[0-9a-f]{64}(?![0-9a-f])/gu;
const shortId = /(?<![\w:.-])(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{12}(?![\w-])/gu;
const dockerName = /[a-z]+_[a-z]+\d?/gu;
const word = /[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/gu;
const podName = /(?<=\b(?:Created|Deleted) pod: |\bpods?\/)[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/gu;
const mount = /\b(kube-api-access-|default-token-)([bcdfghjklmnpqrstvwxz2456789]{5})\b/gu;
const checksum = /^[0-9a-f]{64} [ *]\S/u;

function digest(reference: string | undefined, real: string, context: Context): string {
  if (reference !== undefined && context.images.isBase(reference)) context.images.learnBaseDigest(real);
  return context.images.isBaseDigest(real) ? varying('digest', real) : settled(context.standIns.digest(real));
}

/** The folders and the namespace that the example had for itself, as a reader would have called them. */
const places = (text: string, { surroundings: { workdir, home, example, namespace }, authored }: Context): string => {
  const inHome = text.replaceAll(workdir, `/home/reader/${example}`).replaceAll(home, '/home/reader');
  return namespace === undefined || authored(namespace) ? inHome : inHome.replaceAll(namespace, example);
};

/** A name that was met before, or one that only a Deployment's Pod can have. */
function name(real: string, context: Context): string {
  const known = context.standIns.known(real);
  if (known !== undefined) return settled(known);
  if (context.authored(real)) return real;
  const generated = readGeneratedName(real, 'other', context.standIns);
  return generated ? settled(generated.standIn()) : real;
}

/** The values that say themselves what they are, wherever they stand. */
export function anywhere(lines: readonly string[], context: Context): string[] {
  const fromDocker = context.command.calls.some(({ program }) => program.startsWith('docker') || program === 'curl');
  return lines.map((line) => {
    if (checksum.test(line)) return line;
    let result = mapOpen(line, (text) => places(text, context));
    result = replaceOpen(
      result,
      referenceDigest,
      ([, reference, real]) => (reference === undefined ? '' : `${reference}@`) + digest(reference, real!, context),
    );
    result = listed(dated(result, context), context);
    result = replaceOpen(result, uuid, ([real]) => settled(context.standIns.uid(real)));
    result = replaceOpen(result, mac, ([real]) => settled(context.standIns.mac(real)));
    result = replaceOpen(result, longId, ([real]) =>
      settled(context.standIns.known(real) ?? context.standIns.id(real)),
    );
    result = mapOpen(result, (text) => addresses(text, context));
    if (fromDocker)
      result = replaceOpen(result, shortId, ([real]) =>
        settled(context.standIns.known(real) ?? context.standIns.id(real)),
      );
    result = replaceOpen(
      result,
      mount,
      ([, prefix, real]) => prefix + settled(context.standIns.suffix(prefix!, real!)),
    );
    result = replaceOpen(result, dockerName, ([real]) =>
      context.standIns.known(real) === undefined ? real : settled(context.standIns.known(real)!),
    );
    result = replaceOpen(result, podName, ([real]) => writeName(real, 'pod', context));
    return replaceOpen(result, word, ([real]) => name(real, context));
  });
}
