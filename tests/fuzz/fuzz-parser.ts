// Owns how a parser is tried with hostile inputs: by seed and index, so that each can be made again, with a clock beside it.
// Knows no parser; those are in ./parsers.

import { createRandom, type Random } from '@/scripts/generate/random';

/** What a parser reads: bytes, or text (which may hold lone surrogates, as a text box may). */
export type FuzzInput = Uint8Array | string;

/** What became of one input. `wrong` says what was accepted or given that must not be: `{wrong: 'the zip lies'}`. */
export type Verdict = 'accepted' | 'refused' | { readonly wrong: string };

/** A parser made ready: `read` is timed and must not throw, `judge` looks at what it gave. */
export interface Trial<Input extends FuzzInput, Output> {
  /** One hostile input; the same from the same random numbers. */
  readonly input: (random: Random) => Input;
  readonly read: (input: Input) => Output | Promise<Output>;
  readonly judge: (input: Input, output: Output) => Verdict | Promise<Verdict>;
  readonly end?: () => Promise<void>;
}

/** A parser by name, whose trial is made when it is asked for. */
export interface FuzzParser {
  readonly name: string;
  readonly make: () => Promise<Trial<FuzzInput, unknown>>;
}

/** `fuzzParser('csv', async () => ({input, read, judge}))`: forgets the types, so that parsers fit into one list. */
export function fuzzParser<Input extends FuzzInput, Output>(
  name: string,
  make: () => Promise<Trial<Input, Output>>,
): FuzzParser {
  return { name, make: make as unknown as FuzzParser['make'] };
}

/** One input that was not stood: `replay` is what `npx tsx tests/fuzz/run.ts` takes to try it again. */
export interface Finding {
  readonly index: number;
  readonly what: string;
  /** Base64 of the bytes; of text, of its UTF-16 units, low byte first. */
  readonly base64: string;
  readonly replay: string;
}

/** What a run gave. Times are in milliseconds, of `read` alone. */
export interface FuzzReport {
  readonly parser: string;
  readonly seed: number;
  readonly inputs: number;
  readonly accepted: number;
  readonly slowestMs: number;
  readonly meanMs: number;
  readonly findings: readonly Finding[];
}

/** A call longer than this is a hang. The machine is shared: it counts only where three more calls take as much of the
 *  processor's own time. */
const MOST_MS = 100;
/** After so many there is something to mend first. */
const MOST_FINDINGS = 5;
/** Node gives the processor to others (timers, signals) only between tasks. */
const INPUTS_A_TASK = 250;

/** Try `count` inputs from index `from` on. `onProgress` gets the index that comes next. */
export async function fuzz(
  parser: FuzzParser,
  options: { readonly seed: number; readonly count: number; readonly from?: number },
  onProgress: (index: number) => void = () => {},
): Promise<FuzzReport> {
  const { seed, count, from = 0 } = options;
  const trial = await parser.make();
  const findings: Finding[] = [];
  let [accepted, slowestMs, totalMs, inputs] = [0, 0, 0, 0];
  for (let index = from; index < from + count && findings.length < MOST_FINDINGS; index += 1) {
    const input = trial.input(createRandom(seed, index));
    const { what, isAccepted, tookMs } = await tried(trial, input);
    inputs += 1;
    totalMs += tookMs;
    slowestMs = Math.max(slowestMs, tookMs);
    if (isAccepted) accepted += 1;
    if (what !== null) {
      const replay = `${parser.name} --seed ${seed} --from ${index} --count 1`;
      findings.push({ index, what, base64: base64Of(input), replay });
    }
    if (inputs % INPUTS_A_TASK !== 0) continue;
    onProgress(index + 1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await trial.end?.();
  return {
    parser: parser.name,
    seed,
    inputs,
    accepted,
    slowestMs,
    meanMs: inputs === 0 ? 0 : totalMs / inputs,
    findings,
  };
}

interface Tried {
  /** What is wrong; null: nothing. */
  readonly what: string | null;
  readonly isAccepted: boolean;
  readonly tookMs: number;
}

async function tried(trial: Trial<FuzzInput, unknown>, input: FuzzInput): Promise<Tried> {
  let tookMs = 0;
  try {
    const first = await timed(trial, input);
    tookMs = first.tookMs;
    for (let again = 0; again < 3 && tookMs > MOST_MS; again += 1) {
      const before = process.cpuUsage();
      const { tookMs: againMs } = await timed(trial, input);
      const { user, system } = process.cpuUsage(before);
      tookMs = Math.min(tookMs, againMs, (user + system) / 1_000);
    }
    const verdict = await trial.judge(input, first.output);
    const isPolluted = Object.keys(Object.prototype).length > 0;
    const what = isPolluted
      ? 'Object.prototype has got a member'
      : tookMs > MOST_MS
        ? `took ${Math.round(tookMs)} ms, four times`
        : typeof verdict === 'string'
          ? null
          : verdict.wrong;
    return { what, isAccepted: verdict === 'accepted', tookMs };
  } catch (error) {
    return {
      what: `threw ${error instanceof Error ? error.stack : String(error)}`,
      isAccepted: false,
      tookMs,
    };
  }
}

async function timed(trial: Trial<FuzzInput, unknown>, input: FuzzInput) {
  const start = performance.now();
  const reading = trial.read(input);
  const output = reading instanceof Promise ? await reading : reading;
  return { output, tookMs: performance.now() - start };
}

function base64Of(input: FuzzInput): string {
  return (typeof input === 'string' ? Buffer.from(input, 'utf16le') : Buffer.from(input)).toString('base64');
}
