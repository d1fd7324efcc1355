import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Example } from '../../lib/example/load.ts';

/** Those of an example’s public images that its Pods use: named in a manifest, a chart’s values, or a kubectl or helm command. */
export async function imagesForNode(example: Example): Promise<string[]> {
  const manifests = example.files.filter((name) => /\.ya?ml$/.test(name) && !/(^|\/)compose[\w.-]*\.ya?ml$/.test(name));
  const texts = await Promise.all(manifests.map((name) => readFile(join(example.dir, name), 'utf8')));
  const lines = example.steps.flatMap((step) =>
    'run' in step ? [step.run] : 'fails' in step && 'run' in step.fails ? [step.fails.run] : [],
  );
  const words = [...texts, ...lines.filter((line) => /\b(kubectl|helm)\b/.test(line))].join('\n');
  // A chart names the repository and the tag apart.
  const named = (reference: string) => {
    const [repository = '', tag = 'latest'] = reference.split(/:(?=[^/]*$)/);
    return (
      words.includes(reference) ||
      (new RegExp(`repository:\\s*"?${repository.replaceAll('.', String.raw`\.`)}"?\\s*$`, 'm').test(words) &&
        words.includes(tag))
    );
  };
  return example.images.filter(named);
}
