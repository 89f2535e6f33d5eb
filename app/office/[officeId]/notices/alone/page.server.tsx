// Owns the page on which one approver alone, when nobody else can be reached, tells voters to call before they go. Wires
// only.

import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { NoticeForm } from '@/components/office/notice-form';
import { OfficePage } from '@/components/office/office-page';
import { formPlace, noticeGround } from '@/lib/adapters/notice-page';
import { pageActor } from '@/lib/adapters/office-page';
import { MOST_PLACES_ALONE, mayAlone } from '@/lib/office/notices/call-first';
import { firstZone, freshWish, startTimes } from '@/lib/office/notices/notice-form';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Call before you go' };

interface AlonePageProps {
  readonly params: Promise<{ readonly officeId: string }>;
}

export default async function AlonePage({ params }: AlonePageProps) {
  const { officeId } = await params;
  const list = `/office/${officeId}/notices/`;
  const actor = await pageActor('callFirst', officeId, `${list}alone/`);
  const { ports, office, timeZone, live } = await noticeGround(officeId);
  if (!mayAlone(actor, office)) notFound();
  if (live === null) redirect(list);
  const zone = firstZone(live, timeZone);
  return (
    <OfficePage
      person={actor}
      office={office}
      current="notices"
      title="Call before you go"
      lead={`If nobody else can be reached: you alone can ask voters to call first, for at most ${MOST_PLACES_ALONE} places at once. The places stay on the list.`}
      trail={[{ label: 'Late changes', href: list }]}
    >
      <NoticeForm
        office={{ id: officeId, state: office.state, phone: office.phone?.number ?? null }}
        places={live.places.map((place) => formPlace(place, timeZone))}
        start={{ ...freshWish(live, zone, ports.now()), kind: 'callFirst' }}
        replaces={null}
        isAlone
        timeZone={zone}
        times={startTimes(live, timeZone, ports.now())}
      />
    </OfficePage>
  );
}
