import { request } from 'node:http';
import type { ProbeStep } from '../../lib/example/schema.ts';
import { StepFailure } from '../blocked.ts';
import { quote, textAssertions, textProblem } from '../check-text.ts';
import { milliseconds, pollPause } from '../limits.ts';
import type { Session } from '../session.ts';
import type { StepRunner } from './step-runner.ts';

type Probe = ProbeStep['probe'];
type Outcome = { readonly status: number; readonly body: string } | { readonly refused: string };

/** Asks a server for a page: on this machine, or a Service or Pod through the API server’s proxy. Nothing in the container is needed for it. */
export const probeStep: StepRunner<ProbeStep> = async ({ probe }, session, signal) => {
  const deadline = performance.now() + (probe.within === undefined ? 0 : milliseconds(probe.within));
  session.assertions +=
    (probe.status === undefined ? 0 : 1) + textAssertions(probe.body) + (probe.refused === undefined ? 0 : 1);
  for (;;) {
    const problem = problemOf(probe, await ask(probe, session));
    if (problem === undefined) return;
    if (performance.now() >= deadline) throw new StepFailure(`${aimOf(probe)} ${problem}`);
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, pollPause));
  }
};

const aimOf = (probe: Probe): string =>
  `${probe.url ?? (probe.service === undefined ? `pod ${probe.pod}` : `service ${probe.service}`)}${probe.path ?? ''}`;

function problemOf(probe: Probe, outcome: Outcome): string | undefined {
  if ('refused' in outcome)
    return probe.refused === true && outcome.refused === 'ECONNREFUSED'
      ? undefined
      : `does not answer: ${outcome.refused}`;
  if (probe.refused === true) return `should refuse, and answers ${outcome.status}`;
  if (probe.status !== undefined && outcome.status !== probe.status)
    return `answers ${outcome.status}, not ${probe.status}:\n${quote(outcome.body)}`;
  const problem = probe.body === undefined ? undefined : textProblem(outcome.body, probe.body);
  return problem === undefined ? undefined : `answers a body that ${problem}\n${quote(outcome.body)}`;
}

async function ask(probe: Probe, session: Session): Promise<Outcome> {
  if (probe.url !== undefined) return askAddress(new URL(probe.path ?? '', probe.url), probe.headers ?? {});
  const { api, namespace } = session.cluster ?? {};
  if (api === undefined) throw new StepFailure('a probe of a service or a pod needs a cluster');
  const object = probe.service === undefined ? `pods/${probe.pod}` : `services/${probe.service}`;
  const port = probe.port === undefined ? '' : `:${probe.port}`;
  const answer = await api.ask(`/api/v1/namespaces/${namespace}/${object}${port}/proxy${probe.path ?? '/'}`, {
    headers: probe.headers ?? {},
  });
  return { status: answer.status, body: answer.body };
}

/** `node:http` and not fetch: a probe may set the Host header, and must see a redirect as it is. */
const askAddress = (url: URL, headers: Record<string, string>): Promise<Outcome> =>
  new Promise((resolve) => {
    const outgoing = request(url, { headers, agent: false, timeout: 5_000 }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.once('error', (error) => resolve({ refused: error.message }));
    });
    outgoing.once('timeout', () => outgoing.destroy(new Error('no answer within 5 s')));
    outgoing.once('error', (error: NodeJS.ErrnoException) => resolve({ refused: error.code ?? error.message }));
    outgoing.end();
  });
