// Owns the page with the sign for a door. Printed, nothing but the sign is on the paper. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Alert } from '@/components/office/alert';
import { DoorSign } from '@/components/office/door-sign';
import { OfficePage } from '@/components/office/office-page';
import { PrintButton } from '@/components/office/print-button';
import { noticeGround } from '@/lib/adapters/notice-page';
import { pageActor } from '@/lib/adapters/office-page';
import { qrPath } from '@/lib/client/qr-path';
import { noticeOnSign } from '@/lib/office/notices/door-sign';
import { noticeRecords } from '@/lib/office/notices/notice-record';
import { signLink } from '@/lib/office/notices/sign-link';
import { noticesInForce } from '@/lib/office/publish/notices-in-force';
import { viewSign } from '@/lib/view/sign-view';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Door sign' };

interface SignPageProps {
  readonly params: Promise<{ readonly officeId: string; readonly noticeId: string }>;
}

export default async function SignPage({ params }: SignPageProps) {
  const { officeId, noticeId } = await params;
  const page = `/office/${officeId}/notices/${noticeId}/`;
  const actor = await pageActor('read', officeId, `${page}sign/`);
  const { ports, office, timeZone, live } = await noticeGround(officeId);
  const record = (await noticeRecords.read(ports.state, officeId, noticeId))?.value ?? notFound();
  const { notice } = record;
  const onSign = noticeOnSign(notice, await noticesInForce(ports, ports.now()));
  const places = (live?.places ?? []).filter(({ id }) => notice.pollingLocationIds.includes(id));
  const sign = viewSign({
    notice: onSign,
    places,
    phone: office.phone?.number ?? null,
    timeZone: places[0]?.timeZone ?? timeZone,
    now: ports.now(),
  });
  const link = signLink(onSign, live?.places ?? [], ports.origin);
  return (
    <OfficePage
      person={actor}
      office={office}
      current="notices"
      title="Sign for the door"
      lead="Print it on one page, and hang it where people see it before they wait."
      trail={[
        { label: 'Late changes', href: `/office/${officeId}/notices/` },
        { label: 'This one', href: page },
      ]}
    >
      {onSign !== notice && (
        <Alert kind="info" heading="It says where to go now">
          <p>
            The place that this sign led to has closed or moved since. Hang it up in place of the old one.
          </p>
        </Alert>
      )}
      <PrintButton />
      <DoorSign sign={sign} link={link} code={qrPath(link)} officeName={office.name} />
    </OfficePage>
  );
}
