// Owns a draft as the voters' components read a release: the same reader and the same checks of every object, but for the
// signature, which a draft has not got. Nothing is remembered or kept on the device.

import type { VoterRelease } from '@/lib/client/voter-release';
import { err, ok } from '@/lib/core/result';
import { MAX_OBJECT_BYTES, type Pointer } from '@/lib/release/format';
import { cannotCheck, understoodSoFar } from '@/lib/release/outcomes';
import { openVerified } from '@/lib/release/reader';
import { type ObjectError, objectReader, type ReleaseSource } from '@/lib/release/verified-objects';

/** `base`: `/office/api/preview/ms-adams/7Qk/`. */
export function previewRelease(base: string, pointer: Pointer): VoterRelease {
  const object: ReleaseSource['object'] = async (name) => {
    const response = await fetch(`${base}${name}/`).catch(() => null);
    if (response === null) return err({ code: 'unreachable', message: 'no answer' });
    if (!response.ok) return err({ code: 'notFound', message: `status ${response.status}` });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > MAX_OBJECT_BYTES ? err({ code: 'notFound', message: 'too large' }) : ok(bytes);
  };
  const objects = objectReader({ object });
  const verified = { pointer, keyId: '', revokedKeyIds: [] };
  const open: VoterRelease['open'] = async () => {
    const opened = await openVerified(verified, objects, new Date());
    return opened.ok ? ok({ ...opened.value, rung: 'live' }) : opened;
  };
  return {
    open,
    openAnew: open,
    answer: async (text) => {
      const opened = await open();
      if (opened.ok) return opened.value.answer(text, new Date());
      const context = { understood: understoodSoFar(null, null), offices: [], pointer: null };
      return cannotCheck(context, opened.error.code);
    },
    objects,
    // A device asks for bytes to keep them.
    fetchObject: async () => err(notKept),
  };
}

const notKept: ObjectError = {
  code: 'notFound',
  reason: 'unreachable',
  file: '',
  message: 'a preview is not kept',
};
