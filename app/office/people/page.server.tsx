// Owns /office/people/: who works here. The state's people see all offices and invite; others see their own. Wires only.

import type { Metadata } from 'next';
import { EmptyState } from '@/components/office/empty-state';
import { InvitationList } from '@/components/office/invitation-list';
import { InviteForm } from '@/components/office/invite-form';
import { OfficePage } from '@/components/office/office-page';
import { PeopleTable } from '@/components/office/people-table';
import { officePorts } from '@/lib/adapters/office-container';
import { OWN_OFFICE, ownOffice, ownTimeZone, pageActor } from '@/lib/adapters/office-page';
import { listPeople } from '@/lib/office/accounts/people';
import { offices } from '@/lib/office/offices/office';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const actor = await pageActor('readPeople', OWN_OFFICE, '/office/people/');
  const ports = await officePorts();
  const office = await ownOffice(actor);
  const { people, invitations } = await listPeople(ports, actor.officeId);
  const mayInvite = actor.role === 'state';
  const all = mayInvite ? (await offices.list(ports.state)).map(({ value }) => value) : [];
  const timeZone = await ownTimeZone(actor);
  return (
    <OfficePage person={actor} office={office} current="people" title="People">
      {people.length === 0 ? (
        <EmptyState text="Nobody has an account yet." />
      ) : (
        <PeopleTable people={people} timeZone={timeZone} hasPages={mayInvite} />
      )}
      {invitations.length > 0 && (
        <>
          <h2>Invited</h2>
          <InvitationList invitations={invitations} timeZone={timeZone} mayWithdraw={mayInvite} />
        </>
      )}
      {mayInvite ? (
        <>
          <h2>Invite somebody</h2>
          <InviteForm offices={all.map(({ id, name }) => ({ id, name }))} />
        </>
      ) : (
        <p className="quiet">Your state office invites people, and helps whoever lost a passkey.</p>
      )}
    </OfficePage>
  );
}
