import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/lib/transcript/clean.ts';
import { readCommand } from '../../../src/lib/transcript/command.ts';
import {
  dockerAge,
  formatDockerAge,
  formatKubernetesAge,
  kubernetesAge,
  leastSeconds,
  secondsOf,
} from '../../../src/lib/transcript/durations.ts';
import { readDate } from '../../../src/lib/transcript/formats/dated.ts';
import { withoutMeter } from '../../../src/lib/transcript/formats/http.ts';
import { createImages, shortReference } from '../../../src/lib/transcript/images.ts';
import { createStandIns } from '../../../src/lib/transcript/stand-ins.ts';
import { hasType } from '../../../src/lib/transcript/types.ts';
import { readGeneratedName } from '../../../src/lib/transcript/workloads.ts';

describe('raw output', () => {
  it('becomes what the terminal shows in the end', () => {
    expect(readLines('10 %\r50 %\r100 %\r\n\u001B[33mwarning\u001B[0m\nlast')).toEqual(['100 %', 'warning', 'last']);
    expect(readLines('long line\rshort\n')).toEqual(['shortline']);
    expect(readLines('\n\n')).toEqual(['', '']);
    expect(readLines('')).toEqual([]);
  });

  it('loses the progress meter of curl and nothing else', () => {
    const meter =
      '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n';
    const progress = '\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0';
    const end = '\r100   146  100   146    0     0  67655      0 --:--:-- --:--:-- --:--:-- 73000';
    expect(withoutMeter(`${meter}${progress}${end}\nHTTP/1.1 200 OK\r\n`)).toBe('HTTP/1.1 200 OK\r\n');
    expect(readLines(withoutMeter(`${meter}${progress}*   Trying 127.0.0.1:8080...\n`))).toEqual([
      '*   Trying 127.0.0.1:8080...',
    ]);
  });
});

describe('commands', () => {
  it('are read with their pipes, assignments and quotes', () => {
    const { calls } = readCommand(
      'DOCKER_BUILDKIT=1 docker image ls --format \'{{.ID}} | x\' | grep -v "a b" && kubectl -n kube-system get pods; sleep 3',
    );
    expect(calls.map(({ program, subcommand }) => `${program} ${subcommand}`.trim())).toEqual([
      'docker images',
      'grep',
      'kubectl get',
      'sleep',
    ]);
    expect(calls[0]!.words).toEqual(['--format', '{{.ID}} | x']);
    expect(calls[1]!.words).toEqual(['-v', 'a b']);
  });

  it('know Compose and the management commands', () => {
    expect(readCommand('docker compose -f other.yaml up -d').runs('docker compose', 'up')).toBe(true);
    expect(readCommand('docker container ls -a').runs('docker', 'ps')).toBe(true);
    expect(readCommand('docker buildx build .').runs('docker', 'build')).toBe(true);
    expect(readCommand('docker volume ls').runs('docker', 'volume ls')).toBe(true);
    expect(readCommand('echo docker ps').runs('docker')).toBe(false);
  });
});

describe('durations', () => {
  it.each([
    [0, '0s', 'Less than a second'],
    [1, '1s', '1 second'],
    [59, '59s', '59 seconds'],
    [60, '60s', 'About a minute'],
    [119, '119s', 'About a minute'],
    [125, '2m5s', '2 minutes'],
    [660, '11m', '11 minutes'],
    [10_800, '3h', '3 hours'],
    [11_100, '3h5m', '3 hours'],
    [180_000, '2d2h', '2 days'],
  ])('of %i seconds are written as kubectl and docker do', (seconds, kubectl, docker) => {
    expect([formatKubernetesAge(seconds), formatDockerAge(seconds)]).toEqual([kubectl, docker]);
    expect(kubernetesAge.test(kubectl) && dockerAge.test(docker)).toBe(true);
    expect(secondsOf(kubectl)).toBeLessThanOrEqual(seconds);
    expect(leastSeconds(docker)).toBeLessThanOrEqual(seconds);
  });

  it.each(['<invalid>', '<unknown>', '', '5', 's', '-3s', '5 s'])('are not %j', (text) =>
    expect(kubernetesAge.test(text)).toBe(false),
  );
  it.each(['a second', '5s', 'seconds', '1 seconds ago'])('of docker are not %j', (text) =>
    expect(dockerAge.test(text)).toBe(false),
  );
});

describe('dates', () => {
  const moment = Date.UTC(2026, 10, 21, 14, 11, 34);
  it.each([
    '2026-11-21T14:11:34.123456789Z',
    '2026-11-21T14:11:34+00:00',
    '2026-11-21 14:11:34.586925199 +0000 UTC',
    '2026-11-21 14:11:34,123',
    '2026-11-21 14:11:34.019057+00',
    'Sat, 21 Nov 2026 14:11:34 GMT',
    'Sat, 21 Nov 2026 14:11:34 +0000',
    'Sat Nov 21 14:11:34 2026',
    'Sat Nov 21 14:11:34 UTC 2026',
    '2026/11/21 14:11:34.664387',
    '21/Nov/2026:14:11:34 +0000',
    '21/Nov/2026 14:11:34',
    '21 Nov 2026 14:11:34.843',
  ])('are read as %s', (text) => expect(readDate(text)).toBe(moment));
});

