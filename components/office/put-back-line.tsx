// Owns saying, on a draft and before the approver, what was put back in it, and by whose word.

import type { Draft } from '@/lib/office/drafts/draft';
import { DeskTime } from './desk-time';

interface PutBackLineProps {
  readonly draft: Pick<Draft, 'putBack' | 'checked'>;
  /** `/office/ms-adams/drafts/7Qk/compare/` */
  readonly path: string;
  readonly timeZone: string;
}

/** Nothing where nothing was put back. */
export function PutBackLine({ draft: { putBack = [], checked }, path, timeZone }: PutBackLineProps) {
  if (putBack.length === 0) return null;
  const wanted = putBack.reduce((sum, { count }) => sum + count, 0);
  const standing = checked?.putBack?.count ?? 0;
  return (
    <div className="mapping-line">
      <ul>
        {putBack.map(({ blob, count, by }) => (
          <li key={blob}>
            Put back:{' '}
            {count === 1 ? 'one thing that was' : `${count.toLocaleString('en-US')} things that were`} put
            right before and {count === 1 ? 'is' : 'are'} as before in the files, as <bdi>{by.name}</bdi>{' '}
            said, <DeskTime at={by.at} timeZone={timeZone} />
          </li>
        ))}
        {standing < wanted && (
          <li>
            {(wanted - standing).toLocaleString('en-US')} of them could not be put back into the list as it is
            read now.
          </li>
        )}
      </ul>
      <a href={`${path}#fixes`}>See what was put back</a>
    </div>
  );
}
