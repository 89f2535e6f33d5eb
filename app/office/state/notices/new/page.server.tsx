// Owns the page on which somebody of the state writes a notice to all. Wires only.

import type { Metadata } from 'next';
import { OfficePage } from '@/components/office/office-page';
import { ToAllForm } from '@/components/office/to-all-form';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { freshToAll, STATE_OFFICE, stateZone } from '@/lib/office/notices/to-all';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'A notice to all voters' };

export default async function NewNoticeToAllPage() {
  const actor = await pageActor('state', STATE_OFFICE, '/office/state/notices/new/');
  const ports = await officePorts();
  const timeZone = await stateZone(ports);
  return (
    <OfficePage
      person={actor}
      office={null}
      current="desk"
      title="A notice to all voters"
      lead="A polling place that has moved or closed is a late change of its office, not a notice to all: voters have to read it with the place."
      trail={[
        { label: 'All offices', href: '/office/' },
        { label: 'Notices to all voters', href: '/office/state/notices/' },
      ]}
    >
      <ToAllForm start={freshToAll(timeZone, ports.now())} timeZone={timeZone} />
    </OfficePage>
  );
}
