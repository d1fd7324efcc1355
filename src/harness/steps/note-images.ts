import { inspectImage } from '../engine/docker.ts';
import { noteInLedger, type Session } from '../session.ts';

/** After a command that may have built one of the example’s images, writes its id down: a later build takes the name, and the image stays. */
export async function noteImages(line: string, session: Session): Promise<void> {
  if (!/\bdocker\b.*\b(build|up|commit|load|import)\b/.test(line)) return;
  for (const name of session.example.docker.images) {
    const facts = await inspectImage(name);
    if (facts !== undefined) session.imageIds.add(facts.Id);
  }
  noteInLedger(session, { images: [...session.example.docker.images, ...session.imageIds] });
}
