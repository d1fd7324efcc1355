import { deleteCluster } from '../harness/cluster/cluster.ts';
import { clusterName } from '../harness/cluster/kind.ts';
import { Blocked } from '../harness/blocked.ts';
import { Misuse, readWords, withHelp } from './misuse.ts';
import { done, finish, refused } from './outcome.ts';

const help = `npm run cluster:down

Deletes the kind cluster ${clusterName} of the examples, where this project made it, and no other.`;

finish(
  await withHelp(help, async () => {
    const { values, positionals } = readWords(process.argv.slice(2), { help: { type: 'boolean', short: 'h' } });
    if (values.help === true) return done(help);
    if (positionals.length > 0)
      throw new Misuse(`there is nothing to say after cluster:down: "${positionals.join(' ')}"`);
    try {
      return done(
        (await deleteCluster()) ? `deleted the cluster ${clusterName}` : 'there is no cluster of this project',
      );
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      return refused(2, `◌ blocked  ${error.message}`, `  fix   ${error.fix}`);
    }
  }),
);
