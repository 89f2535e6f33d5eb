// Owns row 5: connections in place of requests. New voters still get one.

import { check } from '../check';
import { voterChecks } from '../meter';
import type { DrillRow } from '../row';
import { slowClients } from '../slow-clients';

/** As an attack table has it; an address of the loopback network has 28,000 ports, and we use many. */
const CONNECTIONS = 20_000;

export const row: DrillRow = {
  number: 5,
  fault: 'slowloris, slow read, idle connections',
  mustGet: 'answer',
  run: async (world, meter) => {
    const { edgeDisk, golden, seconds } = world;
    const { hostname: host, port } = new URL(edgeDisk.url);
    const attack = slowClients({
      host,
      port: Number(port),
      path: '/levee.js',
      kinds: ['idle', 'slowHead', 'slowRead', 'slowBody'],
      connections: CONNECTIONS,
    });
    const before = edgeDisk.memoryBytes();
    // Long enough for each time limit of the edge to be reached.
    const length = Math.max(seconds, 10);
    const watched = await meter.watch({
      name: 'slow clients',
      settings: world.voters(edgeDisk),
      attack,
      seconds: length,
      golden,
    });
    const connected = watched.flood.asked - watched.flood.failed;
    const share = (100 * connected) / Math.max(1, watched.flood.asked);
    const grown = (edgeDisk.memoryBytes() - before) / 2 ** 20;
    return {
      watched: [watched],
      figures: { mostOpen: attack.mostOpen(), opened: watched.attack.requests },
      checks: [
        ...voterChecks(watched),
        check(
          'slow connections open at once',
          attack.mostOpen(),
          (count) => count > 1_000,
          'more than a thousand',
        ),
        check('voters who got a connection', `${share.toFixed(2)}%`, () => share >= 99.9, 'at least 99.9%'),
        check('the edge grew by', `${grown.toFixed(0)} MB`, () => grown < 200, 'less than 200 MB'),
      ],
      notes: [
        `${attack.mostOpen()} slow connections were open at once, ${watched.attack.requests} were opened: the edge closes what is too slow.`,
      ],
    };
  },
};
