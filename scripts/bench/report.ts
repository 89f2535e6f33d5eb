// Owns the targets, and how figures are told beside them. Pure: figures in, lines out.

import type { Figures, Publishing } from './measure';
import type { Published } from './publish-tasks';

/** One line of the table: `{name: 'compile / bare parse', value: 5.1, unit: 'times', target: 8, limit: 'most', met: true}`. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: 'times' | 's' | 'MB' | 'KB' | '/s';
  readonly target: number;
  /** Whether the target is the most or the least that will do. */
  readonly limit: 'most' | 'least';
  readonly met: boolean;
}

const KB = 1024;
const MB = 1024 * 1024;

/** Every figure that has a target. */
export function targetLines(figures: Figures): readonly Line[] {
  const { sizes, pages, rates } = figures;
  return [
    line(
      'ingest and compile / bare parse',
      figures.compileSeconds / figures.parseSeconds,
      'times',
      'most',
      8,
    ),
    line('peak memory of ingest and compile', figures.compilePeakBytes / MB, 'MB', 'most', 700),
    line('shard, compressed, 95th percentile', sizes.shardP95Bytes / KB, 'KB', 'most', 12),
    line('shard, compressed, largest', sizes.shardMaxBytes / KB, 'KB', 'most', 40),
    line('whole state, compressed', sizes.allBytes / MB, 'MB', 'most', 5),
    line('root, compressed', sizes.rootBytes / KB, 'KB', 'most', 8),
    line('plain pages, processor time', pages.seconds, 's', 'most', 20),
    line('plain page, compressed, largest', pages.largestBytes / KB, 'KB', 'most', 14),
    line('look-ups, shard decoded, one thread', rates.lookupsPerSecond, '/s', 'least', 100_000),
    line('shards from bytes: hash, check, decode', rates.coldShardsPerSecond, '/s', 'least', 2_000),
    ...publishLines(figures.publishing),
  ];
}

/** The last of `published` is beside all others. */
function publishLines({ published, longestStepSeconds, notice }: Publishing): readonly Line[] {
  const [alone, all] = [published[0], published.at(-1)];
  if (alone === undefined || all === undefined) return [];
  return [
    line('a county’s publish, approval to visible', all.seconds, 's', 'most', 15),
    line('the same, peak memory', all.peakBytes / MB, 'MB', 'most', 400),
    line(
      'the same / alone, processor time',
      all.processorSeconds / alone.processorSeconds,
      'times',
      'most',
      8,
    ),
    line('half a state at once, longest step', longestStepSeconds, 's', 'most', 10),
    line('a late change, processor time', notice.processorSeconds, 's', 'most', 5),
  ];
}

function line(name: string, value: number, unit: Line['unit'], limit: Line['limit'], target: number): Line {
  return { name, value, unit, target, limit, met: limit === 'most' ? value <= target : value >= target };
}

/** The table for people, one line a figure. */
export function table(figures: Figures): string {
  const lines = targetLines(figures).map(({ name, value, unit, target, limit, met }) => {
    const bound = `${limit === 'most' ? '<=' : '>='} ${target.toLocaleString('en-US')} ${unit}`;
    return `${name.padEnd(40)}${`${shown(value)} ${unit}`.padStart(15)}   ${bound.padEnd(15)}${met ? 'met' : 'NOT MET'}`;
  });
  const { rows, turns, parseSeconds, compileSeconds, sizes, pages, rates, publishing } = figures;
  return [
    `${rows.toLocaleString('en-US')} rows; bare parse ${parseSeconds.toFixed(2)} s, ingest and compile ${compileSeconds.toFixed(2)} s (medians of ${turns}, turn by turn)`,
    `${sizes.objects} objects, ${sizes.shards} shards (median ${shown(sizes.shardP50Bytes / KB)} KB)`,
    `${pages.pages} plain pages, ${shown(pages.allBytes / MB)} MB compressed`,
    `look-ups: ${rates.lookups} addresses of the data; ${rates.searches} others, answered by near spellings, at ${shown(rates.searchesPerSecond)} /s`,
    ...publishing.published.map((each) => publishedLine(each, publishing.segments)),
    '',
    ...lines,
    '',
  ].join('\n');
}

function publishedLine(
  { offices, seconds, processorSeconds, peakBytes, size }: Published,
  segments: number,
): string {
  return [
    `${offices} offices, one publishes ${segments.toLocaleString('en-US')} segments: ${shown(seconds)} s`,
    `processor ${shown(processorSeconds)} s, ${shown(peakBytes / MB)} MB; ${size.objects} new objects, ${size.pages} pages`,
  ].join(', ');
}

function shown(value: number): string {
  return value >= 1_000 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
}
