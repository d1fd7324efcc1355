import { describe, expect, it } from 'vitest';
import { openSession } from './session.ts';

const pods = (rows: string) => `NAME                   READY   STATUS    RESTARTS   AGE\n${rows}`;
const three = (age: string, names: readonly [string, string, string]) =>
  pods(names.map((name) => `web-77784bbf7d-${name}   1/1     Running   0          ${age}\n`).join(''));

describe('tables of kubectl', () => {
  it('show ages by the session’s clock, whatever the machine said', () => {
    for (const age of ['1s', '14s', '2m5s']) {
      const { told } = openSession();
      told('kubectl apply -f pod.yaml', 'pod/hello created\n');
      expect(
        told(
          'kubectl get pods',
          `NAME    READY   STATUS    RESTARTS   AGE\nhello   1/1     Running   0          ${age}\n`,
        ),
      ).toEqual(['NAME    READY   STATUS    RESTARTS   AGE', 'hello   1/1     Running   0          4s']);
    }
  });

  it('grow older from command to command, and are young again when made anew', () => {
    const { told } = openSession();
    const age = () =>
      told(
        'kubectl get pod hello',
        'NAME    READY   STATUS    RESTARTS   AGE\nhello   1/1     Running   0          9s\n',
      )[1]!
        .slice(-3)
        .trim();
    told('kubectl apply -f pod.yaml', 'pod/hello created\n');
    expect([age(), age()]).toEqual(['4s', '8s']);
    told('kubectl delete pod hello', 'pod "hello" deleted\n');
    told('kubectl apply -f pod.yaml', 'pod/hello created\n');
    expect(age()).toBe('4s');
  });

  it.each(['<invalid>', '<unknown>', '-4s', 'soon'])('leave an age of %s alone', (age) => {
    expect(
      openSession().told(
        'kubectl get pods',
        `NAME    READY   STATUS    RESTARTS   AGE\nhello   1/1     Running   0          ${age}\n`,
      )[1],
    ).toBe(`hello   1/1     Running   0          ${age}`);
  });

  it('keep the number of restarts and replace only how long ago', () => {
    const row = (restarts: string) =>
      openSession().told(
        'kubectl get pod crash',
        `NAME    READY   STATUS             RESTARTS     AGE\ncrash   0/1     CrashLoopBackOff   ${restarts}   30s\n`,
      )[1];
    expect(row('2 (13s ago)')).toBe(row('2 (9s ago) '));
    expect(row('3 (13s ago)')).not.toBe(row('2 (13s ago)'));
    expect(row('2 (later)  ')).toContain('2 (later)');
  });

  it('give Pods of one ReplicaSet the same names in every run, in the order of the shown names', () => {
    const one = openSession().told('kubectl get pods', three('3s', ['2s4xp', '4kw4n', 'jnsrp']));
    const other = openSession().told('kubectl get pods', three('5s', ['bbbbb', 'xxxxx', 'zzzzz']));
    expect(one).toEqual(other);
    expect(one.slice(1)).toEqual([...one.slice(1)].sort());
    expect(one.join('\n')).not.toContain('2s4xp');
  });

  it('keep the first of a list the first where a command asks for it', () => {
    const { told } = openSession();
    const shown = told('kubectl get pods', three('3s', ['2s4xp', '4kw4n', 'jnsrp']));
    const deleted = told(
      'kubectl delete $(kubectl get pods -o name | head -n 1)',
      'pod "web-77784bbf7d-2s4xp" deleted from f2c-sample-axb1c2 namespace\n',
    );
    expect(deleted).toEqual([`pod "${shown[1]!.split(' ')[0]!}" deleted from sample namespace`]);
  });

  it('know a Pod again wherever it is named', () => {
    const { told } = openSession();
    // Which of three equal Pods answers is chance: it is the first one from then on.
    const name = told('kubectl get pods', three('3s', ['2s4xp', '4kw4n', 'jnsrp']))[1]!.split(' ')[0]!;
    expect(told('kubectl exec deploy/web -- hostname', 'web-77784bbf7d-4kw4n\n')).toEqual([name]);
    expect(told('curl -s localhost:8080', 'Hello from web-77784bbf7d-4kw4n!\n')).toEqual([`Hello from ${name}!`]);
  });

  it('leave names alone that the author wrote', () => {
    const { told } = openSession({ texts: ['metadata:\n  name: my-https\n'] });
    told('kubectl apply -f pod.yaml', 'pod/web-bcdfg created\n');
    expect(
      told(
        'kubectl get pods',
        'NAME        READY   STATUS    RESTARTS   AGE\nmy-https    1/1     Running   0          4s\nweb-bcdfg   1/1     Running   0          4s\n',
      ).slice(1),
    ).toEqual(['my-https    1/1     Running   0          4s', 'web-bcdfg   1/1     Running   0          4s']);
  });

  it('replace Service addresses and node ports, but not those of the author or of every cluster', () => {
    const table =
      'NAME         TYPE        CLUSTER-IP      EXTERNAL-IP   PORT(S)        AGE\nkubernetes   ClusterIP   10.96.0.1       <none>        443/TCP        5m\nweb          NodePort    10.96.141.224   <none>        80:30784/TCP   1s\n';
    const random = openSession().told('kubectl get svc', table).join('\n');
    expect(random).toContain('10.96.0.1 ');
    expect(random).not.toContain('10.96.141.224');
    expect(random).not.toContain('30784');
    expect(
      openSession({ texts: ['nodePort: 30784'] })
        .told('kubectl get svc', table)
        .join('\n'),
    ).toContain('80:30784/TCP');
  });

  it('lay columns out again around what is shown', () => {
    const [header, row] = openSession().told(
      'kubectl get pods -o wide',
      'NAME    READY   STATUS    RESTARTS   AGE   IP             NODE                NOMINATED NODE   READINESS GATES\nhello   1/1     Running   0          10s   10.244.0.219   f2c-control-plane   <none>           <none>\n',
    );
    expect(row!.indexOf('f2c-control-plane')).toBe(header!.indexOf('NODE'));
    expect(row).toContain('10.244.0.5   f2c');
  });

  it('tell events in one order, whichever second they came in', () => {
    const header = 'LAST SEEN   TYPE      REASON      OBJECT      MESSAGE\n';
    const event = (seen: string, reason: string, message: string) =>
      `${seen.padEnd(12)}Normal    ${reason.padEnd(12)}pod/crash   spec.containers{crash}: ${message}\n`;
    const one = openSession().told(
      'kubectl get events',
      header +
        event('5s', 'Pulled', 'ready') +
        event('5s', 'Created', 'made') +
        event('4s', 'Started', 'runs') +
        event('3s', 'BackOff', 'waits'),
    );
    const other = openSession().told(
      'kubectl get events',
      header +
        event('9s', 'BackOff', 'waits') +
        event('8s', 'Pulled', 'ready') +
        event('8s', 'Created', 'made') +
        event('7s', 'Started', 'runs'),
    );
    expect(one).toEqual(other);
  });
});

