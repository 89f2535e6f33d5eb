// Owns which of what a probe has seen is worth waking somebody, and the words for it: what is wrong, and what to do. Pure; it asks nobody.

import { isFresh } from '@/lib/core/rung';
import type { HostReport } from './probe-host';

/** What can be wrong with a host; a name that webhooks and metrics carry, so it stays. */
export type AlarmCode =
  | 'unreachable'
  | 'notVerified'
  | 'rolledBack'
  | 'wrongAnswer'
  | 'cannotCheck'
  | 'oldPointer'
  | 'behind'
  | 'otherLine'
  | 'wrongPages'
  | 'wrongSite'
  | 'certificate'
  | 'slow';

/** `{code: 'oldPointer', host: 'https://vote.example.gov', says: 'its list was last confirmed 45 min ago …', remedy: 'Look whether …'}`. */
export interface Alarm {
  readonly code: AlarmCode;
  readonly host: string;
  readonly says: string;
  readonly remedy: string;
}

/** From when on something is an alarm. */
export interface Limits {
  readonly maxAgeSeconds: number;
  readonly certificateDays: number;
  readonly slowMs: number;
}

/** The highest sequence that a host gave before, and when: `{sequence: 1790000000, line: 'abc', at: '2026-11-03T11:00:00Z'}`. */
export interface Seen {
  readonly sequence: number;
  readonly line: string;
  readonly at: string;
}

/** A new release is on its way to edges and mirrors for at most so long. */
const ON_ITS_WAY_MS = 120_000;
const DAY_MS = 86_400_000;
/** So many lines of the golden file are named. */
const NAMED_LINES = 12;

/** `https://vote.example.gov`, or with the address that was asked: `https://vote.example.gov (192.0.2.7)`. */
export function hostName({ url, ip }: HostReport['target']): string {
  return ip === null ? url : `${url} (${ip})`;
}

/** All that is wrong, host by host in their order. `seen`: host name -> what it gave before. */
export function alarmsOf(
  reports: readonly HostReport[],
  seen: Readonly<Record<string, Seen>>,
  limits: Limits,
  now: Date,
): readonly Alarm[] {
  return reports.flatMap((report) => {
    const host = hostName(report.target);
    const found = [
      failureOf(report),
      ...answersOf(report),
      ageOf(report, limits, now),
      backOf(report, seen[host], now),
      driftOf(report, reports, now),
      pagesOf(report),
      siteOf(report),
      certificateOf(report, limits, now),
      slowOf(report, limits),
    ];
    return found.filter((each) => each !== null).map((each) => ({ ...each, host }));
  });
}

type Found = Omit<Alarm, 'host'> | null;

function failureOf({ failure }: HostReport): Found {
  if (failure === null) return null;
  const { detail, file, network, answer } = failure;
  if (detail === 'notFound' || detail === 'unreachable') {
    const why = network === null ? `it answers with ${answer}` : networkWords(network);
    return {
      code: 'unreachable',
      says: `${file} cannot be had: ${why}`,
      remedy:
        'Look whether the host, its name in DNS and its certificate are well. Voters are answered by the mirrors meanwhile.',
    };
  }
  return {
    code: 'notVerified',
    says: `${file} is refused (${detail}): no voter is answered from it`,
    remedy:
      detail === 'wrongKey' || detail === 'noTrustedKey' || detail === 'revokedKey'
        ? 'Check LEVEE_PUBLIC_KEYS here; if it is right, somebody else has put files on that host.'
        : 'Run "levee verify URL", and put the files there anew. If they were altered, find out by whom.',
  };
}

const NETWORK_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be asked for',
  ETIMEDOUT: 'no answer in time',
  TimeoutError: 'no answer in time',
  REDIRECT: 'it leads to another address, where no browser follows',
  CERT_HAS_EXPIRED: 'its certificate has run out',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody that is known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody that is known here',
};

function networkWords(code: string): string {
  return NETWORK_WORDS[code] ?? `it failed (${code})`;
}

function answersOf({ golden }: HostReport): readonly Found[] {
  const bad = [...golden.falseMissing, ...golden.wrong].sort((a, b) => a - b);
  const wrong: Found =
    bad.length === 0
      ? null
      : {
          code: 'wrongAnswer',
          says: `${bad.length} of the golden addresses ${bad.length === 1 ? 'is' : 'are'} answered wrongly (${linesOf(bad)})${golden.falseMissing.length > 0 ? `, ${golden.falseMissing.length} with "not on the list"` : ''}`,
          remedy:
            'Ask the office whether the list has changed. If it has not, go back to the release before (runbook, "Go back"), then look for the cause.',
        };
  const honest: Found =
    golden.honest.length === 0
      ? null
      : {
          code: 'cannotCheck',
          says: `${golden.honest.length} of the golden addresses cannot be checked (${linesOf(golden.honest)}): files are missing or altered`,
          remedy: 'Run "levee verify URL": it names the files. Put them there anew.',
        };
  return [wrong, honest];
}

