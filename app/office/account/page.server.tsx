// Owns /office/account/: one's own passkeys, and where one is signed in. Wires only.

import type { Metadata } from 'next';
import { Alert } from '@/components/office/alert';
import { OfficePage } from '@/components/office/office-page';
import { OwnPasskeyAdder } from '@/components/office/own-passkey-adder';
import { PasskeyList } from '@/components/office/passkey-list';
import { roleWords } from '@/components/office/role-words';
import { SessionList } from '@/components/office/session-list';
import { officePorts } from '@/lib/adapters/office-container';
import { ownOffice, ownTimeZone, pageActor } from '@/lib/adapters/office-page';
import { passkeysOf } from '@/lib/office/accounts/passkey';
import { sessionsThatHold } from '@/lib/office/accounts/sessions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const actor = await pageActor('ownAccount', null, '/office/account/');
  const ports = await officePorts();
  const office = await ownOffice(actor);
  const passkeys = await passkeysOf(ports.state, actor.accountId);
  const timeZone = await ownTimeZone(actor);
  const isOnlyOne = passkeys.length < 2;
  return (
    <OfficePage
      person={actor}
      office={office}
      current="account"
      title="Your account"
      lead={`${actor.name}. ${roleWords[actor.role].name}. ${roleWords[actor.role].may}`}
    >
      <h2>Your passkeys</h2>
      {isOnlyOne && (
        <Alert kind="warning" heading="Add a second passkey">
          <p>If you lose your only one, a second person has to let you in again.</p>
        </Alert>
      )}
      <PasskeyList passkeys={passkeys} timeZone={timeZone} mayRemove={!isOnlyOne} />
      <OwnPasskeyAdder isFirstChoice={isOnlyOne} />
      <h2>Where you are signed in</h2>
      <SessionList
        sessions={await sessionsThatHold(ports, actor.accountId)}
        timeZone={timeZone}
        currentId={actor.sessionId}
        path="/office/api/account/sessions/"
      />
      <p className="quiet">
        You are signed out after 30 minutes without a click, and after 12 hours in any case.
      </p>
    </OfficePage>
  );
}
