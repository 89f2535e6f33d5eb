// Owns the line of the history page for a wish to go back that nobody has decided on.

import type { Rollback } from '@/lib/office/publish/rollback';
import { Alert } from './alert';
import { DeskTime } from './desk-time';

/** Who asked, why, and the way to look at it. */
export function RollbackWish({ wish, timeZone }: { readonly wish: Rollback; readonly timeZone: string }) {
  const { id, officeId, to, requestedBy, reason } = wish;
  return (
    <Alert
      kind="info"
      heading={to === null ? 'Somebody asks to take the list back' : 'Somebody asks to go back'}
    >
      <p>
        <bdi>{requestedBy.name}</bdi>, <DeskTime at={requestedBy.at} timeZone={timeZone} />:{' '}
        <bdi>“{reason}”</bdi>
      </p>
      <p>
        <a href={`/office/${officeId}/history/back/${id}/`}>Look at what voters would see</a>
      </p>
    </Alert>
  );
}
