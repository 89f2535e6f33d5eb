// Owns /office/test-computer/: whether passkeys work on the computer at hand, for anybody. Wires only.

import type { Metadata } from 'next';
import { ComputerTest } from '@/components/office/computer-test';
import { OfficePage } from '@/components/office/office-page';
import { RightAddress } from '@/components/office/right-address';
import { officeHost } from '@/lib/adapters/office-origin';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Test this computer' };

export default function TestComputerPage() {
  return (
    <OfficePage
      person={null}
      office={null}
      current={null}
      title="Test this computer"
      lead="Some office computers block what passkeys need. This page shows what works here. It changes nothing."
    >
      <RightAddress origin={officeHost().origin} path="/office/test-computer/" />
      <ComputerTest />
      <p>
        <a href="/office/sign-in/">Sign in</a>
      </p>
    </OfficePage>
  );
}
