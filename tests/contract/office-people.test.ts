// People getting in, through the routes as a browser calls them, with a passkey made in code: enrolment, sign-in, showing it
// again, sessions, a lost passkey, and who is kept out however often they try.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { POST as remove } from '@/app/office/api/account/passkeys/[passkeyId]/remove/route.server';
import { POST as addAsk } from '@/app/office/api/account/passkeys/ask/route.server';
import { POST as addBegin } from '@/app/office/api/account/passkeys/begin/route.server';
import { POST as addFinish } from '@/app/office/api/account/passkeys/finish/route.server';
import { POST as revokeOwn } from '@/app/office/api/account/sessions/[sessionId]/revoke/route.server';
import { POST as enrolBegin } from '@/app/office/api/enrol/begin/route.server';
import { POST as enrolFinish } from '@/app/office/api/enrol/finish/route.server';
import { POST as disable } from '@/app/office/api/people/[accountId]/disable/route.server';
import { POST as inviteAnew } from '@/app/office/api/people/[accountId]/invite/route.server';
import { POST as withdraw } from '@/app/office/api/people/invitations/[invitationId]/withdraw/route.server';
import { POST as invitePerson } from '@/app/office/api/people/invite/route.server';
import { POST as signInBegin } from '@/app/office/api/sign-in/begin/route.server';
import { POST as signInByName } from '@/app/office/api/sign-in/by-name/route.server';
import { POST as signInFinish } from '@/app/office/api/sign-in/finish/route.server';
import { POST as signOut } from '@/app/office/api/sign-out/route.server';
import { POST as stepUpBegin } from '@/app/office/api/step-up/begin/route.server';
import { POST as stepUpFinish } from '@/app/office/api/step-up/finish/route.server';
import { accounts } from '@/lib/office/accounts/account';
import { type Invited, invite, openInvitations } from '@/lib/office/accounts/invitation';
import { passkeysOf } from '@/lib/office/accounts/passkey';
import { makeOffice } from '@/lib/office/accounts/people';
import { sessionsThatHold } from '@/lib/office/accounts/sessions';
import { systemActor } from '@/lib/office/audit/entry';
import { auditLines } from '@/lib/office/audit/read-audit';
import { memoryPorts } from '@/lib/office/ports/memory-ports.fixture';
import { type Circumstances, SoftwarePasskey } from '@/scripts/drill/software-passkey';

let ports = memoryPorts();
vi.mock('@/lib/adapters/office-container', async (original) => ({
  ...(await original<object>()),
  officePorts: async () => ports,
}));

const ORIGIN = 'http://localhost:3000';
const here: Circumstances = { origin: ORIGIN };
const ana: Invited = { name: 'Ana Ruiz', role: 'editor', officeId: 'ms-adams' };
const sue: Invited = { name: 'Sue Stone', role: 'state', officeId: null };

// biome-ignore lint/suspicious/noExplicitAny: any route, whatever its parameters are called
type Route = (request: Request, context: { params: Promise<any> }) => Promise<Response>;

/** A browser: its cookies, and the address that the socket says. */
class Browser {
  readonly cookies = new Map<string, string>();
  constructor(readonly address = '192.0.2.1') {}

