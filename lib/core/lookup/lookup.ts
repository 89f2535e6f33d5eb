// Owns the order of a look-up: streets named in full, then streets named short, then near spellings, then
// the honest "not in the list". Pure; `now` comes in.

import type { Address } from '../address/read-address';
import { squash } from '../address/street-key';
import { type LookupContext, unitOf } from './answer';
import { claimsFor, hasBlock, hasLetter } from './claims';
import { decide, type Held } from './decide';
import { type Fit, sameStreets, shortenedStreets } from './fits';
import { numberUnknown, streetUnknown } from './missing';
import { type NearFit, nearStreets } from './near';
import type { LookupOutcome } from './outcome';
import { readRemainder } from './remainder';
import { isLostEntry } from './resolve';
import type { Shard } from './shard';
import { indexOf, type ShardIndex } from './shard-index';
import { type TypedStreet, typedStreet } from './typed-street';

/** Most near spellings that are offered. */
const MAX_OFFERED = 8;

/** Find the polling place for an address within the shards of its ZIP, or of all ZIPs of its town.
 *  "112 s lake st" on LAKE ST S -> `found`. Never guesses: see `LookupOutcome` for what else there is.
 *  Never returns `cannotCheck`, `notCovered`, `unreadable` or `zipUnknown`: those are the reader's. */
export function lookup(address: Address, shards: readonly Shard[], context: LookupContext): LookupOutcome {
  const indexes = shards.map(indexOf);
  const typed = address.houses.map((house) => typedStreet(address, house));
  const whole = typed.some(isApart) ? typed.filter((one) => !isApart(one)) : typed;
  const named = across(whole, indexes, sameStreets);
  const same = whole.length === typed.length ? named : [...named, ...across(typed, indexes, numberedApart)];
  const inTown = ofNamedTown(same);
  const wild = indexes.some(hasWildcards) ? across(typed, indexes, wildStreets) : [];
  const others = [
    ...wild,
    ...likeInTown(address, inTown, whole, indexes),
    ...(isWithoutBlock(inTown) ? across(whole, indexes, blockStreets) : []),
  ];
  const held = hold(others.length === 0 ? inTown : [...inTown, ...others], address);
  const sure = wild.length === 0 ? held : withoutLostEntries(held);
  const longer = same.some(isMarked) ? across(typed, indexes, longerNames) : [];
  if (held.length > 0 && longer.length === 0) {
    const beside = held.every(isWild) ? besideWild(same.length === 0, address, typed, indexes) : [];
    const outcome = decide(address, [...sure, ...beside], isElsewhere(address, held), context);
    if (outcome !== null) return outcome;
    // The list has the address, and nobody knows where it leads: no other street is offered in its stead.
    if (inTown.length > 0) return numberUnknown(address, inTown, indexes, context);
  }
  const short = across(whole, indexes, shortenedStreets);
  const shortHeld = hold(same.length === 0 ? ofNamedTown(short) : [...short, ...same, ...longer], address);
  if (shortHeld.length > 0) {
    const rivals = same.length === 0 ? rivalsOf(shortHeld, address, whole, indexes) : [];
    const all = [...shortHeld, ...rivals, ...held.filter(isWild)];
    const outcome = decide(address, all, same.length > 0 || isElsewhere(address, shortHeld), context);
    if (outcome !== null) return outcome;
  }
  if (same.length > 0) return numberUnknown(address, inTown, indexes, context);
  if (short.length > 0) return numberUnknown(address, ofNamedTown(short), indexes, context);
  const near = nearHeld(address, typed, indexes).slice(0, MAX_OFFERED);
  const outcome = near.length > 0 ? decide(address, near, true, context) : null;
  return outcome ?? streetUnknown(address, indexes, context);
}

