/** A typed line, read far enough to know which programs it runs and what it asks of them. */
export interface Command {
  readonly text: string;
  /** Every program call of the line, with its words in order; `docker compose` counts as one program. */
  readonly calls: readonly Call[];
  /** Whether the line calls the program with this subcommand. */
  runs(program: string, subcommand?: string): boolean;
  /** The call of the program with one of these subcommands. */
  call(program: string, ...subcommands: string[]): Call | undefined;
}

export interface Call {
  readonly program: string;
  /** In docker's short spelling: `docker container ls` is `ps`. */
  readonly subcommand: string;
  /** The words after the subcommand, options included. */
  readonly words: readonly string[];
}

const management: Record<string, Record<string, string>> = {
  container: { ls: 'ps', list: 'ps', ps: 'ps' },
  image: { ls: 'images', list: 'images', rm: 'rmi' },
  buildx: { b: 'build' },
};

function words(text: string): string[] {
  const found: string[] = [];
  let word: string | undefined;
  for (const match of text.matchAll(/'([^']*)'|"((?:\\.|[^"\\])*)"|(\|\||&&|[|;\n]|&(?!\d))|(\\?\S|\s+)/gu)) {
    const [, single, double, operator, other = ''] = match;
    if (operator !== undefined || (other !== '' && /^\s/u.test(other))) {
      if (word !== undefined) found.push(word);
      word = undefined;
      if (operator !== undefined) found.push('\n');
    } else word = (word ?? '') + (single ?? double?.replace(/\\(.)/gu, '$1') ?? other);
  }
  if (word !== undefined) found.push(word);
  return found;
}

function readCall(all: readonly string[]): Call | undefined {
  const rest = [...all];
  while (rest[0] !== undefined && (/^\w+=/u.test(rest[0]) || ['sudo', 'time', 'exec', '!', '('].includes(rest[0])))
    rest.shift();
  let program = rest.shift();
  if (program === undefined) return undefined;
  if (program === 'docker' && rest[0] === 'compose') program = `docker ${rest.shift()!}`;
  if (!/^(?:docker|docker compose|kubectl|helm|kind|git|npm|go)$/u.test(program))
    return { program, subcommand: '', words: rest };
  // Options before the subcommand: those with a value of its own are the few that our examples type.
  while (rest[0]?.startsWith('-')) {
    const option = rest.shift()!;
    if (
      /^(?:-f|-p|-n|--file|--profile|--project-name|--namespace|--kubeconfig|--context|--kube-context|--config)$/u.test(
        option,
      )
    )
      rest.shift();
  }
  let subcommand = rest.shift() ?? '';
  if (program === 'docker' && subcommand in management) {
    const verb = rest.shift() ?? '';
    subcommand = management[subcommand]![verb] ?? verb;
  } else if (
    program === 'docker' &&
    ['network', 'volume', 'system', 'context', 'manifest', 'plugin', 'builder'].includes(subcommand)
  ) {
    subcommand = `${subcommand} ${rest.shift() ?? ''}`.trim();
  }
  return { program, subcommand, words: rest };
}

/** Reads a typed line. */
export function readCommand(text: string): Command {
  const calls: Call[] = [];
  let current: string[] = [];
  for (const word of [...words(text), '\n']) {
    if (word !== '\n') current.push(word);
    else {
      const call = readCall(current);
      if (call) calls.push(call);
      current = [];
    }
  }
  const call = (program: string, ...subcommands: string[]) =>
    calls.find((one) => one.program === program && (subcommands.length === 0 || subcommands.includes(one.subcommand)));
  return {
    text,
    calls,
    call,
    runs: (program, subcommand) => call(program, ...(subcommand === undefined ? [] : [subcommand])) !== undefined,
  };
}
