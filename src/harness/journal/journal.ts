import { EventEmitter, once } from 'node:events';
import type { Api } from '../cluster/api.ts';
import { allKinds, collectionPath, type Kind } from '../cluster/kinds.ts';
import type { KubernetesObject } from '../cluster/object.ts';

/** One thing that the API server said. */
export interface Entry {
  /** `performance.now()` of its arrival. */
  readonly at: number;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly kind: Kind;
  readonly object: KubernetesObject;
}

/** Everything that the API server says of one namespace, from its first moment on: a state of a fraction of a second is kept too. */
export class Journal {
  readonly #entries: Entry[] = [];
  readonly #current = new Map<string, Entry>();
  readonly #said = new EventEmitter().setMaxListeners(0);
  readonly #stop = new AbortController();
  readonly #listed: Promise<void>[] = [];
  readonly #watches: Promise<void>[];

  private constructor(api: Api, namespace: string) {
    this.#watches = allKinds.map((kind) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#listed.push(promise);
      return this.#watch(api, namespace, kind, resolve);
    });
  }

  /** Begins to listen, and resolves once it hears every kind. The namespace should be new, so that nothing went before. */
  static async begin(api: Api, namespace: string): Promise<Journal> {
    const journal = new Journal(api, namespace);
    await Promise.all(journal.#listed);
    return journal;
  }

  /** Everything that was said of a kind, in order. */
  history(kind: Kind): readonly Entry[] {
    return this.#entries.filter((entry) => entry.kind === kind);
  }

  /** The objects of a kind that are there now. */
  objects(kind: Kind): readonly KubernetesObject[] {
    return [...this.#current.values()].filter((entry) => entry.kind === kind).map((entry) => entry.object);
  }

  /**
   * Asks a question at once and then whenever the API server says something, until it is answered.
   * @returns the answer, or undefined when the time (milliseconds) is up
   */
  async until<Answer>(
    question: () => Answer | undefined,
    within: number,
    signal?: AbortSignal,
  ): Promise<Answer | undefined> {
    const deadline = AbortSignal.any([AbortSignal.timeout(within), ...(signal ? [signal] : [])]);
    for (;;) {
      const answer = question();
      if (answer !== undefined) return answer;
      try {
        await once(this.#said, 'said', { signal: deadline });
      } catch (error) {
        if (deadline.aborted) return question();
        throw error;
      }
    }
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#watches);
  }

  /** Lists, then watches from there on; lists again where the server lost the thread. */
  async #watch(api: Api, namespace: string, kind: Kind, listed: () => void): Promise<void> {
    const path = collectionPath(kind, namespace);
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        const { status, body } = await api.ask(path, { signal });
        if (status !== 200) throw new Error(`${path} answers ${status}`);
        const list = JSON.parse(body) as { metadata: { resourceVersion: string }; items: KubernetesObject[] };
        this.#replace(kind, list.items);
        listed();
        const query = `?watch=true&allowWatchBookmarks=true&resourceVersion=${list.metadata.resourceVersion}`;
        for await (const line of api.lines(path + query, signal)) {
          const { type, object } = JSON.parse(line) as { type: string; object: KubernetesObject };
          if (type === 'ERROR') break;
          if (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED')
            this.#add({ at: performance.now(), type, kind, object });
        }
      } catch {
        if (signal.aborted) return;
        // The server is away for a moment: the next list tells what was missed.
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  /** Takes a list as news: what it has that was unknown or older, and what it lacks that was known. */
  #replace(kind: Kind, items: readonly KubernetesObject[]): void {
    const at = performance.now();
    const listed = new Set(items.map((item) => item.metadata.uid));
    for (const entry of [...this.#current.values()])
      if (entry.kind === kind && !listed.has(entry.object.metadata.uid))
        this.#add({ at, type: 'DELETED', kind, object: entry.object });
    for (const object of items) {
      const known = this.#current.get(object.metadata.uid);
      if (known?.object.metadata.resourceVersion !== object.metadata.resourceVersion)
        this.#add({ at, type: known ? 'MODIFIED' : 'ADDED', kind, object });
    }
  }

  #add(entry: Entry): void {
    this.#entries.push(entry);
    if (entry.type === 'DELETED') this.#current.delete(entry.object.metadata.uid);
    else this.#current.set(entry.object.metadata.uid, entry);
    this.#said.emit('said');
  }
}
