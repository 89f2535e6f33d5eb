// Owns row 6: HTTP/2 streams that are opened and taken back by the thousand. Memory and processor stay within bounds.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testCertificate } from '../../edge/test-certificate';
import type { Attack } from '../attack';
import { runAttackProcess } from '../attack-process';
import { check } from '../check';
import { voterChecks } from '../meter';
import { nginxPart } from '../nginx-part';
import type { ResetFigures, ResetSettings } from '../reset-process';
import { type DrillRow, NotRun } from '../row';

const SESSIONS = 8;

export const row: DrillRow = {
  number: 6,
  fault: 'HTTP/2 rapid reset',
  mustGet: 'answer',
  run: async (world, meter) => {
    const folder = join(world.folder, 'edge-tls');
    mkdirSync(folder, { recursive: true });
    const tls = testCertificate(folder, ['localhost']);
    if (tls === null) throw new NotRun('no openssl here to make a certificate with');
    const ca = readFileSync(tls.certificate, 'utf8');
    const edge = await nginxPart({ name: 'edge-tls', folder, root: world.edgeDisk.root, tls });
    await edge.start();
    const reset = rapidReset({ url: edge.url, path: '/en/', sessions: SESSIONS, ca });
    try {
      const before = edge.memoryBytes();
      const settings = { ...world.voters(world.edgeDisk), hosts: [edge.url], ca };
      const { golden, seconds } = world;
      const busyBefore = edge.processorSeconds();
      const watched = await meter.watch({ name: 'rapid reset', settings, attack: reset, seconds, golden });
      const busy = (edge.processorSeconds() - busyBefore) / watched.attack.seconds;
      const grown = (edge.memoryBytes() - before) / 2 ** 20;
      return {
        watched: [watched],
        figures: { streams: watched.attack.requests, sessionsEnded: reset.ended(), processorShare: busy },
        checks: [
          ...voterChecks(watched),
          check(
            'streams taken back',
            watched.attack.requests,
            (count) => count > 1_000,
            'more than a thousand',
          ),
          check(
            'sessions that the edge ended',
            reset.ended(),
            (count) => count > 0,
            'some: it counts requests on a connection',
          ),
          check('the edge grew by', `${grown.toFixed(0)} MB`, () => grown < 100, 'less than 100 MB'),
          check('processors that the edge kept busy', busy.toFixed(2), () => busy < 2, 'fewer than two'),
        ],
      };
    } finally {
      await edge.kill();
    }
  },
};

function rapidReset(settings: ResetSettings): Attack & { readonly ended: () => number } {
  let ended = 0;
  return {
    name: 'rapid reset',
    ended: () => ended,
    run: async (seconds) => {
      const figures = await runAttackProcess<ResetSettings, ResetFigures>(
        'reset-process.ts',
        settings,
        seconds,
      );
      ended += figures.ended;
      return { seconds, requests: figures.streams, errors: 0, refused: 0 };
    },
  };
}