describe('stand-ins', () => {
  it('are the same for the same value, and the same in every run', () => {
    const [one, other] = [createStandIns('x'), createStandIns('x')];
    const [a, b] = [
      '4cb745bafaab6a8e607283d7c25a9e31adb220acade7355814c67344162bc59a',
      'e337f380602a8a48c1db442270313edeafa1eb663600d2f6b6bbceace3677ba4',
    ];
    expect(one.id(a)).toBe(one.id(a));
    expect(one.id(a)).not.toBe(one.id(b));
    expect([other.id(b), other.id(a)]).toEqual([one.id(a), one.id(b)]);
    expect(createStandIns('y').id(a)).not.toBe(one.id(a));
  });

  it('are one for an id and the twelve digits that tables show, whichever comes first', () => {
    const standIns = createStandIns('x');
    const real = '4cb745bafaab6a8e607283d7c25a9e31adb220acade7355814c67344162bc59a';
    expect(standIns.id(real).slice(0, 12)).toBe(standIns.id(real.slice(0, 12)));
    expect(standIns.known(real.slice(0, 12))).toBe(standIns.id(real).slice(0, 12));
    expect(standIns.digest(`sha256:${real}`).slice(7, 19)).toBe(standIns.digest(real.slice(0, 12)));
  });

  it('have the type of what they stand for', () => {
    const standIns = createStandIns('x');
    expect(standIns.uid('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(standIns.mac('a')).toMatch(/^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/u);
    expect(standIns.dockerName('a')).toMatch(/^[a-z]+_[a-z]+$/u);
    expect(standIns.serviceAddress('10.96.1.2')).toMatch(/^10\.96\.\d+\.\d+$/u);
    expect(standIns.podAddress('10.244.3.200')).toBe('10.244.0.5');
    expect(Number(standIns.nodePort('31000'))).toBeGreaterThanOrEqual(30_000);
  });
});

describe('names that Kubernetes completes', () => {
  const standIns = createStandIns('x');
  it('are known by their alphabet and their place', () => {
    expect(readGeneratedName('web-77784bbf7d-2s4xp', 'pod', standIns)?.mask).toBe('web-*-*');
    expect(readGeneratedName('web-77784bbf7d', 'replicaset', standIns)?.mask).toBe('web-*');
    expect(readGeneratedName('once-8dg5q', 'pod', standIns)?.mask).toBe('once-*');
    expect(readGeneratedName('web', 'pod', standIns)).toBeUndefined();
    expect(readGeneratedName('web-0', 'pod', standIns)).toBeUndefined();
    expect(readGeneratedName('my-nginx', 'pod', standIns)).toBeUndefined();
    expect(readGeneratedName('once-8dg5q', 'other', standIns)).toBeUndefined();
    expect(readGeneratedName('web-77784bbf7d-2s4xa', 'pod', standIns)).toBeUndefined();
  });

  it('share the hash of their template', () => {
    const replicaSet = readGeneratedName('api-77784bbf7d', 'replicaset', standIns)!.standIn();
    expect(readGeneratedName('api-77784bbf7d-2s4xp', 'pod', standIns)!.standIn().startsWith(`${replicaSet}-`)).toBe(
      true,
    );
  });
});

describe('images', () => {
  it('are compared without what Docker implies', () => {
    expect(shortReference('docker.io/library/nginx:1.30@sha256:00')).toBe('nginx:1.30');
    expect(shortReference('localhost:5000/app')).toBe('localhost:5000/app:latest');
  });

  it('are base images by tag, by bare name and by digest', () => {
    const images = createImages(['nginx:1.30', 'hello-world']);
    expect(images.isBase('docker.io/library/nginx:1.30')).toBe(true);
    expect(images.isBase('docker.io/library/nginx@sha256:00')).toBe(true);
    expect(images.isBase('hello-world')).toBe(true);
    expect(images.isBase('nginx:1.29')).toBe(false);
    expect(images.isBase('greeter:1.0')).toBe(false);
    images.learnBaseDigest('sha256:d3f19ec34c9ecc677cdc234d38bd65ce9490376122ee97e0eec34c0fa632217d');
    expect(images.isBaseDigest('d3f19ec34c9e')).toBe(true);
  });
});

describe('types of varying values', () => {
  it.each([
    ['7.42MB', 'size'],
    ['0B', 'size'],
    ['128 Mi', undefined],
    ['1.30.6', 'version'],
    ['6.18.44-fc-v595', 'version'],
    ['bookworm', undefined],
    ['3 weeks ago', 'duration'],
    ['1.204s', 'duration'],
    ['12', 'count'],
    ['12a', undefined],
    ['0.01%', 'percent'],
    ['d3f19ec34c9e', 'digest'],
    ['d3f19ec34c9', undefined],
  ] as const)('%s is of type %s', (text, type) => {
    const types = (['size', 'version', 'digest', 'count', 'duration', 'percent'] as const).filter((one) =>
      hasType(text, one),
    );
    if (type === undefined) expect(types.filter((one) => one !== 'version' || !/\d/u.test(text))).toEqual([]);
    else expect(types).toContain(type);
  });
});
