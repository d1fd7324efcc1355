import type { Context, Format } from '../context.ts';
import { repeatable, replaceOpen, settled, varying } from '../marks.ts';

const nginxProcess = /(\[(?:notice|info|warn|error|crit|alert|emerg)\] )(\d+)#(\d+):/u;
const nginxWorker = /(start worker process|worker process|process) (\d+)(?= exited|$)/u;
const limits = /(?<=getrlimit\(RLIMIT_NOFILE\): )(\d+):(\d+)/u;
const postgresProcess = /(?<= UTC )\[(\d+)\](?= )|(?<=\(PID )(\d+)(?=\))/gu;
const postgresTimes = /(?<=(?:write|sync|total|longest|average)=)(\d+\.\d{3}) s/gu;
const took =
  /(?<=\b(?:took|duration|elapsed|latency|duration_ms|request_time)[=:]"?\s?)((?:\d+m)?\d+(?:\.\d+)?(?:s|ms|µs|us|ns))(?![\w.])/gu;
// What bash's `time` and busybox' `ping` measure.
const timed =
  /(?<=^(?:real|user|sys)\t)(\d+m\d+\.\d{3}s)$|(?<= time=)(?:\d+\.\d+ ms)$|(?<=^round-trip min\/avg\/max = )(?:\d+\.\d+\/)+\d+\.\d+ ms$/gu;
const klog = /^([IWEF])(\d{4}) (\d\d:\d\d:\d\d\.\d{6}) +(\d+) /u;
const redisSignal = /(?<=^(?:\S+ +\| )?\d+:signal-handler \()(\d{10})(?=\))/u;

/** Process numbers and durations of well-known programs' logs, each in its own place. */
export const logs: Format = (lines, context) => withoutDots(inTurn(lines)).map((line) => write(line, context));

const waits = /^((?:\S+ +\| )?waiting for server to (?:start|shut down))\.+/u;

/** While PostgreSQL starts or stops, it draws a dot now and then, wherever its log has got to. */
function withoutDots(lines: readonly string[]): string[] {
  let waiting = false;
  return lines.map((line) => {
    const begins = waits.test(line);
    waiting = begins || (waiting && !/^ (?:done|stopped waiting)/u.test(line));
    return begins ? line.replace(waits, '$1....') : waiting ? line.replace(/^\.+(?=\d{4}-)/u, '') : line;
  });
}

const accessed = /\] "([A-Z]+ \S+ HTTP\/[\d.]+)" \d/u;
const failed = /\[error\] .* request: "([A-Z]+ \S+ HTTP\/[\d.]+)"/u;

/** nginx tells of a failed request on both streams, and which of the two docker reads first is chance: the error comes first. */
function inTurn(lines: readonly string[]): string[] {
  const result = [...lines];
  for (let index = 1; index < result.length; index++) {
    const request = failed.exec(result[index]!)?.[1];
    if (request === undefined || accessed.exec(result[index - 1]!)?.[1] !== request) continue;
    [result[index - 1], result[index]] = [result[index]!, result[index - 1]!];
  }
  return result;
}

function write(line: string, context: Context): string {
  const process = (real: string) => (real === '1' ? real : settled(context.standIns.processId(`inside ${real}`)));
  let result = replaceOpen(
    line,
    new RegExp(nginxProcess, 'gu'),
    ([, level, id, thread]) => `${level!}${process(id!)}#${process(thread!)}:`,
  );
  if (nginxProcess.test(line)) {
    result = replaceOpen(result, new RegExp(nginxWorker, 'gu'), ([, text, id]) => `${text!} ${varying('count', id!)}`);
    result = replaceOpen(
      result,
      new RegExp(limits, 'gu'),
      ([, soft, hard]) => `${varying('count', soft!)}:${varying('count', hard!)}`,
    );
    // nginx starts as many workers as the machine has processors.
    if (/start worker process \d+$/u.test(line)) result = repeatable(result);
  }
  result = replaceOpen(result, postgresProcess, ([whole, bracket, id]) =>
    bracket === undefined ? varying('count', id!) : bracket === '1' ? whole : `[${varying('count', bracket)}]`,
  );
  result = replaceOpen(result, postgresTimes, ([, seconds]) => varying('duration', `${seconds!} s`));
  result = replaceOpen(result, timed, ([duration]) => varying('duration', duration));
  result = replaceOpen(result, took, ([, duration]) => varying('duration', duration!));
  result = replaceOpen(result, new RegExp(redisSignal, 'gu'), () =>
    settled(String(Date.UTC(2026, 0, 15, 10, 24, 5) / 1000 + context.clock.now)),
  );
  return replaceOpen(result, new RegExp(klog, 'gu'), ([, level, , , id]) =>
    settled(`${level!}0115 10:24:05.112408 ${context.standIns.processId(id!).padStart(7)} `),
  );
}
