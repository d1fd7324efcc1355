import { deleteCluster } from '../harness/cluster/cluster.ts';
import { clusterName } from '../harness/cluster/kind.ts';
import { Blocked } from '../harness/blocked.ts';

// Deletes the examples’ cluster, and no other.
try {
  console.log((await deleteCluster()) ? `deleted the cluster ${clusterName}` : 'there is no cluster of this project');
} catch (error) {
  if (!(error instanceof Blocked)) throw error;
  console.error(`◌ blocked  ${error.message}\n  fix   ${error.fix}`);
  process.exitCode = 2;
}