  async post(route: Route, body: unknown = {}, params: object = {}, headers: Record<string, string> = {}) {
    const request = new Request(`${ORIGIN}/office/api/x/`, {
      method: 'POST',
      headers: {
        Origin: ORIGIN,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/json',
        'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36',
        'X-Levee-Socket': this.address,
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      body: JSON.stringify(body),
    });
    const response = await route(request, { params: Promise.resolve(params) });
    for (const cookie of response.headers.getSetCookie()) {
      expect(cookie).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Strict/);
      const [, name = '', value = ''] = /^(__Host-[\w-]+)=([\w-]*);/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    // biome-ignore lint/suspicious/noExplicitAny: JSON of any route
    const json: any = await response.json();
    return { status: response.status, code: (json.error?.code ?? 'ok') as string, json };
  }

  async enrol(secret: string, passkey: SoftwarePasskey, where = here): Promise<string> {
    const begun = await this.post(enrolBegin, { secret });
    if (begun.code !== 'ok') return begun.code;
    return (await this.post(enrolFinish, { secret, response: passkey.make(begun.json.options, where) })).code;
  }

  async signIn(
    passkey: SoftwarePasskey,
    where = here,
    headers: Record<string, string> = {},
  ): Promise<string> {
    const { json } = await this.post(signInBegin);
    const response = passkey.show(json.options, where);
    return (await this.post(signInFinish, { response }, {}, headers)).code;
  }

  async stepUp(passkey: SoftwarePasskey): Promise<string> {
    const { code, json } = await this.post(stepUpBegin);
    if (code !== 'ok') return code;
    return (await this.post(stepUpFinish, { response: passkey.show(json.options, here) })).code;
  }
}

const minutes = (count: number) => {
  ports.clock.now = new Date(ports.clock.now.getTime() + count * 60_000);
};

async function invitation(who: Invited): Promise<string> {
  const made = await invite(ports, who, systemActor('test'));
  if (!made.ok) throw new Error(made.error.code);
  return made.value.secret;
}

async function enrolled(who: Invited) {
  const [browser, passkey] = [new Browser(), new SoftwarePasskey()];
  expect(await browser.enrol(await invitation(who), passkey)).toBe('ok');
  const all = await accounts.list(ports.state);
  const accountId = all.find(({ value }) => value.name === who.name)?.value.id ?? '';
  return { browser, passkey, accountId };
}

async function audited(): Promise<readonly string[]> {
  let text = '';
  for await (const lines of auditLines(ports, null)) text += lines;
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).action);
}

beforeEach(async () => {
  vi.stubEnv('LEVEE_OFFICE_ORIGIN', ORIGIN);
  ports = memoryPorts();
  const adams = { id: 'ms-adams', name: 'Adams County', kind: 'county', state: 'MS' } as const;
  await makeOffice(ports, adams, systemActor('test'));
});

