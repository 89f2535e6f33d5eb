// Owns what other machines send: commands to the KV bridge, replies of Redis; and what a device or a command line hands in.
// Knows no socket.

import type { IncomingMessage } from 'node:http';
import { recall } from '@/lib/client/release-memory';
import { readSavedPlace } from '@/lib/client/saved-place';
import { readArgs } from '@/scripts/commands/command';
import { readTime } from '@/scripts/commands/read-time';
import { readCommands } from '@/scripts/kv-bridge/read-commands';
import { NotResp, readReply } from '@/scripts/kv-bridge/read-reply';
import { fuzzParser } from '../fuzz-parser';
import { mutateBytes, mutateJson, mutateText } from '../mutate';

const NEVER = /^(SUBSCRIBE|MULTI|EXEC|SELECT|AUTH|MONITOR|SHUTDOWN|CLIENT|WATCH|CONFIG|MODULE|REPLICAOF)$/i;

const bridge = fuzzParser('bridge commands', async () => {
  const single = [
    ['GET', 'a'],
    ['SET', 'a', 'b', 'EX', 5],
    ['EVAL', 'return 1', 0],
  ];
  const several = [
    [
      ['GET', 'a'],
      ['SET', 'a', 1],
    ],
    [['MULTI'], ['EXEC']],
  ];
  const words = ['GET', 'multi', 'config', 'Module', 'SUBSCRIBE', 'SHUTDOWN', 'select', ''];
  return {
    // The first line is method and path, as on a socket.
    input: (random) => {
      const [path, corpus] = random.pick([
        ['/', single],
        ['/pipeline', several],
        ['/multi-exec', several],
      ] as const);
      if (random.chance(0.2))
        return `GET ${mutateText(['/get/a', '/set/a/b%20c', '/multi'], random, ['/', '%', '%ff', '?']).replaceAll('\n', '')}\n`;
      return `POST ${path}\n${mutateJson(corpus, random, words)}`;
    },
    read: (text) => {
      const end = text.indexOf('\n');
      const [method = '', url = ''] = text.slice(0, end).split(' ', 2);
      const body = [Buffer.from(text.slice(end + 1))];
      const request = {
        method,
        url,
        async *[Symbol.asyncIterator]() {
          yield* body;
        },
      };
      return readCommands(request as unknown as IncomingMessage);
    },
    judge: (_, read) => {
      if (!read.ok) return 'refused';
      const { commands } = read.value;
      const isRight =
        commands.length > 0 &&
        commands.every((parts) => parts.length > 0 && parts.every((part) => typeof part !== 'object'));
      if (!isRight) return { wrong: 'no commands' };
      const wrong = commands.find(([name]) => NEVER.test(String(name)));
      return wrong === undefined ? 'accepted' : { wrong: `${wrong[0]} gets through` };
    },
  };
});

const redis = fuzzParser('redis replies', async () => {
  const corpus = [
    '+OK\r\n',
    '-ERR no\r\n',
    ':7\r\n',
    '$5\r\nhello\r\n',
    '$-1\r\n',
    '*2\r\n:1\r\n$1\r\na\r\n',
    '*-1\r\n',
    '*1\r\n*1\r\n*0\r\n',
  ].map((text) => new TextEncoder().encode(text));
  return {
    input: (random) => mutateBytes(corpus, random, ['\r\n', '*1\r\n', '$', ':', '*', '-1', '99999999999']),
    read: (bytes) => readReply(Buffer.from(bytes)),
    judge: (bytes, read) => {
      if (read instanceof NotResp) return 'refused';
      const end = typeof read === 'number' ? read : read.end;
      // Either more bytes are needed than there are, or the reply lies within those that are.
      return typeof read === 'number'
        ? end > bytes.length
          ? 'refused'
          : { wrong: 'would never go on' }
        : end <= bytes.length
          ? 'accepted'
          : { wrong: 'ends after the end' };
    },
  };
});

const device = fuzzParser('device notes', async () => {
  const memory = { highestSequences: { line: 7 }, revokedKeyIds: ['0'.repeat(16)] };
  const texts = Object.fromEntries(
    ['officeId', 'electionId', 'localityId', 'precinctId', 'zip', 'streets', 'electionDate', 'asOf'].map(
      (name) => [name, 'x'],
    ),
  );
  const saved = { version: 1, ...texts, shown: [{ name: 'Hall', lines: ['1 A St'] }] };
  return {
    input: (random) => mutateJson([memory, saved], random, ['__proto__', 'highestSequences', 'shown']),
    read: (text) => ({
      memory: recall(() => ({ getItem: () => text })),
      saved: readSavedPlace(jsonOf(text)),
    }),
    judge: (_, { memory: { highestSequences, revokedKeyIds }, saved: note }) => {
      const isMemory =
        Object.values(highestSequences).every(Number.isSafeInteger) &&
        revokedKeyIds.every((id) => typeof id === 'string');
      if (!isMemory) return { wrong: 'a memory that is none' };
      return note === null ? 'refused' : 'accepted';
    },
  };
});

const commandLine = fuzzParser('command line', async () => {
  const options = {
    release: { type: 'string' },
    now: { type: 'string' },
    place: { type: 'string', multiple: true },
    yes: { type: 'boolean' },
  } as const;
  return {
    input: (random) =>
      mutateText(
        [
          '--release dir --now 2026-11-03T12:00Z --yes',
          '--place a --place=b -- x',
          '2026-02-30',
          '2026-11-03T07:00-05:00',
        ],
        random,
        ['--', '-', '=', ' ', '--now', '--__proto__=1', 'T', 'Z'],
      ),
    read: (text) => ({ args: readArgs(text.split(' '), options), times: text.split(' ').map(readTime) }),
    judge: (_, { args, times }) => {
      const wrong = times.find((time) => time !== null && Number.isNaN(time.getTime()));
      return wrong === undefined ? (args.ok ? 'accepted' : 'refused') : { wrong: 'a time that is none' };
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

/** In the order in which they are tried. */
export const machineParsers = [bridge, redis, device, commandLine];
