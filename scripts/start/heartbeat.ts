// Owns the heartbeat: signing the pointer anew, so that its age tells whether anybody is there. What it points to
// stays. Only for a release that this installation's own key has signed.
import { writeRelease } from '@/lib/adapters/release-files';
import type { KeyPair } from '@/lib/adapters/signing-key';
import { toSeconds } from '@/lib/release/compile';
import { nextSequence } from '@/lib/release/sequence';
import { signPointer } from '@/lib/release/sign';
import { ownPointer } from './own-pointer';

/** `signed`; `notOurs`: another key's release, or none; `changed`: somebody published meanwhile, which is as good. */
export type Heartbeat = 'signed' | 'notOurs' | 'changed';

/** Signs the pointer below `folder` once more: same root, higher sequence, as long a life as before. */
export async function beat(folder: string, key: KeyPair, now: Date): Promise<Heartbeat> {
  const pointer = await ownPointer(folder, key);
  if (!pointer) return 'notOurs';
  const lifeMs = Date.parse(pointer.expiresAt) - Date.parse(pointer.issuedAt);
  const bytes = await signPointer(
    {
      ...pointer,
      sequence: nextSequence(pointer.sequence, now),
      issuedAt: toSeconds(now),
      expiresAt: toSeconds(new Date(now.getTime() + lifeMs)),
    },
    key,
  );
  const unlessChanged = async () => {
    const latest = await ownPointer(folder, key);
    return latest?.sequence === pointer.sequence && latest.root === pointer.root ? bytes : null;
  };
  const isSigned = await writeRelease(folder, { objects: new Map(), pointer: unlessChanged });
  return isSigned ? 'signed' : 'changed';
}
