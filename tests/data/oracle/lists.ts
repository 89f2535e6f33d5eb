// Owns which lists the oracle is asked about, and the forms that addresses are laid over.

import { readFileSync } from 'node:fs';
import { sharedData } from '../../shared-data';
import { type LabelledForm, usableForms } from './laid-forms';
import { generatedState, MADE_LISTS, neighbours } from './made-lists';
import { REAL_LISTS, type RealList } from './real-lists';

/** Every list of ../shared that compiles, real places with made-up streets, whole made-up states of these seeds, and some of them as
 *  neighbours in one release. */
export function listsToAsk(seeds: readonly number[], precincts: number): readonly RealList[] {
  const [adams, virginia] = REAL_LISTS;
  return [
    ...REAL_LISTS,
    ...MADE_LISTS,
    ...seeds.map((seed) => generatedState(seed, precincts)),
    neighbours('neighbours', '2014-11-01', [adams!, virginia!, generatedState(seeds[0]! + 100, precincts)]),
  ];
}

export function writtenForms(): readonly LabelledForm[] {
  return usableForms(JSON.parse(readFileSync(sharedData('addresses', 'usaddress-train.json'), 'utf8')));
}
