// Owns an office's settings: phone, what it declares, who stands in, upload tokens. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ListSettings } from '@/components/office/list-settings';
import { MappingMemory } from '@/components/office/mapping-memory';
import { OfficePage } from '@/components/office/office-page';
import { PhoneSettings } from '@/components/office/phone-settings';
import { StandIns } from '@/components/office/stand-ins';
import { UploadTokens } from '@/components/office/upload-tokens';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { accounts } from '@/lib/office/accounts/account';
import { may } from '@/lib/office/accounts/actor';
import { listTokens } from '@/lib/office/accounts/token';
import { listMappings } from '@/lib/office/drafts/mappings';
import { offices } from '@/lib/office/offices/office';
import { officeTimeZone } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Settings' };

interface SettingsPageProps {
  readonly params: Promise<{ readonly officeId: string }>;
}

export default async function SettingsPage({ params }: SettingsPageProps) {
  const { officeId } = await params;
  const actor = await pageActor('read', officeId, `/office/${officeId}/settings/`);
  const ports = await officePorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const timeZone = officeTimeZone(office);
  const mayChange = may(actor, 'office', officeId);
  const people = (await accounts.list(ports.state))
    .map(({ value }) => value)
    .filter(({ role, disabledAt }) => role === 'state' && disabledAt === null);
  const of = { office, timeZone, mayChange };
  return (
    <OfficePage person={actor} office={office} current="settings" title="Settings">
      <PhoneSettings {...of} />
      <ListSettings {...of} />
      <MappingMemory
        officeId={officeId}
        mappings={await listMappings(ports.state, officeId)}
        timeZone={timeZone}
        mayChange={may(actor, 'draft', officeId)}
      />
      <StandIns
        office={office}
        people={people.map(({ id, name }) => ({ id, name }))}
        mayChange={may(actor, 'state', officeId)}
      />
      {may(actor, 'token', officeId) && (
        <UploadTokens
          officeId={officeId}
          tokens={(await listTokens(ports, officeId)).map(({ hash: _, ...token }) => token)}
          timeZone={timeZone}
        />
      )}
    </OfficePage>
  );
}
