// Owns a street list that is held in a third of the memory: numbers in typed columns, ids as bytes, and what repeats from row to row
// (a street, a precinct with its side and units) once. Gives back each row as it came. Knows no store.

import { PackedIds } from './packed-ids';
import type { Dataset, ListedDataset, StreetList, StreetSegment } from './vip';

/** What rows of one street say alike. */
const streetFields = [
  'streetDirection',
  'streetName',
  'streetSuffix',
  'addressDirection',
  'includesAllStreets',
  'city',
  'state',
  'zip',
] as const;

/** What rows of one precinct say alike, whatever street they are of. */
const answerFields = [
  'precinctId',
  'precinctSplitId',
  'oddEvenBoth',
  'houseNumberPrefix',
  'houseNumberSuffix',
  'includesAllAddresses',
  'units',
] as const;

type StreetPart = Pick<StreetSegment, (typeof streetFields)[number]>;
type AnswerPart = Pick<StreetSegment, (typeof answerFields)[number]>;

const blockRows = 16_384;

/** Rows that stand together; every column has as many. */
interface Block {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly streets: Int32Array;
  readonly answers: Int32Array;
  readonly ids: PackedIds;
}

/** `add` each row; then it is a `StreetList` of them. */
export class PackedStreets implements StreetList {
  #length = 0;
  readonly #blocks: Block[] = [];
  readonly #streets = new Parts<StreetPart>(streetFields);
  readonly #answers = new Parts<AnswerPart>(answerFields);

  get length(): number {
    return this.#length;
  }

  add(segment: StreetSegment): void {
    const at = this.#length % blockRows;
    if (at === 0) this.#blocks.push(newBlock());
    const block = this.#blocks.at(-1)!;
    block.starts[at] = segment.startHouseNumber;
    block.ends[at] = segment.endHouseNumber;
    block.streets[at] = this.#streets.numberOf(segment);
    block.answers[at] = this.#answers.numberOf(segment);
    block.ids.add(segment.id);
    this.#length += 1;
  }

  at(index: number): StreetSegment | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    const block = this.#blocks[Math.floor(index / blockRows)]!;
    const at = index % blockRows;
    return {
      id: block.ids.at(at),
      startHouseNumber: block.starts[at]!,
      endHouseNumber: block.ends[at]!,
      ...this.#streets.at(block.streets[at]!),
      ...this.#answers.at(block.answers[at]!),
    };
  }

  *[Symbol.iterator](): Iterator<StreetSegment> {
    for (let index = 0; index < this.#length; index++) yield this.at(index)!;
  }
}

const newBlock = (): Block => ({
  starts: new Float64Array(blockRows),
  ends: new Float64Array(blockRows),
  streets: new Int32Array(blockRows),
  answers: new Int32Array(blockRows),
  ids: new PackedIds(blockRows),
});

/** So many that came last are looked through before the book is: odd and even rows of two precincts take turns. */
const remembered = 4;

/** Some fields of rows, each set of values once, by its number. */
class Parts<Part extends object> {
  readonly #fields: readonly (keyof Part & string)[];
  readonly #all: Part[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #last: number[] = [];

  constructor(fields: readonly (keyof Part & string)[]) {
    this.#fields = fields;
  }

  at(number: number): Part {
    return this.#all[number]!;
  }

  numberOf(row: Part): number {
    const known = this.#last.find((number) => this.#isSame(this.#all[number]!, row));
    if (known !== undefined) return known;
    const values = this.#fields.map((field) => row[field]);
    const key = JSON.stringify(values);
    const number = this.#numbers.get(key) ?? this.#all.length;
    if (number === this.#all.length) {
      this.#all.push(Object.fromEntries(this.#fields.map((field) => [field, row[field]])) as Part);
      this.#numbers.set(key, number);
    }
    if (this.#last.unshift(number) > remembered) this.#last.pop();
    return number;
  }

  /** Lists of units by their values only in the book, lists of nothing here. */
  #isSame(a: Part, b: Part): boolean {
    return this.#fields.every((field) => a[field] === b[field] || (isEmpty(a[field]) && isEmpty(b[field])));
  }
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** The same with its rows packed, for whoever lets go of the dataset itself. */
export function packedDataset({ streetSegments, withheld, ...rest }: Dataset): ListedDataset {
  const listed = { ...rest, streetSegments: packedRows(streetSegments) };
  return withheld === undefined ? listed : { ...listed, withheld: packedRows(withheld) };
}

function packedRows(rows: Iterable<StreetSegment>): StreetList {
  const packed = new PackedStreets();
  for (const row of rows) packed.add(row);
  return packed;
}
