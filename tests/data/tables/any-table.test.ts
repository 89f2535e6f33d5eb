// Tables as no office has sent them yet: each is written from a county of which everything is known, and what is proposed, and told to
// voters once somebody has pressed "confirm" without a look, is held against that.

import { describe, expect, it } from 'vitest';
import { answersOf, type Judged, judge, mappingOf } from './judge.fixture';
import { type Shape, shapes } from './shapes.fixture';
import { type County, madeTruth } from './truth.fixture';
import { writeTable } from './write-table.fixture';

interface Case {
  readonly title: string;
  readonly shape: Shape;
  readonly seed: number;
  readonly county: County;
}

/** A county of some size, and one of hardly any precincts, whose lists have few rows to tell them by. */
const cases = shapes.flatMap((shape, at): readonly Case[] => {
  const few = {
    ...shape.county,
    plainPlaces: at % 2 === 0,
    precincts: (at % 4) + (shape.kind === 'precinctPlaces' ? 1 : 2),
  };
  return [
    { title: shape.heading, shape, seed: at + 1, county: shape.county ?? {} },
    { title: `${few.precincts} precincts: ${shape.heading}`, shape, seed: at + 101, county: few },
  ];
});

/** Every third shape was not looked at while the reading of columns was mended. */
const isHeldOut = ({ shape }: Case): boolean => shapes.indexOf(shape) % 3 === 2;
const groups = [
  { name: 'tables of known shapes', floor: 0.92, of: cases.filter((one) => !isHeldOut(one)) },
  { name: 'tables of shapes that were held out', floor: 0.8, of: cases.filter(isHeldOut) },
];

const made = ({ shape, seed, county }: Case) => {
  const truth = madeTruth(seed, county);
  return { truth, written: writeTable(shape, truth, seed) };
};
const judgements = new Map<Case, Promise<Judged>>();
function judged(one: Case): Promise<Judged> {
  const { truth, written } = made(one);
  const known = judgements.get(one) ?? judge(one.shape, written, truth.state);
  judgements.set(one, known);
  return known;
}

describe.each(groups)('$name', ({ of, floor }) => {
  it.each(of)('takes no column for another and is sure of it: $title', async (one) => {
    const { verdict, differs } = await judged(one);
    expect(verdict === 'wrong' ? differs : []).toEqual([]);
  });

  it.each(of)('sends nobody to another’s place: $title', async (one) => {
    const { shape } = one;
    const { truth, written } = made(one);
    const { verdict, proposal } = await judged(one);
    if (proposal.mapping.kind !== 'ignored') {
      const { wrong, right } = await answersOf(shape, written, truth, proposal.mapping);
      expect(wrong).toEqual([]);
      const isTold =
        verdict === 'right' && shape.finds !== 'nothing' && one.county === (shape.county ?? one.county);
      if (isTold) expect(right).toBeGreaterThan(written.rows.length * 0.2);
    }
    // Somebody who knows the table says what is not proposed.
    if (verdict === 'right' || !isPlain(shape)) return;
    const said = await answersOf(shape, written, truth, mappingOf(shape, written, truth));
    expect(said.wrong).toEqual([]);
  });

  it(`reads ${floor * 100} in a hundred at once`, async () => {
    const all = await Promise.all(of.map(judged));
    const right = all.filter(({ verdict }) => verdict === 'right').length;
    expect(right / all.length).toBeGreaterThanOrEqual(floor);
  });
});

/** One heading, and every cell where it belongs: the mapping can be written down without the reader. */
const isPlain = ({ above, groups: lines, once, isHeaderless }: Shape): boolean =>
  above === undefined && lines === undefined && once === undefined && isHeaderless !== true;
