// Owns what reaches the desk over HTTP: bodies of every route, cookies, addresses of proxies, where to go on after signing in,
// the form of a late change, what passkeys send. Knows no network.

import { addressOf } from '@/lib/adapters/office-route-origin';
import { cookieOf, SESSION_COOKIE } from '@/lib/adapters/session-cookie';
import { createPasskeys } from '@/lib/adapters/webauthn';
import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import { nextPath } from '@/lib/office/accounts/next-path';
import { passkeyIdOf, readResponse } from '@/lib/office/accounts/passkey';
import { goldenAddressesSchema } from '@/lib/office/compare/golden-addresses';
import { noticeOf, noticeWishSchema } from '@/lib/office/notices/notice-wish';
import { isPagePath } from '@/lib/release/page-paths';
import { SoftwarePasskey } from '@/scripts/drill/software-passkey';
import { type Desk, deskRoutes, OFFICE, openDesk } from '../desk';
import { BODIES, hoursWish, knownWish, wish } from '../desk-bodies';
import { fuzzParser } from '../fuzz-parser';
import { mutateJson, mutateText } from '../mutate';

const ORIGIN = 'http://localhost:3000';
/** After so many the desk begins anew: what the bodies have made would be all that is measured. */
const CALLS_A_DESK = 2_000;
const WORDS = [
  'school',
  'library',
  OFFICE,
  'general-2030',
  '2030-02-30',
  '2030-11-05T24:00',
  '99:99',
  'Etc/GMT+14',
  '=1+1',
  'a/b',
  '*',
  ':',
];

const bodies = fuzzParser('office bodies', async () => {
  const handlers = await deskRoutes();
  const routes = [...handlers.keys()];
  const unknown = Object.keys(BODIES).filter((route) => !handlers.has(route));
  if (unknown.length > 0) throw new Error(`no such routes: ${unknown.join(', ')}`);
  let [desk, calls]: [Desk | null, number] = [null, 0];
  // Reports of policies go to the host's log.
  const { warn } = console;
  console.warn = () => {};
  return {
    end: async () => {
      console.warn = warn;
    },
    input: (random) => {
      const route = random.pick(random.chance(0.1) ? routes : Object.keys(BODIES));
      return `${route}\n${random.chance(0.1) ? JSON.stringify(random.pick(BODIES[route] ?? [{}])) : mutateJson(BODIES[route] ?? [{}], random, WORDS)}`;
    },
    read: async (text) => {
      if (desk === null || calls >= CALLS_A_DESK) [desk, calls] = [await openDesk(handlers), 0];
      calls += 1;
      const end = text.indexOf('\n');
      return desk.post(text.slice(0, end), text.slice(end + 1));
    },
    judge: (_, response) => {
      if (response.status >= 500) return { wrong: `answered ${response.status}` };
      return response.ok ? 'accepted' : 'refused';
    },
  };
});

const noticeForm = fuzzParser('notice form', async () => {
  const place = {
    line1: '1 A St',
    city: 'B',
    state: 'XX',
    zip: '00011',
    latLng: null,
    timeZone: 'America/Chicago',
  };
  const places: PlaceAnswer[] = ['school', 'library'].map((id) => ({ ...place, id, name: id }));
  const live = { places, election: { id: 'e', name: 'E', date: '2030-11-05' } };
  const now = new Date('2030-11-05T06:00:00Z');
  return {
    input: (random) => mutateJson([wish, hoursWish, knownWish], random, WORDS),
    read: (text) => {
      const parsed = noticeWishSchema.safeParse(jsonOf(text));
      return parsed.success ? noticeOf(parsed.data, live, 'America/Chicago', now) : null;
    },
    judge: (_, notice) => {
      if (notice === null || !notice.ok) return 'refused';
      const { from, until, pollingLocationIds, text } = notice.value;
      const isTime = [from, until].every((time) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time));
      if (!isTime || from >= until || Date.parse(until) <= now.getTime())
        return { wrong: `${from} to ${until}` };
      if (!pollingLocationIds.every((id) => id === 'school' || id === 'library'))
        return { wrong: 'a place that is none' };
      return text.en && text.es ? 'accepted' : { wrong: 'a language without words' };
    },
  };
});

