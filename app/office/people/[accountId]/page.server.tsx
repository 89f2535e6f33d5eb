// Owns /office/people/[accountId]/: one person, for the state's people: passkeys, sessions, and letting in again. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Alert } from '@/components/office/alert';
import { OfficePage } from '@/components/office/office-page';
import { PasskeyList } from '@/components/office/passkey-list';
import { PostButton } from '@/components/office/post-button';
import { RecoveryLink } from '@/components/office/recovery-link';
import { roleWords } from '@/components/office/role-words';
import { SessionList } from '@/components/office/session-list';
import { officePorts } from '@/lib/adapters/office-container';
import { ownTimeZone, pageActor } from '@/lib/adapters/office-page';
import { accountIdSchema, accounts } from '@/lib/office/accounts/account';
import { passkeysOf } from '@/lib/office/accounts/passkey';
import { sessionsThatHold } from '@/lib/office/accounts/sessions';
import { offices } from '@/lib/office/offices/office';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'A person' };

interface PersonProps {
  readonly params: Promise<{ readonly accountId: string }>;
}

export default async function PersonPage({ params }: PersonProps) {
  const { accountId } = await params;
  const actor = await pageActor('people', null, `/office/people/${accountId}/`);
  const ports = await officePorts();
  const known = accountIdSchema.safeParse(accountId).success && (await accounts.read(ports.state, accountId));
  if (!known) notFound();
  const { name, role, officeId, disabledAt } = known.value;
  const office = officeId === null ? null : ((await offices.read(ports.state, officeId))?.value ?? null);
  const timeZone = await ownTimeZone(actor);
  const isSelf = accountId === actor.accountId;
  const trail = [{ label: 'People', href: '/office/people/' }];
  return (
    <OfficePage
      person={actor}
      office={null}
      current="people"
      title={name}
      lead={`${roleWords[role].name}, ${office?.name ?? 'state office'}`}
      trail={trail}
    >
      {disabledAt !== null && (
        <Alert kind="warning" heading="This account is disabled">
          <p>
            Nobody can sign in with it. What they did stays in the audit. A link for a new passkey opens it
            again, and old passkeys stay worthless.
          </p>
        </Alert>
      )}
      <h2>Passkeys</h2>
      <PasskeyList
        passkeys={await passkeysOf(ports.state, accountId)}
        timeZone={timeZone}
        mayRemove={false}
      />
      <h2>Signed in</h2>
      <SessionList
        sessions={await sessionsThatHold(ports, accountId)}
        timeZone={timeZone}
        currentId={actor.sessionId}
        path={`/office/api/sessions/${accountId}/`}
      />
      {isSelf ? (
        <p>
          This is you. <a href="/office/account/">Your own page</a> has your passkeys.
        </p>
      ) : (
        <>
          <h2>Lost the passkey?</h2>
          <p>
            First make sure that it is really them: call a number that you know, or meet them. When they use
            the link, their old passkeys are removed and they are signed out everywhere. Both of you stand in
            the audit.
          </p>
          <RecoveryLink accountId={accountId} name={name} />
          <h2>{disabledAt === null ? 'No longer works here?' : 'Works here again?'}</h2>
          <PostButton
            kind="quiet"
            path={`/office/api/people/${accountId}/disable/`}
            body={{ isDisabled: disabledAt === null }}
            label={disabledAt === null ? 'Disable this account' : 'Enable this account'}
          />
        </>
      )}
    </OfficePage>
  );
}