describe('words of kubectl', () => {
  it('leave out how far a rollout had got when it was asked', () => {
    const waiting = 'Waiting for deployment "web" rollout to finish: 1 of 3 updated replicas are available...\n';
    const end = 'deployment "web" successfully rolled out\n';
    expect(openSession().told('kubectl rollout status deployment/web', waiting + end)).toEqual(
      openSession().told('kubectl rollout status deployment/web', end),
    );
    expect(
      openSession().told(
        'kubectl rollout status deployment/web --timeout=3s',
        `${waiting}error: timed out waiting for the condition\n`,
        1,
      ),
    ).toEqual([waiting.trimEnd(), 'error: timed out waiting for the condition']);
  });

  it('show lists of names in the order of the shown names', () => {
    const list = (names: readonly string[]) => names.map((name) => `pod/web-77784bbf7d-${name}\n`).join('');
    expect(openSession().told('kubectl get pods -o name', list(['2s4xp', '4kw4n']))).toEqual(
      openSession().told('kubectl get pods -o name', list(['bbbbb', 'zzzzz'])),
    );
  });

  it('sort again what the command sorted', () => {
    const { told } = openSession();
    const addresses = told('kubectl get pods -o jsonpath=x | sort', '10.244.0.11\n10.244.0.9\n');
    expect(addresses).toEqual([...addresses].sort());
  });

  it('replace the fields of objects by their keys', () => {
    const yaml = (version: string, uid: string, port: string) =>
      `metadata:\n  resourceVersion: "${version}"\n  uid: ${uid}\nspec:\n  ports:\n  - nodePort: ${port}\n    port: 80\n`;
    const one = openSession().told(
      'kubectl get svc web -o yaml',
      yaml('1627', '64b42691-f3f6-4924-95ce-bc22f6dca653', '30784'),
    );
    const other = openSession().told(
      'kubectl get svc web -o yaml',
      yaml('99', '7c0e8a52-1111-4222-8333-444455556666', '31999'),
    );
    expect(one).toEqual(other);
    expect(one).toContain('    port: 80');
    expect(openSession().told('kubectl get svc web -o yaml', yaml('none', 'x', '80'))).toEqual(
      yaml('none', 'x', '80').trimEnd().split('\n'),
    );
  });
});

