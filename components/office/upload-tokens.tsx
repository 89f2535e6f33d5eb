// Owns the settings' part on upload tokens: which there are, who made them, when they were last used. Secrets of tokens
// are kept nowhere, so that none can be shown.

import type { UploadToken } from '@/lib/office/accounts/token';
import { DeskTime } from './desk-time';
import { PostButton } from './post-button';
import { TableScroll } from './table-scroll';
import { TokenMaker } from './token-maker';

/** A token without its hash. */
export type ShownToken = Omit<UploadToken, 'hash'>;

interface UploadTokensProps {
  readonly officeId: string;
  readonly tokens: readonly ShownToken[];
  readonly timeZone: string;
}

/** The section "Upload tokens", for those who may make them. */
export function UploadTokens({ officeId, tokens, timeZone }: UploadTokensProps) {
  const inUse = tokens.filter(({ revokedAt }) => revokedAt === null);
  return (
    <section className="desk-section" aria-labelledby="tokens-heading">
      <h2 id="tokens-heading">Upload tokens</h2>
      <p>
        A token lets a program of yours upload files, for example every night. It can make drafts and nothing
        else: people still compare, submit and approve them.
      </p>
      {inUse.length > 0 && (
        <TableScroll label="Upload tokens">
          <table className="desk-table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Made by</th>
                <th scope="col">Last used</th>
                <th scope="col">
                  <span className="visually-hidden">Take back</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {inUse.map((token) => (
                <tr key={token.id}>
                  <th scope="row">
                    <bdi>{token.name}</bdi>
                  </th>
                  <td>
                    <bdi>{token.madeBy.name}</bdi>, <DeskTime at={token.madeAt} timeZone={timeZone} />
                  </td>
                  <td>
                    {token.lastUsedAt === null ? (
                      'Never'
                    ) : (
                      <DeskTime at={token.lastUsedAt} timeZone={timeZone} />
                    )}
                  </td>
                  <td>
                    <PostButton
                      path={`/office/api/tokens/${officeId}/${token.id}/revoke/`}
                      kind="plain"
                      label="Take back"
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <TokenMaker officeId={officeId} />
    </section>
  );
}
