// Owns how two lists differ, in sentences: which address ranges move where, which vanish or appear. The largest first.

import type { Difference, RangeGroup } from '@/lib/office/compare/difference';

/** Sentences beyond these are counted. */
const MOST = 12;

/** “412 address ranges move from First Baptist Church to City Hall.” */
export function DifferenceLines({ difference }: { readonly difference: Difference }) {
  const { groups, contacts } = difference;
  if (groups.length === 0 && contacts.length === 0) {
    return <p>Every address gets the same answer as now.</p>;
  }
  const rest = groups.slice(MOST).reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <ul className="difference-lines">
      {groups.slice(0, MOST).map((group) => (
        <li key={group.key}>
          <GroupLine group={group} />
        </li>
      ))}
      {rest > 0 && <li>{ranges(rest)} more change, in smaller groups.</li>}
      {contacts.map(({ office, field, before, after }) => (
        <li key={`${office}-${field}`}>
          The {field} of <bdi>{office}</bdi> changes from <bdi>{before ?? 'nothing'}</bdi> to{' '}
          <bdi>{after ?? 'nothing'}</bdi>.
        </li>
      ))}
    </ul>
  );
}

function GroupLine({ group: { from, to, rows } }: { readonly group: RangeGroup }) {
  const count = <b>{ranges(rows.length)}</b>;
  const isOne = rows.length === 1;
  if (from === null) {
    return (
      <>
        {count} {isOne ? 'appears' : 'appear'}: <bdi>{to?.label}</bdi>.
      </>
    );
  }
  if (to === null) {
    return (
      <>
        {count} of <bdi>{from.label}</bdi> {isOne ? 'vanishes' : 'vanish'}: voters there are told to call.
      </>
    );
  }
  return (
    <>
      {count} {isOne ? 'moves' : 'move'} from <bdi>{from.label}</bdi> to <bdi>{to.label}</bdi>.
    </>
  );
}

function ranges(count: number): string {
  return count === 1 ? '1 address range' : `${count.toLocaleString('en-US')} address ranges`;
}
