import type { Context, Format } from '../context.ts';
import { replaceOpen, settled, varying } from '../marks.ts';

// curl draws its progress meter only where its output is not the terminal itself: a reader never sees it.
const meterHead = /^ +% Total +% Received|^ +Dload +Upload/u;
const amount = String.raw`[\d.]+[kMGTP]?`;
const span = String.raw`(?:--:--:--|\d+:\d\d:\d\d|\d+[dhms](?: \d\d[hms])?)`;
const meter = new RegExp(
  String.raw`^ *${amount} +${amount} +${amount} +${amount} +${amount} +${amount} +${amount} +${amount} +${span} +${span} +${span} +${amount}`,
  'u',
);

/** Takes curl's progress meter out of raw output, before carriage returns are played. */
export function withoutMeter(output: string): string {
  if (!output.includes('% Total')) return output;
  const shown: string[] = [];
  for (const line of output.split('\n')) {
    if (meterHead.test(line)) continue;
    const parts = line.split('\r').map((part) => part.replace(meter, ''));
    const rest = parts.join('\r');
    if (rest.replaceAll('\r', '') === '' && parts.length > 1 && line.replaceAll('\r', '') !== '') continue;
    shown.push(rest);
  }
  return shown.join('\n');
}

const header = /^([<>] )?(last-modified|etag|server|x-powered-by|user-agent|via): (.*)$/iu;
const product =
  /(?<![\w/])(nginx|curl|Python|SimpleHTTP|Werkzeug|gunicorn|uvicorn|envoy|Wget|Go-http-client|kube-probe|Apache|PHP|Express|docker|go|Docker-Client|containerd-client)\/(v?\d+(?:\.\d+)*(?:[-+~][\w.]+)?)/gu;
const entityTag = /^((?:W\/)?")([0-9a-f]{8})(-[0-9a-f]+")$/u;
const clientPort =
  /(?<=(?:from (?:\d+\.\d+\.\d+\.\d+|::1) port |client: \d+\.\d+\.\d+\.\d+:|\b127\.0\.0\.1:|\[::1\]:))(\d{5})(?!\d)/gu;

/** Headers and what else of HTTP hangs on versions, on when a file was made, and on chance. */
export const http: Format = (lines, context) => {
  // A registry's answers are as long as the digests and sizes that they tell of.
  const manifest = lines.some((line) => /^(?:[<>] )?docker-content-digest: /iu.test(line));
  return lines.map((line) =>
    write(
      manifest
        ? line.replace(
            /^((?:< )?content-length: )(\d+)$/iu,
            (_, name: string, length: string) => name + varying('bytes', length),
          )
        : line,
      context,
    ),
  );
};

function write(line: string, context: Context): string {
  const match = header.exec(line);
  const name = match?.[2]?.toLowerCase();
  if (match && name === 'etag') {
    const tag = entityTag.exec(match[3]!);
    if (tag)
      return `${match[1] ?? ''}${match[2]!}: ${tag[1]!}${settled(context.standIns.hex('entity-tag', tag[2]!))}${tag[3]!}`;
  }
  return replaceOpen(
    replaceOpen(line, product, ([, program, version]) => `${program!}/${varying('version', version!)}`),
    clientPort,
    ([, port]) =>
      Number(port) >= 32_768 && !context.authored(port!) ? settled(context.standIns.ephemeralPort(port!)) : port!,
  );
}
