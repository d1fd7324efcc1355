const units = { d: 86_400, h: 3600, m: 60, s: 1 } as const;

/** Kubernetes' short durations: `5s`, `2m5s`, `75m`, `3h12m`, `2d3h`, `400d`, `2y10d`. */
export const kubernetesAge = /^(?:\d+y(?:\d+d)?|\d+d(?:\d+h)?|\d+h(?:\d+m)?|\d+m(?:\d+s)?|\d+s)$/u;

/** The seconds of one of Kubernetes' short durations. */
export const secondsOf = (age: string): number =>
  [...age.matchAll(/(\d+)([dhms])/gu)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units],
    0,
  );

/** Writes seconds as kubectl does in AGE columns. */
export function formatKubernetesAge(seconds: number): string {
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / units.m);
  if (minutes < 10) return seconds % 60 === 0 ? `${minutes}m` : `${minutes}m${seconds % 60}s`;
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(seconds / units.h);
  if (hours < 8) return minutes % 60 === 0 ? `${hours}h` : `${hours}h${minutes % 60}m`;
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  return days < 8 && hours % 24 !== 0 ? `${days}d${hours % 24}h` : `${days}d`;
}

/** Docker's spoken durations: `Less than a second`, `4 seconds`, `About a minute`, `3 weeks`. */
export const dockerAge =
  /^(?:Less than a second|About an? (?:minute|hour)|1 second|\d+ (?:seconds|minutes|hours|days|weeks|months|years))$/u;

/** Writes seconds as docker does in CREATED and STATUS columns. */
export function formatDockerAge(seconds: number): string {
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.floor(seconds / 60);
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.round(seconds / 3600);
  if (hours === 1) return 'About an hour';
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}

/** The least number of seconds that one of docker's spoken durations can mean. */
export function leastSeconds(spoken: string): number {
  if (spoken === 'Less than a second') return 0;
  if (spoken === 'About a minute') return 60;
  if (spoken === 'About an hour') return 1800;
  const [count = '0', unit = ''] = spoken.split(' ');
  const length = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800, month: 2_592_000, year: 31_536_000 }[
    unit.replace(/s$/u, '')
  ];
  return Number(count) * (length ?? 0);
}

/** Go's durations as programs print them: `1.2s`, `350ms`, `7.107s`, `1m2.5s`, `15µs`. */
export const goDuration = /^(?:\d+h)?(?:\d+m)?\d+(?:\.\d+)?(?:s|ms|µs|us|ns)$/u;
