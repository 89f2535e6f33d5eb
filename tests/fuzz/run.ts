// Owns one run from the command line, and the replay of what a run found:
// `npx tsx tests/fuzz/run.ts csv --seed 20261103 --from 0 --count 500000`, or `… csv --base64 aWQ=`. Without a name: all of them.
// Prints one line of JSON for each parser; exit 1 where there are findings.

import { parseArgs } from 'node:util';
import { type FuzzInput, type FuzzParser, fuzz } from './fuzz-parser';
import { parsers } from './parsers';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20261103' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '5000' },
    base64: { type: 'string' },
    progress: { type: 'boolean', default: false },
  },
});
const name = positionals.join(' ');
const chosen = parsers.filter((parser) => name === '' || parser.name === name);
if (chosen.length === 0)
  throw new Error(`no parser "${name}"; there are: ${parsers.map((each) => each.name).join(', ')}`);

/** `text` inputs come as UTF-16; which a parser takes, its own inputs say. */
async function replayed(parser: FuzzParser, base64: string): Promise<unknown> {
  const trial = await parser.make();
  const bytes = Buffer.from(base64, 'base64');
  const { createRandom } = await import('@/scripts/generate/random');
  const isText = typeof trial.input(createRandom(0)) === 'string';
  const input: FuzzInput = isText ? bytes.toString('utf16le') : Uint8Array.from(bytes);
  const output = await trial.read(input);
  const verdict = await trial.judge(input, output);
  await trial.end?.();
  return { input: isText ? input : bytes.toString('utf8'), output, verdict };
}

async function run(): Promise<void> {
  for (const parser of chosen) {
    if (values.base64 !== undefined) {
      console.dir(await replayed(parser, values.base64), { depth: 6 });
      continue;
    }
    const options = { seed: Number(values.seed), from: Number(values.from), count: Number(values.count) };
    const report = await fuzz(parser, options, (index) => {
      if (values.progress) console.log(`at ${index}`);
    });
    console.log(JSON.stringify(report));
    if (report.findings.length > 0) process.exitCode = 1;
  }
}

void run();
