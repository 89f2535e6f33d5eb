// Owns the reminder that signs hang at other doors that send people to a place which has closed or moved since.

import type { Notice } from '@/lib/core/lookup/outcome';
import { Alert } from './alert';
import { placeNames } from './notice-kind-text';

interface SignsOvertakenProps {
  /** `/office/ms-adams/notices/` */
  readonly list: string;
  readonly notices: readonly Pick<Notice, 'id' | 'pollingLocationIds'>[];
  /** Place id -> name, as the live list has them. */
  readonly names: ReadonlyMap<string, string>;
}

/** Nothing where no sign is affected. */
export function SignsOvertaken({ list, notices, names }: SignsOvertakenProps) {
  if (notices.length === 0) return null;
  return (
    <Alert kind="warning" heading="Signs at other doors send people here">
      <p>They were printed before this place closed or moved. Print them anew and change them.</p>
      <ul>
        {notices.map(({ id, pollingLocationIds }) => (
          <li key={id}>
            <a href={`${list}${id}/sign/`}>
              Sign for <bdi>{placeNames(pollingLocationIds, names)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
