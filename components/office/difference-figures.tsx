// Owns the comparison in numbers, each leading to the rows behind it.

import type { Difference, RangeGroup } from '@/lib/office/compare/difference';
import { KeyFigure } from './key-figure';
import { KeyFigures } from './key-figures';

interface DifferenceFiguresProps {
  readonly difference: Difference;
  /** The page that has the rows; absent: this one. */
  readonly path?: string;
}

/** Six numbers; those that are 0 lead nowhere. */
export function DifferenceFigures({ difference, path = '' }: DifferenceFiguresProps) {
  const { groups, precincts, places, contacts } = difference;
  const ranges = (wanted: RangeGroup['kind']) =>
    groups.filter(({ kind }) => kind === wanted).reduce((sum, { rows }) => sum + rows.length, 0);
  const moved = ranges('moved');
  const figures = [
    [moved, moved === 1 ? 'address range moves' : 'address ranges move', '#ranges'],
    [ranges('vanished'), 'no longer on the list', '#ranges'],
    [ranges('appeared'), 'new on the list', '#ranges'],
    [precincts.length, precincts.length === 1 ? 'precinct changes' : 'precincts change', '#precincts'],
    [places.filter(({ changes }) => changes.length > 0).length, 'polling places change', '#places'],
    [contacts.length, 'office contacts change', '#contacts'],
  ] as const;
  return (
    <KeyFigures>
      {figures.map(([value, label, href]) => (
        <KeyFigure key={label} value={value} label={label} href={value === 0 ? undefined : path + href} />
      ))}
    </KeyFigures>
  );
}