function across(
  typed: readonly TypedStreet[],
  indexes: readonly ShardIndex[],
  fitsOf: (typed: TypedStreet, index: ShardIndex) => Fit[],
): readonly Fit[] {
  if (typed.length === 1 && indexes.length === 1) return fitsOf(typed[0]!, indexes[0]!);
  return indexes.flatMap((index) => typed.flatMap((one) => fitsOf(one, index)));
}

/** `123 A MAIN ST` is 123A on Main where the street has a number with that letter. Elsewhere the letter may be a
 *  direction misspelt, and the street is offered only. */
function numberedApart(typed: TypedStreet, index: ShardIndex): Fit[] {
  return typed.house.apart ? sameStreets(typed, index).filter(hasLetter) : [];
}

/** `37-12 OAK ST` may be block 37 of N OAK ST, where OAK ST has no such block. */
function blockStreets(typed: TypedStreet, index: ShardIndex): Fit[] {
  return shortenedStreets(typed, index).filter(hasBlock);
}

function isWithoutBlock(inTown: readonly Fit[]): boolean {
  return inTown.length > 0 && inTown[0]!.typed.house.numbers.length > 1 && !inTown.some(hasBlock);
}

/** What only an entry for every street holds may be on a street that is named short, or spelt nearly so: that one may be
 *  meant as well, where no other town was named. */
function besideWild(
  mayBeNear: boolean,
  address: Address,
  typed: readonly TypedStreet[],
  indexes: readonly ShardIndex[],
): readonly Held[] {
  const short = ofNamedTown(across(typed, indexes, shortBeside));
  const held = hold(short, address);
  if (!mayBeNear) return held;
  if (short.length > 0) return [...held, ...rivalsOf(held, address, typed, indexes)];
  return nearHeld(address, typed, indexes).filter(({ fit }) => !isOfOtherTown(fit));
}

function shortBeside(typed: TypedStreet, index: ShardIndex): Fit[] {
  const short = shortenedStreets(typed, index);
  return typed.house.apart ? short.filter(hasLetter) : short;
}

function isWild({ fit }: Held): boolean {
  return fit.ref.core === '*';
}

function isApart({ house }: TypedStreet): boolean {
  return house.apart;
}

/** Without entries for every street that were set aside, where a street of their town is named and answers. */
function withoutLostEntries(held: readonly Held[]): readonly Held[] {
  const named = held.filter((one) => !isWild(one));
  if (named.length === 0) return held;
  const isOfTown = (town: string) => named.some(({ fit }) => town === '' || fit.ref.town === town);
  return held.flatMap(({ fit, claims }) => {
    const left = isOfTown(fit.ref.town) ? claims.filter((claim) => !isLostEntry(claim)) : claims;
    return left.length === 0 ? [] : [{ fit, claims: left }];
  });
}

function hasWildcards(index: ShardIndex): boolean {
  return index.wildcards.length > 0;
}

function isMarked(fit: Fit): boolean {
  return fit.remainder.marked;
}

/** Streets of the town that was named, and those without a town; all of them where none was named, or where it has none
 *  of them: a wrong town is ignored as long as one answer is left. A town that nobody knows says nothing for or against
 *  any street. */
function ofNamedTown(fits: readonly Fit[]): readonly Fit[] {
  if (fits.length < 2 || (fits.some(isStrange) && !fits.some(isInTown))) return fits;
  const inTown = fits.filter((fit) => isInTown(fit) || fit.remainder.town === '' || fit.ref.town === '');
  return inTown.length > 0 ? inTown : fits;
}

function isStrange({ remainder }: Fit): boolean {
  return remainder.strange && remainder.town !== '';
}

function isInTown({ remainder, ref }: Fit): boolean {
  return remainder.town !== '' && remainder.town === ref.town;
}

/** OAK ST of another town is not taken for the E OAK ST or OAK DR of the town that was named: all are asked about. */
function likeInTown(
  address: Address,
  inTown: readonly Fit[],
  typed: readonly TypedStreet[],
  indexes: readonly ShardIndex[],
): readonly Fit[] {
  if (inTown.length === 0 || !inTown.every(isOfOtherTown)) return [];
  const like = [...across(typed, indexes, shortenedStreets)];
  // A near spelling is asked about beside what has the number, and never taken alone.
  if (hold(inTown, address).length > 0) like.push(...across(typed, indexes, nextStreets));
  return like.filter(({ ref }) => inTown.some(({ remainder }) => remainder.town === ref.town));
}

