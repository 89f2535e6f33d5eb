// Owns the great flood: millions of requests at edges, all shapes in turn, and how many of them came through to the server
// behind, which is to depend on edges and seconds alone. Knows no configuration.

import { type FloodShape, flood, floodShapes } from '../compare/flood';
import type { Target } from '../compare/target';

/** What one edge was sent, and what it asked for. */
export interface GreatFloodRow {
  readonly edge: string;
  readonly shape: FloodShape;
  readonly requests: number;
  readonly seconds: number;
  readonly originRequests: number;
  readonly originRequestsPerSecond: number;
  /** Of all but `notFound`, answers of 400 and above. */
  readonly badStatus: number;
  readonly unanswered: number;
}

export interface GreatFlood {
  readonly rows: readonly GreatFloodRow[];
  readonly requests: number;
  readonly seconds: number;
  readonly originRequests: number;
  /** Of all edges together. */
  readonly originRequestsPerSecond: number;
  readonly originRequestsPerSecondAndEdge: number;
  /** Enough was sent in the time that there was. */
  readonly isWhole: boolean;
}

export interface GreatFloodOptions {
  /** 5,000,000 where it is left out. */
  readonly requests?: number;
  /** Gives up then. 600 where it is left out. */
  readonly secondsAtMost?: number;
  /** Of one shape at one edge. 10 where it is left out. */
  readonly turnSeconds?: number;
  /** Called after each turn with what has been sent so far. */
  readonly onProgress?: (sent: number) => void;
}

/** Floods the edges one after the other, one shape after the other, until enough has been sent. */
export async function greatFlood(
  edges: readonly Target[],
  { requests: wanted = 5_000_000, secondsAtMost = 600, turnSeconds = 10, onProgress }: GreatFloodOptions = {},
): Promise<GreatFlood> {
  const turns: GreatFloodRow[] = [];
  const sum = (of: (row: GreatFloodRow) => number) => turns.reduce((all, row) => all + of(row), 0);
  const sent = () => sum(({ requests }) => requests);
  const seconds = () => sum((row) => row.seconds);
  for (let turn = 0; sent() < wanted && seconds() < secondsAtMost; turn += 1) {
    const edge = edges[turn % edges.length];
    const shape = floodShapes[Math.floor(turn / edges.length) % floodShapes.length];
    if (edge === undefined || shape === undefined) break;
    turns.push(await oneTurn(edge, shape, { seconds: turnSeconds, seed: turn + 1 }));
    onProgress?.(sent());
  }
  const originRequests = sum((row) => row.originRequests);
  const perSecond = seconds() > 0 ? originRequests / seconds() : 0;
  return {
    rows: byEdgeAndShape(turns),
    requests: sent(),
    seconds: seconds(),
    originRequests,
    originRequestsPerSecond: perSecond,
    // One edge at a time is flooded.
    originRequestsPerSecondAndEdge: perSecond,
    isWhole: sent() >= wanted,
  };
}

async function oneTurn(
  edge: Target,
  shape: FloodShape,
  turn: { readonly seconds: number; readonly seed: number },
): Promise<GreatFloodRow> {
  const counter = edge.originRequests;
  const before = counter === 'everyRequest' ? 0 : await counter();
  const figures = await flood(edge, { shape, acceptEncoding: 'gzip', ...turn });
  const originRequests = counter === 'everyRequest' ? figures.requests : (await counter()) - before;
  const { requests, seconds, badStatus, unanswered } = figures;
  return {
    edge: edge.name,
    shape,
    requests,
    seconds,
    originRequests,
    originRequestsPerSecond: originRequests / seconds,
    badStatus: shape === 'notFound' ? 0 : badStatus,
    unanswered,
  };
}

function byEdgeAndShape(turns: readonly GreatFloodRow[]): readonly GreatFloodRow[] {
  const rows = new Map<string, GreatFloodRow>();
  for (const turn of turns) {
    const key = `${turn.edge} ${turn.shape}`;
    const known = rows.get(key);
    rows.set(key, known === undefined ? turn : both(known, turn));
  }
  return [...rows.values()];
}

function both(a: GreatFloodRow, b: GreatFloodRow): GreatFloodRow {
  const [seconds, originRequests] = [a.seconds + b.seconds, a.originRequests + b.originRequests];
  return {
    ...a,
    requests: a.requests + b.requests,
    seconds,
    originRequests,
    originRequestsPerSecond: originRequests / seconds,
    badStatus: a.badStatus + b.badStatus,
    unanswered: a.unanswered + b.unanswered,
  };
}
