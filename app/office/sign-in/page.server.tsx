// Owns /office/sign-in/: the way in for everybody who has a passkey. Wires only.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Alert } from '@/components/office/alert';
import { OfficePage } from '@/components/office/office-page';
import { RightAddress } from '@/components/office/right-address';
import { SignInForm } from '@/components/office/sign-in-form';
import { officeHost } from '@/lib/adapters/office-origin';
import { signedInNow } from '@/lib/adapters/office-page';
import { nextPath } from '@/lib/office/accounts/next-path';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Sign in' };

interface SignInProps {
  readonly searchParams: Promise<{ readonly next?: string | string[]; readonly why?: string | string[] }>;
}

/** A map: an address may ask for `constructor`, which every object has. */
const reasons: ReadonlyMap<string | undefined, string> = new Map([
  ['left', 'You are signed out.'],
  ['signedOut', 'Your session was ended.'],
  ['tooOld', 'You were signed in for 12 hours. Please sign in again.'],
  ['idle', 'Nothing happened for 30 minutes, so we signed you out.'],
  ['disabled', 'This account is no longer in use. Ask your state office.'],
]);

export default async function SignInPage({ searchParams }: SignInProps) {
  const asked = await searchParams;
  const next = nextPath([asked.next].flat()[0]);
  if ((await signedInNow()).ok) redirect(next);
  const reason = reasons.get([asked.why].flat()[0]);
  return (
    <OfficePage person={null} office={null} current={null} title="Sign in">
      <RightAddress origin={officeHost().origin} path="/office/sign-in/" />
      {reason && <Alert kind="info" heading={reason} />}
      <SignInForm next={next} />
      <h2>No passkey?</h2>
      <p>You get a one-time link from your state office. Open it, and you make your passkey there.</p>
      <p>If you lost your passkey, ask your state office for a new link. It takes a second person.</p>
      <p>
        <a href="/office/test-computer/">Test this computer</a>
      </p>
    </OfficePage>
  );
}
