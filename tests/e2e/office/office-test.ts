// Owns the office desk as a browser test gets it: a host of its own for each worker, people who are signed in without a
// passkey's round trip, and a browser that has passkeys.
//
//   import { expect, signedIn, test } from './office-test';
//   import { open } from './ready';
//   test('…', async ({ browser, office }) => {
//     const ana = await signedIn(browser, office, { role: 'editor', officeId: 'ms-adams', name: 'Ana Ruiz' });
//     await open(ana.page, '/office/ms-adams/');
//   });

import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { SESSION_COOKIE } from '@/lib/adapters/session-cookie';
import { type Account, accounts } from '@/lib/office/accounts/account';
import type { Role } from '@/lib/office/accounts/actor';
import { makeOffice } from '@/lib/office/accounts/people';
import { type PersonActor, sessionStart, sessionWrites } from '@/lib/office/accounts/session';
import { systemActor } from '@/lib/office/audit/entry';
import { offices } from '@/lib/office/offices/office';
import { type OfficeServer, startOfficeServer } from './office-server';
import { actsWhenReady } from './ready';

interface WorkerFixtures {
  /** Variables of the host beside its own, to run a file on another store: `test.use({ officeEnv: {…} })`. */
  readonly officeEnv: Readonly<Record<string, string>>;
  /** Shared by a worker's tests: each takes an office id of its own, or people and drafts meet. */
  readonly office: OfficeServer;
}

export const test = base.extend<object, WorkerFixtures>({
  officeEnv: [{}, { option: true, scope: 'worker' }],
  office: [
    async ({ officeEnv }, use) => {
      const server = await startOfficeServer(officeEnv);
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ office }, use) => {
    await use(office.url);
  },
  page: async ({ page }, use) => {
    await use(await actsWhenReady(page));
  },
});

export { expect } from '@playwright/test';

/** Who is to sit at the browser. The office's record is made where it is missing. */
export interface Sitting {
  readonly role: Role;
  /** null for `state` alone. */
  readonly officeId: string | null;
  readonly name?: string;
  /** Minutes since the passkey was last shown; default 0. Past 5, approving asks for it again. */
  readonly verifiedMinutesAgo?: number;
  /** Acts on a page before it is ready, too. Absent: waits for it (./ready.ts). */
  readonly isHasty?: boolean;
}

/** A browser window with somebody at it. */
export interface SignedInBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly actor: PersonActor;
}

/** Sign somebody in straight in the store. Close the context when done. */
export async function signedIn(
  browser: Browser,
  office: OfficeServer,
  { role, officeId, name = `A ${role}`, verifiedMinutesAgo = 0, isHasty = false }: Sitting,
): Promise<SignedInBrowser> {
  const { ports } = office;
  if (officeId !== null) await officeFor(office, officeId);
  const at = ports.now().toISOString();
  const id = ports.newId();
  const account: Account = {
    id,
    name,
    role,
    officeId,
    madeAt: at,
    lastSignInAt: at,
    disabledAt: null,
    signedOutAt: null,
  };
  const { secret, session } = await sessionStart(ports, { accountId: id, browser: 'A test' });
  const verifiedAt = new Date(Date.parse(at) - verifiedMinutesAgo * 60_000).toISOString();
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [accounts.write(account, [id]), ...sessionWrites({ ...session, verifiedAt })],
  });
  const context = await browser.newContext({ baseURL: office.url });
  // Playwright takes a Secure cookie for https alone; Chromium sends it to http://localhost as well.
  const url = office.url.replace('http:', 'https:');
  await context.addCookies([
    { name: SESSION_COOKIE, value: secret, url, secure: true, httpOnly: true, sameSite: 'Strict' },
  ]);
  const actor: PersonActor = {
    kind: 'person',
    accountId: id,
    name,
    role,
    officeId,
    sessionId: session.id,
    verifiedAt,
  };
  const page = await context.newPage();
  return { context, page: isHasty ? page : await actsWhenReady(page), actor };
}

/** The record of an office, made where it is missing: `ms-adams` is Adams County of Mississippi. */
export async function officeFor({ ports }: OfficeServer, officeId: string) {
  const [state = 'ms', ...words] = officeId.split('-');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  const wanted = {
    id: officeId,
    name: `${name} County`,
    kind: 'county',
    state: state.toUpperCase(),
  } as const;
  return makeOffice(ports, wanted, systemActor('test'));
}

/** The same with a phone that somebody has called: it may publish. */
export async function officeWithPhone(office: OfficeServer, officeId: string): Promise<void> {
  await officeFor(office, officeId);
  const { ports } = office;
  const record = await offices.read(ports.state, officeId);
  if (record === null) throw new Error('no office');
  const confirmed = { by: 'A test', at: ports.now().toISOString() };
  const phone = { number: '(601) 555-0100', electionDayHours: '6 am to 9 pm', confirmed };
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [offices.write({ ...record.value, phone }, [officeId])],
  });
}

/** Give a page's browser a device that holds passkeys and always says that it is the right person (WebAuthn §11). */
export async function virtualAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    setVerified: async (isUserVerified) => {
      await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    remove: async () => {
      await client.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
    passkeys: async () =>
      (await client.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}

/** A device with passkeys, in a page. */
export interface VirtualAuthenticator {
  /** Whether it takes whoever is there for the right person. */
  readonly setVerified: (is: boolean) => Promise<void>;
  readonly remove: () => Promise<void>;
  readonly passkeys: () => Promise<number>;
}

/** On the page of the review: takes note of each cause, then approves. The page loads anew after each note, and is empty meanwhile. */
export async function noteAllAndApprove(page: Page): Promise<void> {
  const note = page.getByRole('button', { name: 'I have taken note of this' });
  const approve = page.getByRole('button', { name: 'Approve and publish' });
  await expect(note.or(approve).first()).toBeVisible({ timeout: 20_000 });
  for (let left = await note.count(); left > 0; left -= 1) {
    const loaded = page.waitForEvent('load');
    await note.first().click();
    await loaded;
    await expect(note).toHaveCount(left - 1);
  }
  await approve.click();
}
