// Owns addresses of a made-up state whose streets are easily taken for one another, typed rightly, short and wrongly: no place is shown
// that the raw rows give to no reading of the text. What they give is counted by an oracle that shares no code with the look-up.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { textFile } from '@/lib/ingest/feed.fixture';
import { readUpload } from '@/lib/ingest/read-upload';
import { createRandom } from '@/scripts/generate/random';
import { homeOn } from '../../data/oracle/home';
import { faultOf, Oracle, type Readings } from '../../data/oracle/judge';
import { feedFiles } from '../../data/oracle/nasty-feed';
import { nastyState } from '../../data/oracle/nasty-state';
import { type Typed, typedFor } from '../../data/oracle/typed';
import { releaseOfDatasets } from '../../data/real-release';
import { fuzzParser, type Verdict } from '../fuzz-parser';

const NOW = new Date('2032-10-20T15:00:00Z');
const ZIPS = 120;

interface Asked {
  readonly typed: Typed;
  readonly readings: Readings;
}

const lookUp = fuzzParser('address of a nasty state', async () => {
  const made = nastyState(ZIPS, createRandom(20261103));
  const files = [...feedFiles(made)].map(([name, text]) => textFile(name, text));
  const { dataset } = await readUpload(files, { officeId: 'nasty' });
  if (dataset === null) throw new Error('the made-up state cannot be read');
  const release = await releaseOfDatasets([dataset], NOW);
  const oracle = new Oracle(made.rows);
  let asked: Asked | null = null;
  return {
    input: (random) => {
      for (;;) {
        const street = random.pick(oracle.streets);
        const home = homeOn(street, made.state, random);
        const typed = home === null ? null : typedFor(home, random);
        if (home === null || typed === null) continue;
        asked = { typed, readings: oracle.readings(home, street, typed) };
        return typed.text;
      }
    },
    read: (text) => release.answer(text, NOW),
    judge: (_text, outcome: LookupOutcome): Verdict => {
      if (asked === null) return 'refused';
      const wrong = faultOf(outcome, asked.readings, asked.typed);
      return wrong !== null ? { wrong } : outcome.kind === 'found' ? 'accepted' : 'refused';
    },
  };
});

export const lookUpParsers = [lookUp];
