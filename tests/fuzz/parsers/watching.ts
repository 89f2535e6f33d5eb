// Owns what those read who watch: an edge's log, what a probe saw, addresses whose answer is known. Knows no network.

import { readStatusFile } from '@/lib/view/status-file';
import { Collector } from '@/scripts/incident/collect';
import { readLogLine } from '@/scripts/incident/log-line';
import { reportOf } from '@/scripts/incident/report';
import { readGolden } from '@/scripts/probe/golden';
import { fuzzParser } from '../fuzz-parser';
import { FUZZ_NOW } from '../made-release';
import { mutateJson, mutateText } from '../mutate';

const line = {
  time: '2026-11-03T08:00:00+00:00',
  host: 'voter',
  method: 'GET',
  status: 404,
  class: 'object',
  bytes: 5478,
  seconds: 0.004,
  cache: 'HIT',
  agent: 'tool',
  weight: 100,
  path: '/wp-login.php',
};
const SECRET = '112 Heron St 00001';

/** A report is made of whatever lines there are, and nothing that was asked for is in it. */
const log = fuzzParser('access log', async () => {
  const corpus = [
    line,
    { ...line, time: 1_793_707_200.123, path: `/p/${SECRET}` },
    { ...line, status: 200, path: '' },
  ];
  const words = [
    '1793707200123',
    '2026-11-03',
    'HIT',
    'GET',
    'pointer',
    '/v1/current.json',
    '999',
    'Infinity',
  ];
  return {
    input: (random) => Array.from({ length: 3 }, () => mutateJson(corpus, random, words)).join('\n'),
    read: (text) => {
      const collector = new Collector({ fromMs: null, toMs: null });
      for (const each of text.split('\n')) {
        const read = readLogLine(each);
        if (read === null) collector.bad('a.log:1');
        else collector.add(read);
      }
      const collected = collector.result();
      const starts = [...collected.minutes.keys()];
      // As the command does: it asks for a span first.
      const days = (Math.max(...starts) - Math.min(...starts)) / 86_400_000;
      return days > 31 ? null : reportOf(collected, FUZZ_NOW);
    },
    judge: (_, report) => {
      if (report === null) return 'refused';
      if (JSON.stringify(report).includes(SECRET)) return { wrong: 'a path is in the report' };
      return report.requests > 0 ? 'accepted' : 'refused';
    },
  };
});

const host = {
  kind: 'live',
  name: 'vote.example',
  failing: [],
  sequence: 7,
  issuedAt: '2026-11-03T08:00:00Z',
  latencyMs: 12,
  golden: { asked: 3, right: 3 },
};
const edge = { at: '2026-11-03T08:00:00Z', requestsPerSecond: 12.5, connections: 3, answered: 0.99 };

const status = fuzzParser('status file', async () => {
  const corpus = [
    { formatVersion: 1, probedAt: '2026-11-03T08:00:00Z', hosts: [host], edge },
    { formatVersion: 1, probedAt: '2026-11-03T08:00:00Z', hosts: [], edge: null },
  ];
  return {
    input: (random) => mutateJson(corpus, random, ['live', 'mirror', 'failing', '2026-02-30T00:00:00Z']),
    read: readStatusFile,
    judge: (_, file) => {
      if (file === null) return 'refused';
      const isRight =
        !Number.isNaN(Date.parse(file.probedAt)) &&
        file.hosts.every(({ name, golden }) => typeof name === 'string' && golden.asked >= 0);
      return isRight ? 'accepted' : { wrong: 'a report of a wrong shape' };
    },
  };
});

const golden = fuzzParser('golden file', async () => {
  const corpus = [
    'address,place\n"112 Heron St, 00001",Heron Library\n',
    '\ufeffaddress,kind,place_ids\n5 Main St 00001,found,pl-1 pl-2\n',
    JSON.stringify([
      { address: '112 Heron St', kind: 'found', places: [{ id: 'pl-1' }] },
      { address: 'x', expectKind: 'missing' },
    ]),
  ];
  return {
    input: (random) =>
      mutateText(corpus, random, [
        '"',
        ',',
        '\n',
        'address',
        'kind',
        'place',
        '[',
        ']',
        '{',
        '}',
        'null',
        '__proto__',
        'found',
        'constructor',
      ]),
    read: readGolden,
    judge: (_, read) => {
      if (!read.ok) return 'refused';
      const isRight = read.value.every(
        ({ address, kind, places }) =>
          address.trim() !== '' &&
          (kind !== null || places.length > 0) &&
          places.every((place) => typeof place === 'string'),
      );
      return isRight ? 'accepted' : { wrong: 'an address without an answer' };
    },
  };
});

/** In the order in which they are tried. */
export const watchingParsers = [log, status, golden];
