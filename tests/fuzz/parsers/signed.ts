// Owns the two lists that keys sign, the pointer and a site's files: altered after signing, and signed in a wrong shape.
// Knows no network.

import { isSha256Hex, POINTER_DOMAIN } from '@/lib/release/format';
import { readPointer } from '@/lib/release/read-objects';
import { signEnvelope } from '@/lib/release/sign';
import { type Site, signSite, verifySite } from '@/lib/release/site-manifest';
import { verifyPointer } from '@/lib/release/verify-pointer';
import { fuzzParser } from '../fuzz-parser';
import { madeRelease } from '../made-release';
import { mutateBytes, mutateJson } from '../mutate';
import { readsAgain } from '../reads-again';

const WORDS = [
  'kind',
  '/p/en/index.html',
  '/p/../etc',
  'root',
  '00001',
  '0'.repeat(64),
  '2026-11-03T00:00:00Z',
];

const payloadOf = (bytes: Uint8Array): string => JSON.parse(new TextDecoder().decode(bytes)).payload;

const SITE_DOMAIN = 'levee-site-v1\n';
const site: Site = {
  formatVersion: 1,
  sequence: 7,
  issuedAt: '2026-11-03T00:00:00Z',
  files: {
    '/index.html': '0'.repeat(64),
    '/_next/static/a-1.js': 'f'.repeat(64),
    '/.well-known/security.txt': 'a'.repeat(64),
  },
  policies: { '/index.html': "default-src 'self'; script-src 'sha256-abc='" },
  mirrors: ['https://mirror.example'],
};
const SITE_WORDS = [
  ...WORDS,
  '/site.json',
  '/v1/current.json',
  '/a/../b',
  '/.git/config',
  '/a.gz',
  '$request_id',
  'https://u:p@a/',
];

/** Both lists that keys sign, each by the verifier of either. Bytes that were altered after they were signed: whatever is
 *  believed was signed as it stands, and for this. */
const envelopes = [true, false].map((isPointer) =>
  fuzzParser(isPointer ? 'pointer' : 'site list', async () => {
    const { pointerBytes, trust, key } = await madeRelease();
    const siteBytes = await signSite(site, key);
    const right = payloadOf(isPointer ? pointerBytes : siteBytes);
    const words = ['"payload":', '"signatures":[', '"keyId":"', '{', '}', '\\u'];
    return {
      input: (random) => mutateBytes([pointerBytes, siteBytes], random, words),
      read: async (bytes) =>
        isPointer ? verifyPointer(bytes, trust) : verifySite(bytes, { ...trust, highestSequence: 0 }),
      judge: (bytes, read) => {
        if (!read.ok) return 'refused';
        return payloadOf(bytes) === right ? 'accepted' : { wrong: 'what nobody signed for this' };
      },
    };
  }),
);

/** A trusted key signs whatever it is: nothing of a wrong shape is handed on. */
const signedPointer = fuzzParser('signed pointer', async () => {
  const { pointer, key, trust } = await madeRelease();
  const notice = {
    id: 'n',
    officeId: 'o',
    kind: 'moved',
    pollingLocationIds: ['p'],
    from: 'a',
    until: 'b',
    text: { en: 'x' },
  };
  const place = { id: 'p', name: 'Hall', line1: '1 A St', city: 'B' };
  const withNotices = {
    notices: [
      { ...notice, newPlace: null },
      { ...notice, newPlace: place },
    ],
  };
  const corpus = [pointer, { ...pointer, ...withNotices, revokedKeys: ['0'.repeat(16)] }];
  return {
    input: (random) => mutateJson(corpus, random, WORDS),
    read: async (payload) => verifyPointer(await signEnvelope(POINTER_DOMAIN, payload, key), trust),
    judge: (_, read) => {
      if (!read.ok) return 'refused';
      const { root, pagesRoot, sequence, issuedAt, expiresAt, notices } = read.value.pointer;
      const isRight =
        isSha256Hex(root) &&
        (pagesRoot === null || isSha256Hex(pagesRoot)) &&
        Number.isSafeInteger(sequence) &&
        sequence >= 0 &&
        !Number.isNaN(Date.parse(issuedAt)) &&
        !Number.isNaN(Date.parse(expiresAt)) &&
        notices.every(({ text }) => Object.values(text).every((each) => typeof each === 'string'));
      return isRight ? readsAgain(read.value.pointer, readPointer) : { wrong: 'a pointer of a wrong shape' };
    },
  };
});

/** The same for a site's list: its paths become files of a mirror, its policies lines of a configuration. */
const signedSite = fuzzParser('signed site list', async () => {
  const { key, trust } = await madeRelease();
  return {
    input: (random) => mutateJson([site], random, SITE_WORDS),
    read: async (payload) =>
      verifySite(await signEnvelope(SITE_DOMAIN, payload, key), { ...trust, highestSequence: 0 }),
    judge: (_, read) => {
      if (!read.ok) return 'refused';
      const { files, policies, mirrors } = read.value.site;
      const path = [...Object.keys(files), ...Object.keys(policies)].find(leadsOut);
      if (path !== undefined) return { wrong: `a site with ${path}` };
      const policy = Object.values(policies).find((text) => /["\\$\r\n\0]/.test(text));
      if (policy !== undefined) return { wrong: `a policy that leaves its line: ${policy}` };
      const mirror = mirrors.find(
        (each) => !URL.canParse(each) || new URL(each).href.length > each.length + 1,
      );
      return mirror === undefined ? 'accepted' : { wrong: `${mirror} is no origin` };
    },
  };
});

/** Outside the folder, into the release, or where a web server would look for something of its own. */
function leadsOut(path: string): boolean {
  const parts = path.slice(1).split('/');
  const isHidden = parts.some(
    (part, index) => part.startsWith('.') && !(index === 0 && part === '.well-known'),
  );
  const isOwn = new URL(path, 'https://a.example').pathname === path && path.startsWith('/');
  return (
    !isOwn || isHidden || parts.includes('') || parts[0] === 'v1' || parts[0] === 'p' || path === '/site.json'
  );
}

/** In the order in which they are tried. */
export const signedParsers = [...envelopes, signedPointer, signedSite];