function linesOf(lines: readonly number[]): string {
  const named = lines.slice(0, NAMED_LINES).join(', ');
  return `line${lines.length === 1 ? '' : 's'} ${named}${lines.length > NAMED_LINES ? ' …' : ''} of the golden file`;
}

/** docs/format: the office host confirms its list every five minutes. Answers can all be right, and nobody at work any more. */
function ageOf({ pointer }: HostReport, { maxAgeSeconds }: Limits, now: Date): Found {
  if (pointer === null) return null;
  const ageMs = now.getTime() - Date.parse(pointer.issuedAt);
  if (ageMs <= maxAgeSeconds * 1000) return null;
  const isOver = now.getTime() > Date.parse(pointer.expiresAt);
  const voters = isOver || !isFresh(pointer.issuedAt, now) ? '; voters are told so' : '';
  return {
    code: 'oldPointer',
    says: `its list was last confirmed ${span(ageMs)} ago (${pointer.issuedAt})${voters}: late changes since are not in it`,
    remedy: 'Look whether the office host runs and signs, and whether this host still pulls from it.',
  };
}

function backOf({ pointer }: HostReport, seen: Seen | undefined, now: Date): Found {
  if (pointer === null || seen === undefined || pointer.releaseLine !== seen.line) return null;
  // Behind one name stand several machines, which do not all get a release in the same second.
  if (pointer.sequence >= seen.sequence || now.getTime() - Date.parse(seen.at) <= ON_ITS_WAY_MS) return null;
  return {
    code: 'rolledBack',
    says: `it gives release ${pointer.sequence}, and gave ${seen.sequence} before: an older list has been put back`,
    remedy: 'Put the live release there anew. Browsers that saw the newer one refuse this one.',
  };
}

function driftOf({ pointer }: HostReport, reports: readonly HostReport[], now: Date): Found {
  if (pointer === null) return null;
  const pointers = reports.flatMap((report) => report.pointer ?? []);
  const newest = pointers.reduce((best, each) => (each.sequence > best.sequence ? each : best), pointer);
  if (newest.releaseLine !== pointer.releaseLine) {
    return {
      code: 'otherLine',
      says: `its list is of another installation (${pointer.releaseLine}) than the newest one (${newest.releaseLine})`,
      remedy: 'Find out which of them voters should get, and have the others pull from it.',
    };
  }
  if (newest.sequence === pointer.sequence || now.getTime() - Date.parse(newest.issuedAt) <= ON_ITS_WAY_MS) {
    return null;
  }
  return {
    code: 'behind',
    says: `it gives release ${pointer.sequence}, another host has ${newest.sequence} since ${newest.issuedAt}`,
    remedy: 'Look whether it still pulls ("levee mirror --check"), and whether its disk is full.',
  };
}

function pagesOf({ pages }: HostReport): Found {
  const [first, ...more] = pages.wrong;
  if (first === undefined) return null;
  return {
    code: 'wrongPages',
    says: `${first}${more.length > 0 ? ` and ${more.length} more of ${pages.asked} plain pages` : ''} is not there, or not of this release`,
    remedy: 'Run "levee verify URL", and put the pages there anew. Voters without script read them.',
  };
}

function siteOf({ site }: HostReport): Found {
  const [first, ...more] = site?.wrong ?? [];
  if (first === undefined) return null;
  return {
    code: 'wrongSite',
    says: `${first}${more.length > 0 ? ` and ${more.length} more of ${site?.asked} of the site's own files` : ''} is not there, or not what was signed`,
    remedy:
      'Deploy the site anew ("levee deploy", "levee mirror"). If it was altered, find out by whom, and take the host out of DNS until then.',
  };
}

function certificateOf({ certificateEnds }: HostReport, { certificateDays }: Limits, now: Date): Found {
  if (certificateEnds === null) return null;
  const leftMs = certificateEnds.getTime() - now.getTime();
  if (leftMs > certificateDays * DAY_MS) return null;
  return {
    code: 'certificate',
    says: `its certificate ends on ${certificateEnds.toISOString()}`,
    remedy: 'Renew it, and find out why it was not renewed by itself.',
  };
}

function slowOf({ latencyMs }: HostReport, { slowMs }: Limits): Found {
  if (latencyMs === null || latencyMs.p95 <= slowMs) return null;
  return {
    code: 'slow',
    says: `it is slow: 5 of 100 answers take ${latencyMs.p95} ms or more`,
    remedy: 'After 2 s browsers ask the mirrors as well. Look what the edge is busy with ("levee incident").',
  };
}

function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} hours`;
}
