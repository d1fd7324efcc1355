import { isEphemeralPort } from '../values.ts';
import type { Context, Format } from '../context.ts';
import { isNodePort } from '../addresses.ts';
import { kindNamed } from '../kinds.ts';
import { repeatable, settled, varying } from '../marks.ts';

// `"Pid": 7267,` of JSON and `pid: 7267` of YAML alike: indentation, the key, what stands before the value, the value, the rest.
const field = /^(\s*(?:- )?)("?)([A-Za-z]\w*)\2: ("?)([^"]*?)\4(,?)$/u;
const layerItem = /^(\s+)"(sha256:[0-9a-f]{64})"(,?)$/u;

/** The fields of objects in JSON and YAML whose values say nothing of their type by themselves. */
export const objects: Format = (lines, context) => {
  context.dates.about(namedBirth(context));
  let inLayers = false;
  return lines.map((line) => {
    if (/"Layers": \[$/u.test(line)) inLayers = true;
    else if (/^\s*\]/u.test(line)) inLayers = false;
    const item = inLayers ? layerItem.exec(line) : null;
    // An image's layers begin with its base image's, and how many those are is not this example's doing.
    if (item) return repeatable(`${item[1]!}"${varying('digest', item[2]!)}"${item[3]!}`);
    const match = field.exec(line);
    if (!match) return line;
    const [, indent = '', mark = '', key = '', quote = '', value = '', comma = ''] = match;
    const written = write(key, value, context);
    return written === undefined ? line : `${indent}${mark}${key}${mark}: ${quote}${written}${quote}${comma}`;
  });
};

/** When the one object came to be that `kubectl get pod web -o yaml` asks for. */
function namedBirth(context: Context): number | undefined {
  const words = context.command.call('kubectl', 'get')?.words.filter((word) => !word.startsWith('-')) ?? [];
  const [kind = '', name = ''] = words[0]?.includes('/') ? words[0].split('/') : words;
  return context.ages.birth(`${kindNamed(kind) ?? ''}/${name}`);
}

function write(key: string, value: string, context: Context): string | undefined {
  if (key === 'Ref' && /^[a-z0-9]{25}$/u.test(value)) return settled(context.standIns.word('reference', value));
  if (!/^\d+$/u.test(value)) return undefined;
  switch (key) {
    case 'resourceVersion':
      return settled(context.standIns.resourceVersion(value));
    case 'Pid':
      return value === '0' ? value : settled(context.standIns.processId(value));
    case 'nodePort':
      return isNodePort(value, context) ? settled(context.standIns.nodePort(value)) : undefined;
    case 'HostPort':
      return isEphemeralPort(value, context) ? settled(context.standIns.ephemeralPort(value)) : undefined;
    case 'Size':
    case 'size':
    case 'SizeRw':
    case 'SizeRootFs':
      return value === '0' ? undefined : varying('bytes', value);
    case 'IPsInUse':
    case 'DynamicIPsAvailable':
      return varying('count', value);
    default:
      return undefined;
  }
}
