// Owns the page on which somebody makes a late change, or one that takes another's place. Wires only.

import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { NoticeForm } from '@/components/office/notice-form';
import { OfficePage } from '@/components/office/office-page';
import { formPlace, noticeGround } from '@/lib/adapters/notice-page';
import { pageActor } from '@/lib/adapters/office-page';
import { firstZone, freshWish, startTimes, wishOf } from '@/lib/office/notices/notice-form';
import { noticeRecords } from '@/lib/office/notices/notice-record';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Make a late change' };

interface NewNoticePageProps {
  readonly params: Promise<{ readonly officeId: string }>;
  readonly searchParams: Promise<{ readonly replaces?: string }>;
}

export default async function NewNoticePage({ params, searchParams }: NewNoticePageProps) {
  const { officeId } = await params;
  const list = `/office/${officeId}/notices/`;
  const actor = await pageActor('notice', officeId, `${list}new/`);
  const { ports, office, timeZone, live } = await noticeGround(officeId);
  if (live === null) redirect(list);
  const zone = firstZone(live, timeZone);
  const { replaces } = await searchParams;
  const old = typeof replaces === 'string' ? await noticeRecords.read(ports.state, officeId, replaces) : null;
  if (replaces !== undefined && old?.value.state !== 'live') notFound();
  const start = old ? wishOf(old.value.notice, live, timeZone) : freshWish(live, zone, ports.now());
  return (
    <OfficePage
      person={actor}
      office={office}
      current="notices"
      title={old ? 'Replace a late change' : 'Make a late change'}
      lead="Nothing changes for voters before another person has approved it."
      trail={[{ label: 'Late changes', href: list }]}
    >
      <NoticeForm
        office={{ id: officeId, state: office.state, phone: office.phone?.number ?? null }}
        places={live.places.map((place) => formPlace(place, timeZone))}
        start={start}
        replaces={old === null ? null : old.value.notice.id}
        isAlone={false}
        timeZone={zone}
        times={startTimes(live, timeZone, ports.now())}
      />
    </OfficePage>
  );
}
