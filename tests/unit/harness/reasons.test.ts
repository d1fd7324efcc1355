import { describe, expect, test } from 'vitest';
import type { KubernetesObject } from '../../../src/harness/cluster/object.ts';
import { lacks, selects } from '../../../src/harness/cluster/object.ts';
import { contradicts, knownEnd, reasonsOf } from '../../../src/harness/journal/reasons.ts';

const pod = (state: object, lastState: object = {}): KubernetesObject => ({
  metadata: { name: 'web', uid: '1', resourceVersion: '1' },
  status: { containerStatuses: [{ name: 'web', restartCount: 0, state, lastState }] },
});

describe('the reasons of a Pod', () => {
  test('come from what its containers wait for and how they ended, now and last time', () => {
    const crashed = pod(
      { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 10s' } },
      { terminated: { reason: 'Error', exitCode: 3 } },
    );
    expect(reasonsOf(crashed).map(({ reason, exitCode }) => [reason, exitCode])).toEqual([
      ['CrashLoopBackOff', undefined],
      ['Error', 3],
    ]);
  });

  test.each([
    ['CrashLoopBackOff', 'Error', false],
    ['CrashLoopBackOff', 'OOMKilled', false],
    ['CrashLoopBackOff', 'ErrImagePull', true],
    ['ImagePullBackOff', 'ErrImagePull', false],
    ['ImagePullBackOff', 'Error', true],
    ['OOMKilled', 'Error', true],
    ['CreateContainerConfigError', 'ErrImagePull', true],
  ])('%s expected, %s seen: another failure? %s', (expected, seen, other) => {
    expect(contradicts(expected, seen)).toBe(other);
  });

  test('end a wait only when they are said often enough to be final', () => {
    const failing = pod({ waiting: { reason: 'ErrImagePull', message: 'not found' } });
    expect(knownEnd([failing])).toBeUndefined();
    expect(knownEnd([failing, failing])?.reason).toBe('ErrImagePull');
  });
});

describe('a part of an object', () => {
  test('is there where each key and each item is', () => {
    expect(
      lacks(
        { spec: { replicas: 3, containers: [{ name: 'a' }, { name: 'web', image: 'x' }] } },
        { spec: { replicas: 3, containers: [{ name: 'web' }] } },
      ),
    ).toBeUndefined();
  });

  test('is missing with the path that differs', () => {
    expect(lacks({ spec: { replicas: 2 } }, { spec: { replicas: 3 } })).toBe('spec.replicas is 2, not 3');
  });
});

test.each([
  ['app=web', true],
  ['app==web', true],
  ['app!=web', false],
  ['app', true],
  ['tier', false],
  ['app=web,tier!=db', true],
])('the selector %s', (selector, fits) => {
  expect(selects(selector, { app: 'web' })).toBe(fits);
});
