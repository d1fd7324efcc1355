import type { ValueType } from './schema.ts';

// What a value of each type looks like: a varying value that does not look so is compared as it is.
const shapes: Record<ValueType, RegExp> = {
  size: /^\d+(?:\.\d+)?(?:(?:[KMGT]i|[kMGT])?B|[KMGT]i)?$/u,
  version: /^(?=.*\d)[\w .()/:+~@-]+$/u,
  digest: /^(?:sha256:)?(?:[0-9a-f]{12}|[0-9a-f]{64})$/u,
  count: /^\d+$/u,
  duration:
    /^(?:(?:Less than a second|About an? (?:minute|hour)|1 second|\d+ (?:seconds|minutes|hours|days|weeks|months|years))(?: ago)?|(?:\d+h)?(?:\d+m)?\d+(?:\.\d+)?(?:s|ms|µs|us|ns)|(?:\d+\.\d+\/)*\d+\.\d+ m?s)$/u,
  date: /^(?=.*\d:?\d)[\w :.,/+-]+$/u,
  bytes: /^\d+$/u,
  layer:
    /^(?:<missing>|(?:sha256:)?[0-9a-f]{12,64}) +(?:Less than a second|About an? (?:minute|hour)|1 second|\d+ (?:seconds|minutes|hours|days|weeks|months|years)) ago .+ \d+(?:\.\d+)?(?:[kMGT])?B(?: .*)?$/u,
  // Of a build step that makes nothing but a folder: BuildKit finds it in its cache, or makes it in no time, as chance will have it.
  state: /^(?:CACHED|DONE \d+\.\ds)$/u,
  percent: /^\d+(?:\.\d+)?%$/u,
};

/** Whether a text has the type. */
export const hasType = (text: string, type: ValueType): boolean => shapes[type].test(text);