describe('dates', () => {
  it('do not hang on which second things fell into', () => {
    const log = (times: readonly string[]) => times.map((time) => `2026/11/21 14:10:${time} GET /\n`).join('');
    const run = (first: readonly string[], second: readonly string[]) => {
      const { told } = openSession();
      return [
        told('kubectl logs web', log(first)),
        told('kubectl logs web', log(second)),
        told('curl -i localhost:8080', `Date: Sat, 21 Nov 2026 14:10:${second.at(-1)!} GMT\n`),
      ];
    };
    expect(run(['05', '05'], ['05', '05', '05'])).toEqual(run(['05', '06'], ['05', '06', '09']));
  });

  it('stay the same where a log is read again', () => {
    const { told } = openSession();
    const line = '2026-11-21T14:10:05.123456789Z ready\n';
    const first = told('kubectl logs web', line);
    told('kubectl get pods', '');
    expect(told('kubectl logs web', line)).toEqual(first);
    expect(first[0]).toMatch(/^2026-01-15T10:24:0\d\.\d{9}Z ready$/u);
  });

  it('of a release are the same in its history as when it was made', () => {
    const { told } = openSession();
    const status = told(
      'helm install greet chart',
      'NAME: greet\nLAST DEPLOYED: Sat Nov 21 14:17:13 2026\nREVISION: 1\n',
    );
    const history = told(
      'helm history greet',
      'REVISION\tUPDATED                 \tSTATUS  \n1       \tSat Nov 21 14:17:13 2026\tdeployed\n',
    );
    expect(history[1]).toContain(status[1]!.slice('LAST DEPLOYED: '.length));
  });
});

describe('releases of Helm', () => {
  const header =
    'NAME \tNAMESPACE        \tREVISION\tUPDATED                              \tSTATUS  \tCHART        \tAPP VERSION\n';
  const release = (name: string, namespace: string) =>
    `${name}\t${namespace}\t1       \t2026-11-21 14:03:11.52 +0000 UTC\tdeployed\tgreeter-0.1.0\t1.30       \n`;

  it('stay in the list when they are the example’s own, in its namespace by the example’s name', () => {
    const shown = openSession().told('helm list', header + release('hello', 'f2c-sample-axb1c2'));
    expect(shown).toHaveLength(2);
    expect(shown[1]).toMatch(/^hello\s+sample\s+1\s/u);
  });

  it('of other examples are left out', () => {
    expect(
      openSession().told('helm list --all-namespaces', header + release('hello', 'f2c-other-zz9zz9')),
    ).toHaveLength(1);
  });
});

describe('Pods that nothing tells apart', () => {
  const run = (victims: readonly number[], names: readonly [string, string, string], wide = false) => {
    const { told } = openSession();
    const address = (name: string) => (wide ? `   10.244.0.${20 + ((names.indexOf(name) * 7) % 5)}` : '');
    const list = (shown: readonly string[]) =>
      told(
        'kubectl get pods',
        `NAME                   READY   STATUS    RESTARTS   AGE${wide ? '   IP' : ''}\n` +
          shown.map((name) => `web-77784bbf7d-${name}   1/1     Running   0          3s ${address(name)}\n`).join(''),
      );
    const first = list(names);
    const rest = list(names.filter((_, index) => !victims.includes(index)));
    return { first, rest };
  };

  it('are told apart in the same way by every run, whichever chance took away', () => {
    const one = run([0], ['2s4xp', '4kw4n', 'jnsrp']);
    expect(run([1], ['2s4xp', '4kw4n', 'jnsrp'])).toEqual(one);
    expect(run([2], ['bbbbb', 'xxxxx', 'zzzzz'])).toEqual(one);
    expect(one.rest.slice(1).map((row) => row.split(' ')[0])).toEqual(
      one.first.slice(1, 3).map((row) => row.split(' ')[0]),
    );
  });

  it('keep their addresses', () => {
    const one = run([0], ['2s4xp', '4kw4n', 'jnsrp'], true);
    expect(run([2], ['bbbbb', 'xxxxx', 'zzzzz'], true)).toEqual(one);
    const pairs = (rows: readonly string[]) =>
      rows.slice(1).map((row) => `${row.split(' ')[0]!} ${row.split(' ').at(-1)!}`);
    expect(pairs(one.first)).toEqual(expect.arrayContaining(pairs(one.rest)));
  });
});
