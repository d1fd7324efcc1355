import type { APIRoute } from 'astro';
import { create } from 'tar';
import { exampleIds, provedExample } from '../../site/examples.ts';

/** One archive for each example that is proved. */
export async function getStaticPaths() {
  const ids = await exampleIds();
  const proved = await Promise.all(ids.map((id) => provedExample(id)));
  return ids.filter((_, index) => proved[index]?.ok === true).map((id) => ({ params: { id } }));
}

/** The files of an example, and how it is proved, in a folder of its name; the same files give the same bytes. */
export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const proved = await provedExample(id);
  if (!proved.ok) return new Response(null, { status: 404 });
  const { dir, files } = proved.value.example;
  const archive = create({ cwd: dir, prefix: id, gzip: { level: 9 }, portable: true, mtime: new Date(0) }, [
    'example.yaml',
    ...files,
  ]);
  return new Response(new Uint8Array(await archive.concat()), { headers: { 'Content-Type': 'application/gzip' } });
};
