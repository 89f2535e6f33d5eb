// Owns the way into every page under app/office that needs somebody signed in: who looks, and whether they may. Pages call
// it before they read anything. Knows no page.

import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { may, type OfficeAction } from '@/lib/office/accounts/actor';
import {
  type PersonActor,
  readSession,
  type SessionError,
  type SignedIn,
} from '@/lib/office/accounts/session';
import { type Office, offices } from '@/lib/office/offices/office';
import { officeTimeZone } from '@/lib/view/desk-time';
import { officePorts } from './office-container';
import { deskIsOff } from './office-origin';
import { SESSION_COOKIE } from './session-cookie';

/** Stands for the office of whoever looks (null for the state's people). */
export const OWN_OFFICE = Symbol('own office');

/** `await pageActor('read', officeId)`: who looks. Leads to the sign-in page where nobody is signed in, and from there back to
 *  `next` (default: the office's desk); 404 where they may not: what other offices have is nobody's business. Whether the
 *  passkey is fresh is asked when something is done, not when it is looked at. */
export async function pageActor(
  action: OfficeAction,
  officeId: string | null | typeof OWN_OFFICE,
  next: string = typeof officeId === 'string' ? `/office/${officeId}/` : '/office/',
): Promise<PersonActor> {
  const { actor } = await pageSession(next);
  if (!may(actor, action, officeId === OWN_OFFICE ? actor.officeId : officeId)) notFound();
  return actor;
}

/** The same for pages that are everybody's who is signed in: the session with it. */
export async function pageSession(next: string): Promise<SignedIn> {
  const session = await signedInNow();
  if (session.ok) return session.value;
  const why = session.error === null ? '' : `&why=${session.error.code}`;
  return redirect(`/office/sign-in/?next=${encodeURIComponent(next)}${why}`);
}

/** Who is signed in, for pages that are for everybody; `error` null: no cookie came. */
export async function signedInNow(): Promise<
  | { readonly ok: true; readonly value: SignedIn }
  | { readonly ok: false; readonly error: SessionError | null }
> {
  if (deskIsOff()) notFound();
  const secret = (await cookies()).get(SESSION_COOKIE)?.value;
  return secret ? readSession(await officePorts(), secret) : { ok: false, error: null };
}

/** The office that somebody works for, for the page's bar; null: the state's people work for none. */
export async function ownOffice({ officeId }: Pick<PersonActor, 'officeId'>): Promise<Office | null> {
  if (officeId === null) return null;
  return (await offices.read((await officePorts()).state, officeId))?.value ?? null;
}

/** The zone that moments are shown in: the own office's; for the state's people that of their state's offices. */
export async function ownTimeZone(actor: Pick<PersonActor, 'officeId'>): Promise<string> {
  const office = await ownOffice(actor);
  if (office !== null) return officeTimeZone(office);
  const [first] = await offices.list((await officePorts()).state);
  return officeTimeZone(first?.value ?? { state: '' });
}