/** Near spellings that are one slip away at most, or a word, with the type left out. */
function nextStreets(typed: TypedStreet, index: ShardIndex): Fit[] {
  return nearStreets(typed, index, 2).filter(({ score }) => score <= 1.6);
}

/** The office has the town that was named, and this street is of another. */
function isOfOtherTown({ remainder, ref }: Fit): boolean {
  return remainder.town !== '' && !remainder.strange && ref.town !== '' && remainder.town !== ref.town;
}

/** Without a ZIP the town is all that tells where: a street of another one is offered only. */
function isElsewhere({ zip }: Address, held: readonly Held[]): boolean {
  return zip === null && held.every(({ fit }) => isOfOtherTown(fit));
}

/** Near spellings that a street named short competes with: LAKE DR may be N LAKE DR, or LAKE ST with a wrong type. Then
 *  both are asked about. */
function rivalsOf(
  held: readonly Held[],
  address: Address,
  typed: readonly TypedStreet[],
  indexes: readonly ShardIndex[],
): readonly Held[] {
  const isElse = held.length > 0 && held.every(({ fit }) => isOfOtherTown(fit));
  if (!isElse && !held.some(({ fit }) => fit.contested === true)) return [];
  const near = across(typed, indexes, nextStreets) as readonly NearFit[];
  return hold(ofNamedTown(near.filter((fit) => isElse || fit.score <= 1)), address);
}

function hold(fits: readonly Fit[], address: Address): Held[] {
  const held: Held[] = [];
  for (const fit of fits) {
    const claims = claimsFor(fit.ref, fit.typed.house.numbers, unitOf(address, fit));
    if (claims.length > 0) held.push({ fit, claims });
  }
  return held;
}

/** Entries that stand for every street of a town, where that town was named or none. */
function wildStreets(typed: TypedStreet, index: ShardIndex): Fit[] {
  if (index.wildcards.length === 0) return [];
  let remainder = readRemainder(typed, typed.canon.length, false, index.towns)!;
  for (let size = 1; size < typed.canon.length; size++) {
    const rest = readRemainder(typed, size, false, index.towns);
    if (rest === null) continue;
    remainder = rest;
    break;
  }
  return index.wildcards
    .filter(
      (ref) =>
        ref.town === '' ||
        remainder.town === '' ||
        !index.towns.has(remainder.town) ||
        ref.town === remainder.town,
    )
    .map((ref) => ({ ref, remainder, typed }));
}

/** `OLD HWY 84 #1` may be unit 1, or the start of OLD HWY 84 #1 - WASHINGTON: then both are offered. */
function longerNames(typed: TypedStreet, index: ShardIndex): Fit[] {
  const found: Fit[] = [];
  for (const { ref, remainder } of sameStreets(typed, index)) {
    if (!remainder.marked || remainder.unit === null) continue;
    const start = squash(`${ref.core} ${remainder.unit}`);
    for (const [core, refs] of index.byCore) {
      if (core.startsWith(start)) found.push(...refs.map((longer) => ({ ref: longer, remainder, typed })));
    }
  }
  return found;
}

/** Near spellings that hold the number, the best ones. */
function nearHeld(address: Address, typed: readonly TypedStreet[], indexes: readonly ShardIndex[]): Held[] {
  const near = indexes.flatMap((index) => typed.flatMap((one) => nearStreets(one, index)));
  const scored = near.flatMap((fit) => hold([fit], address).map((held) => ({ held, score: fit.score })));
  scored.sort((a, b) => a.score - b.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score <= best + 1.5).map(({ held }) => held);
}

export type { LookupContext } from './answer';