const golden = fuzzParser('golden addresses', async () => {
  const corpus = [[{ address: '5 Main St', placeId: 'school', placeName: 'Example School' }], []];
  return {
    input: (random) => mutateJson(corpus, random, WORDS),
    read: (text) => goldenAddressesSchema.safeParse(jsonOf(text)),
    judge: (_, parsed) => {
      if (!parsed.success) return 'refused';
      const isRight = parsed.data.every(
        ({ address, placeId }) => address.length >= 3 && address.length <= 300 && placeId !== '',
      );
      return isRight ? 'accepted' : { wrong: 'an address of no length' };
    },
  };
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A request with one header, as a server hands it on: `Headers` of its own would refuse what sockets can bring. */
const withHeader = (value: string): Request => ({ headers: { get: () => value } }) as unknown as Request;

const cookie = fuzzParser('cookie', async () => ({
  input: (random) =>
    mutateText([`a=b; ${SESSION_COOKIE}=abcdefghijk; c=d`, `${SESSION_COOKIE}=`], random, [
      ';',
      '=',
      SESSION_COOKIE,
      '__Host-',
      '; ',
    ]),
  read: (text) => cookieOf(withHeader(text), SESSION_COOKIE),
  judge: (text, secret) => {
    if (secret === null) return 'refused';
    const isThere = /^[A-Za-z0-9_-]{8,64}$/.test(secret) && text.includes(`${SESSION_COOKIE}=${secret}`);
    return isThere ? 'accepted' : { wrong: `${secret} was not sent` };
  },
}));

const forwarded = fuzzParser('proxy header', async () => ({
  input: (random) =>
    mutateText(
      ['203.0.113.7', '10.0.0.1, 2001:db8::1', '::ffff:192.0.2.1', 'fe80::1%eth0', '2001:db8:1:2:3:4:5:6'],
      random,
      [':', '::', ',', '%', '.', 'ffff'],
    ),
  read: (text) => addressOf(withHeader(text), true),
  judge: (_, address) => (address === '' ? { wrong: 'no address at all' } : 'accepted'),
}));

const next = fuzzParser('next path', async () => ({
  input: (random) =>
    mutateText(
      ['/office/ms-adams/?a=b', '//evil.example', '/office/../', 'https://evil.example/office/'],
      random,
      ['/', '\\', '..', '%2f', '@', ':'],
    ),
  read: nextPath,
  judge: (text, path) => {
    const url = new URL(path, ORIGIN);
    const isOurs =
      url.origin === ORIGIN &&
      url.pathname.startsWith('/office/') &&
      !url.pathname.startsWith('/office/api/');
    return isOurs ? (path === text ? 'accepted' : 'refused') : { wrong: `leads to ${url.href}` };
  },
}));

const pagePath = fuzzParser('page path', async () => ({
  input: (random) =>
    mutateText(['/p/en/zip-00001-2.html', '/p/go/index.html', '/p/es/county-a_5f_.b.print.2.html'], random, [
      '/',
      '..',
      '%2e',
      '.html',
      '-',
      '_',
    ]),
  read: isPagePath,
  judge: (path, isPage) => {
    if (!isPage) return 'refused';
    const isSafe =
      new URL(path, ORIGIN).pathname === path && path.split('/').length === 4 && !path.includes('..');
    return isSafe ? 'accepted' : { wrong: `${path} leads elsewhere` };
  },
}));

const CHALLENGE = 'Y2hhbGxlbmdlLWNoYWxsZW5nZQ';

const passkey = fuzzParser('passkey', async () => {
  const passkeys = createPasskeys(ORIGIN);
  const device = new SoftwarePasskey();
  const created = device.make(
    { challenge: CHALLENGE, rp: { id: 'localhost' }, user: { id: 'dXNlcg' } },
    { origin: ORIGIN },
  );
  const made = await passkeys.verifyCreation(created, CHALLENGE);
  if (made === null) throw new Error('the passkey in code is not taken');
  const shown = device.show({ challenge: CHALLENGE, rpId: 'localhost' }, { origin: ORIGIN });
  const kept = {
    ...made,
    id: await passkeyIdOf(made.credentialId),
    accountId: 'a',
    name: 'n',
    addedAt: '',
    lastUsedAt: null,
  };
  const words = [CHALLENGE, 'public-key', 'webauthn.get', 'AAAA', '____', 'b2Q'];
  return {
    input: (random) => mutateJson([created, shown], random, words),
    read: async (text) => {
      const response = jsonOf(text);
      return {
        read: await readResponse(response),
        isMade: (await passkeys.verifyCreation(response, CHALLENGE)) !== null,
        isShown: (await passkeys.verifyRequest(response, CHALLENGE, kept)) !== null,
      };
    },
    judge: (text, { isMade, isShown }) => {
      if (!isMade && !isShown) return 'refused';
      const { response } = jsonOf(text) as { response: Record<string, string> };
      const bytesOf = (from: Record<string, string>, field: string) =>
        Buffer.from(from[field] ?? '', 'base64url');
      if (!isShown) {
        const sent = response.clientDataJSON ?? '';
        // Characters that base64url has not are read by every decoder in its own way: the library has parsed what it read.
        if (Buffer.from(sent, 'base64url').toString('base64url') !== sent) return 'accepted';
        // No signature stands over what a new passkey says of itself: only what it answers, and where, must be right.
        const { type, challenge, origin } = JSON.parse(bytesOf(response, 'clientDataJSON').toString());
        const isRight = type === 'webauthn.create' && challenge === CHALLENGE && origin === ORIGIN;
        return isRight ? 'accepted' : { wrong: `${type} for ${challenge} at ${origin}` };
      }
      const first = (shown as { response: Record<string, string> }).response;
      const fields = ['clientDataJSON', 'authenticatorData', 'signature'];
      // What follows the signature is not looked at by the library: nothing is read of it.
      const wrong = fields.find((field) => {
        const [sent, signed] = [bytesOf(response, field), bytesOf(first, field)];
        return !(field === 'signature' ? sent.subarray(0, signed.length) : sent).equals(signed);
      });
      return wrong === undefined ? 'accepted' : { wrong: `another ${wrong} is taken` };
    },
  };
});

/** In the order in which they are tried. */
export const requestParsers = [bodies, noticeForm, golden, cookie, forwarded, next, pagePath, passkey];
