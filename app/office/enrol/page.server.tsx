// Owns /office/enrol/: where one-time links lead. Wires only: what stands behind `#` never gets here.

import type { Metadata } from 'next';
import { EnrolForm } from '@/components/office/enrol-form';
import { OfficePage } from '@/components/office/office-page';
import { RightAddress } from '@/components/office/right-address';
import { officeHost } from '@/lib/adapters/office-origin';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Your first passkey' };

export default function EnrolPage() {
  return (
    <OfficePage person={null} office={null} current={null} title="Your first passkey">
      <RightAddress origin={officeHost().origin} path="/office/enrol/" />
      <EnrolForm />
    </OfficePage>
  );
}