describe('an invitation', () => {
  it('makes an account with a passkey, once, and signs in', async () => {
    const [browser, secret] = [new Browser(), await invitation(ana)];
    expect((await browser.post(enrolBegin, { secret })).json).toMatchObject({
      name: 'Ana Ruiz',
      role: 'editor',
      office: 'Adams County',
      isRecovery: false,
      options: { authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' } },
    });
    expect(await browser.enrol(secret, new SoftwarePasskey())).toBe('ok');
    expect((await browser.post(stepUpBegin)).status).toBe(200);
    expect(await new Browser().enrol(secret, new SoftwarePasskey())).toBe('gone');
    expect(await audited()).toEqual([
      'office.made',
      'invitation.made',
      'account.enrolled',
      'passkey.added',
      'session.started',
    ]);
  });

  it('ends after seven days, and when it is withdrawn', async () => {
    const state = await enrolled(sue);
    const [late, taken] = [await invitation(ana), await invitation(ana)];
    const [first] = await openInvitations(ports, 'ms-adams');
    const gone = await state.browser.post(withdraw, {}, { invitationId: first?.id });
    expect(gone.code).toBe('ok');
    const codes = [
      await new Browser().enrol(late, new SoftwarePasskey()),
      await new Browser().enrol(taken, new SoftwarePasskey()),
    ];
    expect(codes.sort()).toEqual(['gone', 'ok']);
    const another = await invitation(ana);
    minutes(7 * 24 * 60);
    expect(await new Browser().enrol(another, new SoftwarePasskey())).toBe('gone');
    expect(await new Browser().enrol('made-up-secret', new SoftwarePasskey())).toBe('gone');
  });

  it('is used once, whoever is faster', async () => {
    const secret = await invitation(ana);
    const codes = await Promise.all([1, 2, 3].map(() => new Browser().enrol(secret, new SoftwarePasskey())));
    expect(codes.sort()).toEqual(['gone', 'gone', 'ok']);
  });

  it('takes no passkey made elsewhere, by an unverified person, for another challenge, or twice', async () => {
    const secret = await invitation(ana);
    const made = async (where: Circumstances) => new Browser().enrol(secret, new SoftwarePasskey(), where);
    expect(await made({ origin: 'https://evil.example' })).toBe('refused');
    expect(await made({ origin: ORIGIN, isVerified: false })).toBe('refused');
    const begun = await new Browser().post(enrolBegin, { secret });
    minutes(6);
    const response = new SoftwarePasskey().make(begun.json.options, here);
    expect((await new Browser().post(enrolFinish, { secret, response })).code).toBe('challenge');
    const forAnother = await new Browser().post(signInBegin);
    const wrong = new SoftwarePasskey().make(
      { ...forAnother.json.options, rp: { id: 'localhost' }, user: { id: 'YWJj' } },
      here,
    );
    expect((await new Browser().post(enrolFinish, { secret, response: wrong })).code).toBe('challenge');
    const passkey = new SoftwarePasskey();
    expect(await new Browser().enrol(secret, passkey)).toBe('ok');
    expect(await new Browser().enrol(await invitation({ ...ana, name: 'Ben' }), passkey)).toBe('known');
  });

  it('is made by the state’s people, for an office that is there', async () => {
    const state = await enrolled(sue);
    expect((await state.browser.post(invitePerson, ana)).json.link).toMatch(
      /^http:\/\/localhost:3000\/office\/enrol\/#[\w-]{22}$/,
    );
    expect((await state.browser.post(invitePerson, { ...ana, officeId: 'ms-none' })).code).toBe('noOffice');
    expect((await state.browser.post(invitePerson, { ...ana, officeId: null })).code).toBe('wrongOffice');
    expect((await state.browser.post(invitePerson, { ...sue, officeId: 'ms-adams' })).code).toBe(
      'wrongOffice',
    );
    minutes(6);
    expect((await state.browser.post(invitePerson, ana)).code).toBe('stepUp');
    expect(await state.browser.stepUp(state.passkey)).toBe('ok');
    expect((await state.browser.post(invitePerson, ana)).code).toBe('ok');
  });
});

describe('signing in', () => {
  it('takes a passkey that is known, and no answer twice', async () => {
    const { passkey } = await enrolled(ana);
    const browser = new Browser();
    expect(await browser.signIn(passkey)).toBe('ok');
    expect(await browser.signIn(new SoftwarePasskey())).toBe('unknown');
    const begun = await browser.post(signInBegin);
    const response = passkey.show(begun.json.options, here);
    expect((await new Browser().post(signInFinish, { response })).code).toBe('ok');
    expect((await new Browser().post(signInFinish, { response })).code).toBe('challenge');
  });

  it('refuses a passkey shown elsewhere, unverified, or copied, and writes it down', async () => {
    const { passkey } = await enrolled(ana);
    const browser = new Browser();
    expect(await browser.signIn(passkey, { origin: 'https://evil.example' })).toBe('refused');
    expect(await browser.signIn(passkey, { origin: ORIGIN, isVerified: false })).toBe('refused');
    expect(await browser.signIn(passkey)).toBe('ok');
    passkey.counter = 0;
    expect(await browser.signIn(passkey)).toBe('refused');
    expect((await audited()).filter((action) => action === 'signIn.refused')).toHaveLength(3);
  });

  it('finds the passkeys of a name, and does not say whether anybody has it', async () => {
    const { passkey } = await enrolled(ana);
    const ask = async (name: string) => (await new Browser().post(signInByName, { name })).json.options;
    expect((await ask('  ana   RUIZ ')).allowCredentials).toMatchObject([{ id: passkey.id }]);
    const [nobody, again] = [await ask('Nobody'), await ask('nobody')];
    expect(nobody.allowCredentials).toEqual(again.allowCredentials);
    expect(Object.keys(nobody).sort()).toEqual(Object.keys(await ask('Ana Ruiz')).sort());
    passkey.userHandle = null;
    const browser = new Browser();
    const response = passkey.show(await ask('Ana Ruiz'), here);
    expect((await browser.post(signInFinish, { response })).code).toBe('ok');
  });

  it('is over with sign-out, and can be ended from another browser', async () => {
    const { browser, passkey, accountId } = await enrolled(ana);
    const other = new Browser();
    await other.signIn(passkey);
    const stolen = new Map(browser.cookies);
    expect((await browser.post(signOut)).code).toBe('ok');
    expect([...browser.cookies.keys()]).toEqual(['__Host-levee-device']);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    expect((await browser.post(stepUpBegin)).code).toBe('signIn');
    const [left, ...more] = await sessionsThatHold(ports, accountId);
    expect(more).toEqual([]);
    const third = new Browser();
    await third.signIn(passkey);
    expect((await third.post(revokeOwn, {}, { sessionId: left?.id })).code).toBe('ok');
    expect((await other.post(stepUpBegin)).code).toBe('signIn');
    expect((await third.post(stepUpBegin)).code).toBe('ok');
  });

  it('keeps no session and no token in clear', async () => {
    const { browser } = await enrolled(ana);
    const everything = JSON.stringify(await ports.state.list({ prefix: '', limit: 1000 }));
    for (const secret of browser.cookies.values()) expect(everything).not.toContain(secret);
  });
});

describe('showing the passkey again', () => {
  it('is good for this session alone', async () => {
    const { browser, passkey } = await enrolled(sue);
    const other = new Browser();
    await other.signIn(passkey);
    minutes(6);
    expect(await browser.stepUp(passkey)).toBe('ok');
    expect((await browser.post(invitePerson, ana)).code).toBe('ok');
    expect((await other.post(invitePerson, ana)).code).toBe('stepUp');
    const begun = await other.post(stepUpBegin);
    const response = passkey.show(begun.json.options, here);
    expect((await browser.post(stepUpFinish, { response })).code).toBe('challenge');
  });

  it('takes nobody else’s passkey', async () => {
    const { browser } = await enrolled(sue);
    const someone = await enrolled(ana);
    expect(await browser.stepUp(someone.passkey)).toBe('notYours');
  });

  it('is needed for another passkey, of which the last one stays', async () => {
    const { browser, passkey, accountId } = await enrolled(ana);
    const [only] = await passkeysOf(ports.state, accountId);
    expect((await browser.post(remove, {}, { passkeyId: only?.id })).code).toBe('last');
    minutes(6);
    const asked = await browser.post(addAsk);
    const begun = await browser.post(addBegin, { response: passkey.show(asked.json.options, here) });
    expect(begun.json.options.excludeCredentials).toMatchObject([{ id: passkey.id }]);
    const second = new SoftwarePasskey();
    const response = second.make(begun.json.options, here);
    expect((await browser.post(addFinish, { response, name: 'Office phone' })).code).toBe('ok');
    expect((await browser.post(remove, {}, { passkeyId: only?.id })).code).toBe('ok');
    expect(await new Browser().signIn(passkey)).toBe('unknown');
    expect(await new Browser().signIn(second)).toBe('ok');
    const someone = await enrolled(sue);
    const [left] = await passkeysOf(ports.state, accountId);
    expect((await someone.browser.post(remove, {}, { passkeyId: left?.id })).code).toBe('gone');
  });
});

describe('another passkey', () => {
  it('is made for nobody who has no more than the session, however fresh it is', async () => {
    const { browser, passkey, accountId } = await enrolled(ana);
    expect(await browser.stepUp(passkey)).toBe('ok');
    const thief = new Browser();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect((await thief.post(addBegin)).code).toBe('badBody');
    expect((await thief.post(addBegin, { response: {} })).code).toBe('unknown');
    // Neither by a passkey of their own, nor by an answer to another question, nor by one that was used.
    const asked = await thief.post(addAsk);
    const stranger = new SoftwarePasskey();
    expect((await thief.post(addBegin, { response: stranger.show(asked.json.options, here) })).code).toBe(
      'unknown',
    );
    const someone = await enrolled(sue);
    const theirs = someone.passkey.show((await thief.post(addAsk)).json.options, here);
    expect((await thief.post(addBegin, { response: theirs })).code).toBe('notYours');
    const stepUpAnswer = passkey.show((await browser.post(stepUpBegin)).json.options, here);
    expect((await thief.post(addBegin, { response: stepUpAnswer })).code).toBe('challenge');
    const once = passkey.show((await browser.post(addAsk)).json.options, here);
    expect((await browser.post(addBegin, { response: once })).code).toBe('ok');
    expect((await thief.post(addBegin, { response: once })).code).toBe('challenge');
    const made = new SoftwarePasskey().make(
      { ...asked.json.options, rp: { id: 'localhost' }, user: { id: 'YWJj' } },
      here,
    );
    expect((await thief.post(addFinish, { response: made, name: 'Mine' })).code).toBe('challenge');
    expect(await passkeysOf(ports.state, accountId)).toHaveLength(1);
  });

  it('asks for the one that is there each time', async () => {
    const { browser, passkey, accountId } = await enrolled(ana);
    for (const name of ['Phone', 'Key']) {
      const asked = await browser.post(addAsk);
      const begun = await browser.post(addBegin, { response: passkey.show(asked.json.options, here) });
      const response = new SoftwarePasskey().make(begun.json.options, here);
      expect((await browser.post(addFinish, { response, name })).code).toBe('ok');
      expect((await browser.post(addFinish, { response, name })).code).toBe('challenge');
    }
    expect(await passkeysOf(ports.state, accountId)).toHaveLength(3);
  });
});

describe('a lost passkey', () => {
  it('is replaced through a second person: old ones and every session end with the new one', async () => {
    const lost = await enrolled(ana);
    const state = await enrolled(sue);
    expect((await state.browser.post(inviteAnew, {}, { accountId: state.accountId })).code).toBe('yourself');
    const made = await state.browser.post(inviteAnew, {}, { accountId: lost.accountId });
    const secret = made.json.link.split('#')[1];
    expect((await lost.browser.post(stepUpBegin)).code).toBe('ok');
    expect(await new Browser().signIn(lost.passkey)).toBe('ok');
    minutes(1);
    const [browser, passkey] = [new Browser(), new SoftwarePasskey()];
    expect(await browser.enrol(secret, passkey)).toBe('ok');
    expect((await lost.browser.post(stepUpBegin)).code).toBe('signIn');
    expect(await new Browser().signIn(lost.passkey)).toBe('unknown');
    expect((await browser.post(stepUpBegin)).code).toBe('ok');
    expect(await new Browser().signIn(passkey)).toBe('ok');
    expect(await passkeysOf(ports.state, lost.accountId)).toHaveLength(1);
    expect((await audited()).slice(-6, -1)).toEqual([
      'account.enrolled',
      'passkey.removed',
      'session.revoked',
      'passkey.added',
      'session.started',
    ]);
  });

  it('is replaced by the last link made, and by no other one after it', async () => {
    const lost = await enrolled(ana);
    const state = await enrolled(sue);
    const link = async () => {
      const made = await state.browser.post(inviteAnew, {}, { accountId: lost.accountId });
      return made.json.link.split('#')[1] as string;
    };
    const [first, second] = [await link(), await link()];
    expect(await new Browser().enrol(first, new SoftwarePasskey())).toBe('gone');
    expect(await new Browser().enrol(second, new SoftwarePasskey())).toBe('ok');
    expect(await openInvitations(ports, null)).toEqual([]);
  });

  it('is no way back into an account that was disabled since', async () => {
    const lost = await enrolled(ana);
    const state = await enrolled(sue);
    const link = async () => {
      const made = await state.browser.post(inviteAnew, {}, { accountId: lost.accountId });
      return made.json.link.split('#')[1] as string;
    };
    const before = await link();
    const off = (isDisabled: boolean) =>
      state.browser.post(disable, { isDisabled }, { accountId: lost.accountId });
    expect((await off(true)).code).toBe('ok');
    expect((await lost.browser.post(stepUpBegin)).code).toBe('signIn');
    expect(await new Browser().signIn(lost.passkey)).toBe('disabled');
    expect(await new Browser().enrol(before, new SoftwarePasskey())).toBe('gone');
    minutes(1);
    // A link that is made now opens it, and what was stolen stays worthless.
    const passkey = new SoftwarePasskey();
    expect(await new Browser().enrol(await link(), passkey)).toBe('ok');
    expect(await new Browser().signIn(lost.passkey)).toBe('unknown');
    expect(await new Browser().signIn(passkey)).toBe('ok');
  });

  it('may turn up again: who was disabled by mistake is enabled, with old sessions over', async () => {
    const lost = await enrolled(ana);
    const state = await enrolled(sue);
    const off = (isDisabled: boolean) =>
      state.browser.post(disable, { isDisabled }, { accountId: lost.accountId });
    await off(true);
    minutes(1);
    expect((await off(false)).code).toBe('ok');
    expect((await lost.browser.post(stepUpBegin)).code).toBe('signIn');
    expect(await new Browser().signIn(lost.passkey)).toBe('ok');
    const own = await state.browser.post(disable, { isDisabled: true }, { accountId: state.accountId });
    expect(own.code).toBe('yourself');
  });
});

describe('trying too often', () => {
  const flood = async (browser: Browser) => {
    for (let n = 0; n < 30; n++) await browser.post(signInFinish, { response: {} });
  };

  it('closes an address before anything is read, and keeps out nobody who has an account', async () => {
    const { browser, passkey, accountId } = await enrolled(ana);
    const stranger = new Browser();
    await flood(stranger);
    let isRead = false;
    const request = new Request(`${ORIGIN}/office/api/x/`, {
      method: 'POST',
      headers: { Origin: ORIGIN, 'Content-Type': 'application/json', 'X-Levee-Socket': stranger.address },
      body: new ReadableStream(
        {
          pull: (controller) => {
            isRead = true;
            controller.close();
          },
        },
        { highWaterMark: 0 },
      ),
      ...({ duplex: 'half' } as object),
    });
    const response = await signInFinish(request, { params: Promise.resolve({}) });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(isRead).toBe(false);
    // A browser that signed in before; and a new one whose passkey says whose it is.
    expect(await browser.signIn(passkey)).toBe('ok');
    expect(await new Browser().signIn(passkey)).toBe('tooMany');
    expect(await new Browser().signIn(passkey, here, { 'X-Levee-Account': accountId })).toBe('ok');
    expect(await new Browser().signIn(passkey, here, { 'X-Levee-Account': 'made-up-account' })).toBe(
      'tooMany',
    );
    expect(await new Browser('192.0.2.2').signIn(passkey)).toBe('ok');
    minutes(15);
    expect(await new Browser().signIn(passkey)).toBe('ok');
  });

  it('closes one account to strangers from anywhere, and not to its own browser', async () => {
    const { browser, passkey } = await enrolled(ana);
    for (let n = 0; n < 20; n++) {
      expect(await new Browser(`192.0.2.${n + 10}`).signIn(passkey, { origin: 'https://evil.example' })).toBe(
        'refused',
      );
    }
    expect(await new Browser('192.0.2.99').signIn(passkey)).toBe('tooMany');
    expect(await browser.signIn(passkey)).toBe('ok');
  });

  it('counts a whole IPv6 network as one, and X-Forwarded-For only from a proxy of ours', async () => {
    const { passkey } = await enrolled(ana);
    await flood(new Browser('2001:db8:1:2::1'));
    expect(await new Browser('2001:db8:1:2:ffff::9').signIn(passkey)).toBe('tooMany');
    expect(await new Browser('2001:db8:1:3::1').signIn(passkey)).toBe('ok');
    const forged = { 'X-Forwarded-For': '198.51.100.7' };
    expect(await new Browser('2001:db8:1:2::1').signIn(passkey, here, forged)).toBe('tooMany');
    vi.stubEnv('LEVEE_TRUSTED_PROXY', '1');
    expect(await new Browser('2001:db8:1:2::1').signIn(passkey, here, forged)).toBe('ok');
    const appended = { 'X-Forwarded-For': '203.0.113.5, 2001:db8:1:2::1' };
    expect(await new Browser('10.0.0.1').signIn(passkey, here, appended)).toBe('tooMany');
    vi.unstubAllEnvs();
  });

  it('closes one-time links to an address that tries many', async () => {
    const browser = new Browser();
    for (let n = 0; n < 30; n++)
      expect(await browser.enrol(`made-up-${n}`, new SoftwarePasskey())).toBe('gone');
    expect(await browser.enrol(await invitation(ana), new SoftwarePasskey())).toBe('tooMany');
  });
});
