import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, verify } from '../support/run-cli.ts';
import { dockerProblem, kindProblem, needs } from '../support/world.ts';

const docker = (...words: string[]): string => execFileSync('docker', words, { encoding: 'utf8' });

describe('a green example', () => {
  test('is recorded twice, then compared byte for byte', async (context) => {
    needs(dockerProblem, context);
    const { folder, ...recorded } = await verify(['green'], ['--update']);
    expect(recorded.output).toContain('1 passed, 0 failed');
    const path = join(folder, 'green/transcripts/hello.json');
    const transcript = await readFile(path, 'utf8');
    expect(JSON.parse(transcript).entries[0].output).toEqual(['hello']);
    await writeFile(path, transcript.replace('"hello"\n', '"hallo"\n'));
    const compared = await runCli('src/cli/verify.ts', ['green'], { EXAMPLES_DIR: folder }).result;
    expect(compared.exitCode).toBe(1);
    expect(compared.output).toMatch(/-hallo\s+\+hello/);
    expect(compared.output).toContain('npm run verify -- green --update');
  });
});

describe('an expected failure', () => {
  test('is red when the command succeeds', async (context) => {
    needs(dockerProblem, context);
    const { exitCode, output } = await verify(['fails-succeeds']);
    expect(output).toContain('should fail with exit code 1, and succeeded');
    expect(output).toContain('example.yaml:5:3');
    expect(exitCode).toBe(1);
  });

  test('is red when it fails for another reason', async (context) => {
    needs(dockerProblem, context);
    const { exitCode, output } = await verify(['fails-otherwise']);
    expect(output).toContain('should contain "Permission denied"');
    expect(output).toContain('No such file or directory');
    expect(exitCode).toBe(1);
  });

  test('of a Pod is red when the Pod succeeds, and when it fails otherwise; a hopeless wait ends early', async (context) => {
    needs(kindProblem, context);
    const started = performance.now();
    const { exitCode, output } = await verify(['healed', 'wrong-reason', 'hopeless']);
    expect(output).toContain('pod/healed should fail with OOMKilled, and');
    expect(output).toMatch(/pod\/wrong-reason should fail with CrashLoopBackOff, and failed with ErrImagePull/);
    expect(output).toMatch(/pod\/hopeless will not become condition Ready: (ErrImagePull|ImagePullBackOff)/);
    expect(output).toContain('0 passed, 3 failed');
    expect(exitCode).toBe(1);
    // Ten minutes were allowed: a bound far from both, and no measurement.
    expect(performance.now() - started).toBeLessThan(400_000);
  });
});

describe('a step', () => {
  test('that hangs is ended at its limit, and its container removed', async (context) => {
    needs(dockerProblem, context);
    const { output } = await verify(['hangs']);
    expect(output).toContain('did not end within 2 s');
    expect(docker('ps', '--all', '--quiet', '--filter', 'name=hangs-for-ever')).toBe('');
  });

  test('that leaves something behind is red, and what it left is removed', async (context) => {
    needs(dockerProblem, context);
    const { output } = await verify(['leaves']);
    expect(output).toContain('the cleanup leaves behind: container left-behind, volume left-volume');
    expect(docker('ps', '--all', '--quiet', '--filter', 'name=left-behind')).toBe('');
    expect(docker('volume', 'ls', '--quiet', '--filter', 'name=left-volume')).toBe('');
  });
});

describe('a world that lacks something blocks', () => {
  test('when Docker does not answer', async () => {
    const { exitCode, output } = await verify(['green'], [], { DOCKER_HOST: 'unix:///nowhere/docker.sock' });
    expect(output).toMatch(/blocked {2}(Docker does not answer|docker is not on the PATH)/);
    expect(output).toContain('1 blocked: nothing has been proved');
    expect(exitCode).toBe(2);
  });

  test('when an image cannot be pulled', async (context) => {
    needs(dockerProblem, context);
    const { exitCode, output } = await verify(['no-such-image']);
    expect(output).toContain('the image busybox:0.0-no-such-tag cannot be pulled');
    expect(output).toContain('0 passed, 0 failed, 1 blocked');
    expect(exitCode).toBe(2);
  });

  test('when a port is in use', async (context) => {
    needs(dockerProblem, context);
    const server = createServer().listen(8097, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { exitCode, output } = await verify(['port-taken']);
    server.close();
    expect(output).toContain('port 8097 of this machine is in use');
    expect(exitCode).toBe(2);
  });

  test('when a name is taken, and what bears it stays', async (context) => {
    needs(dockerProblem, context);
    docker('volume', 'create', 'left-volume');
    const { exitCode, output } = await verify(['leaves']);
    expect(docker('volume', 'ls', '--quiet', '--filter', 'name=left-volume').trim()).toBe('left-volume');
    docker('volume', 'rm', 'left-volume');
    expect(output).toContain('there is already a volume left-volume, which leaves did not make');
    expect(exitCode).toBe(2);
  });

  test('when there is no space', async (context) => {
    needs(dockerProblem, context);
    // Only root can mount a file system of 16 kB; the user of a CI runner may become root without a password.
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
    if (asRoot.length > 0 && spawnSync('sudo', ['--non-interactive', 'true']).status !== 0)
      context.skip('blocked: only root can mount a file system of 16 kB');
    const root = (...words: string[]) => {
      const [command = '', ...rest] = [...asRoot, ...words];
      execFileSync(command, rest);
    };
    const folder = '/tmp/f2c-no-space';
    await mkdir(folder, { recursive: true });
    root('mount', '-t', 'tmpfs', '-o', 'size=16k,nr_inodes=3,mode=1777', 'tmpfs', folder);
    try {
      const { exitCode, output } = await verify(['green'], [], { TMPDIR: folder });
      expect(output).toContain('no space left on this machine');
      expect(exitCode).toBe(2);
    } finally {
      root('umount', folder);
    }
  });
});
