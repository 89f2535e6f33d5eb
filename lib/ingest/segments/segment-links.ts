// Owns where a street segment leads: its precinct, and the split of it where it names one. Knows nothing of
// numbers and streets. One object for a whole file, since there may be a million rows.

import type { ProblemCode } from '../problems/problem-codes';
import type { PrecinctGraph, PrecinctNode } from '../vip/precinct-graph';

/** Why a row leads nowhere, and the column that is to blame. */
export interface LinkFault {
  readonly code: ProblemCode;
  readonly field: 'precinctId' | 'precinctSplitId';
}

const precinctMissing: LinkFault = { code: 'precinct-missing', field: 'precinctId' };
const precinctDangling: LinkFault = { code: 'precinct-dangling', field: 'precinctId' };
const precinctWithoutPlace: LinkFault = { code: 'precinct-without-place', field: 'precinctId' };
const splitDangling: LinkFault = { code: 'split-dangling', field: 'precinctSplitId' };
const splitOfOther: LinkFault = { code: 'split-other-precinct', field: 'precinctSplitId' };
const splitWithoutPlace: LinkFault = { code: 'precinct-without-place', field: 'precinctSplitId' };

export class SegmentLinks {
  /** After `follow`: the precinct; null where the row leads nowhere. */
  node: PrecinctNode | null = null;
  /** After `follow`: the split; null for the whole precinct. */
  splitId: string | null = null;
  /** After `follow`: null also where what the row names was reported itself. */
  fault: LinkFault | null = null;

  readonly #graph: PrecinctGraph;
  #last: PrecinctNode | null = null;

  constructor(graph: PrecinctGraph) {
    this.#graph = graph;
  }

  /** After `follow`: the key of where the row leads; null for nowhere. */
  get destination(): string | null {
    const end = this.splitId === null ? this.node : this.#graph.splits.get(this.splitId);
    return end?.destination?.key ?? null;
  }

  /** Follows the ids of one row, '' for none. A split alone is enough: it says which precinct it is of. */
  follow(precinctId: string, splitId: string): void {
    this.fault = null;
    this.splitId = null;
    this.node = null;
    if (splitId === '' || !this.#graph.hasSplits) this.#followPrecinct(precinctId);
    else this.#followSplit(precinctId, splitId);
  }

  #followPrecinct(id: string): void {
    const node = this.#findPrecinct(id);
    if (node !== null && node.destination === null) this.fault = precinctWithoutPlace;
    else this.node = node;
  }

  #followSplit(precinctId: string, splitId: string): void {
    const found = this.#graph.splits.get(splitId);
    const ownPrecinctId = precinctId === '' ? found?.split.precinctId : precinctId;
    // Neither cell leads to a precinct, and the split is the one that was meant to.
    if (ownPrecinctId === undefined) this.#noteSplit(splitId);
    const node = ownPrecinctId === undefined ? null : this.#findPrecinct(ownPrecinctId);
    if (node === null) return;
    if (found === undefined) this.#noteSplit(splitId);
    else if (found.split.precinctId !== node.precinct.id) this.fault = splitOfOther;
    else if (found.destination === null) this.fault = splitWithoutPlace;
    else {
      this.node = node;
      this.splitId = found.split.id;
    }
  }

  #findPrecinct(id: string): PrecinctNode | null {
    // In most files the row before leads to the same one.
    if (this.#last?.precinct.id === id) return this.#last;
    const node = this.#graph.precincts.get(id);
    if (node !== undefined) {
      this.#last = node;
      return node;
    }
    const unusable = this.#graph.unusablePrecincts.get(id);
    if (unusable !== undefined) unusable.segments++;
    else this.fault = id === '' ? precinctMissing : precinctDangling;
    return null;
  }

  #noteSplit(id: string): void {
    const unusable = this.#graph.unusableSplits.get(id);
    if (unusable !== undefined) unusable.segments++;
    else this.fault = splitDangling;
  }
}
