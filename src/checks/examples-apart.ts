import { defineCheck } from './check.ts';
import { problemOf } from './problem.ts';

export const examplesApart = defineCheck({
  name: 'examples-apart',
  promise: 'no two examples open the same port of this machine',
  run(book) {
    const owners = new Map<number, string>();
    return [...book.examples.values()].flatMap(({ id, example }) =>
      (example.ok ? example.value.ports : []).flatMap((port) => {
        const owner = owners.get(port);
        owners.set(port, owner ?? id);
        if (owner === undefined) return [];
        const fix = `take the next free one, ${nextFree(owners, port)}`;
        return [
          problemOf(`examples/${id}/example.yaml`, {
            code: 'example/port-taken',
            message: `port ${port} belongs to "${owner}"`,
            fix,
          }),
        ];
      }),
    );
  },
});

function nextFree(owners: ReadonlyMap<number, string>, port: number): number {
  let free = port;
  while (owners.has(free)) free += 1;
  return free;
}
