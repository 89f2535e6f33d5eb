// Owns how streets stand on a page: a heading for each, below it its numbers with what they lead to. Where a ZIP has
// several elections, each day of a street is headed by its own.

import { format } from '@/lib/messages/format';
import type { Catalogue } from '@/lib/messages/messages';
import { viewListedStreet, viewNumbers } from '@/lib/view/listed-view';
import { viewElection } from '@/lib/view/place-page-view';
import type { WireLayer } from '../shard';
import type { AnswerCells } from './answer-cells';
import { el, type Html } from './html';
import type { ZipSource } from './page-source';
import { timeText } from './parts';
import type { StreetAtom } from './street-atoms';

/** The streets of some atoms, headings and all. */
export function streetSections(
  atoms: readonly StreetAtom[],
  { layers }: ZipSource,
  cells: AnswerCells,
  messages: Catalogue,
): readonly Html[] {
  const hasTowns = townsOf(layers).size > 1;
  const days = new Set(layers.map(({ election }) => election.date));
  const pieces: Html[] = [];
  let last: StreetAtom | null = null;
  for (const atom of atoms) {
    const isSame = last !== null && last.street === atom.street;
    if (!isSame) {
      const street = viewListedStreet(atom.street, hasTowns, messages);
      // Its first numbers are on another page.
      pieces.push(
        el('h2', { class: 'h' }, atom.isMore ? format(messages.plain.moreNumbers, { street }) : street),
      );
    }
    if (days.size > 1 && (!isSame || last?.day !== atom.day)) {
      pieces.push(el('h3', null, ...electionsOn(atom.day, layers, messages)));
    }
    pieces.push(numberList(atom, cells, messages));
    last = atom;
  }
  return pieces;
}

function numberList({ numbers }: StreetAtom, cells: AnswerCells, messages: Catalogue): Html {
  return el(
    'dl',
    { class: 'r' },
    numbers.map((line) =>
      el(
        'div',
        null,
        viewNumbers(line, messages).map((text) => el('dt', null, text)),
        el('dd', null, cells.cell(line)),
      ),
    ),
  );
}

/** The elections of a day, each name once: "General Election, Tuesday, November 3, 2026". */
export function electionsOn(day: string, layers: readonly WireLayer[], messages: Catalogue): readonly Html[] {
  const names = new Set(
    layers.filter(({ election }) => election.date === day).map(({ election }) => election.name),
  );
  return [...names].map((name) => timeText(viewElection({ name, date: day }, messages)));
}

/** The first and last street of a group, for its link. */
export function groupEnds(atoms: readonly StreetAtom[]): { readonly from: string; readonly to: string } {
  const named = atoms.filter(({ street }) => !street.isEvery);
  const ends = named.length > 0 ? named : atoms;
  return { from: ends[0]?.street.name ?? '', to: ends.at(-1)?.street.name ?? '' };
}

function townsOf(layers: readonly WireLayer[]): ReadonlySet<string> {
  return new Set(
    layers.flatMap(({ cities }) => cities.map((city) => city.toUpperCase())).filter((city) => city !== ''),
  );
}
