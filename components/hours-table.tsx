// Owns how a place's hours look: a table by day, the office's own words, or a note that the list is silent.

import type { IsoDate } from '@/lib/core/vip';
import type { HoursRow, HoursView } from '@/lib/view/outcome-view';

/** Hours, and what of them has been said already. */
export interface HoursTableProps {
  readonly hours: HoursView;
  /** A day that stands above and need not be said again. */
  readonly saidDate: IsoDate | null;
}

/** One day is a line; several days are a table with headers. */
export function HoursTable({ hours, saidDate }: HoursTableProps) {
  switch (hours.kind) {
    case 'rows':
      return hours.rows.length === 1 ? (
        <OneDay hours={hours} saidDate={saidDate} />
      ) : (
        <ManyDays hours={hours} />
      );
    case 'text':
      return (
        <p className="hours-line">
          <strong>{hours.heading}:</strong> <bdi lang={hours.body.lang}>{hours.body.text}</bdi>
        </p>
      );
    case 'note':
      return (
        <p className="hours-line">
          <strong>{hours.heading}:</strong> {hours.text}
        </p>
      );
  }
}

type Rows = Extract<HoursView, { kind: 'rows' }>;

function OneDay({ hours, saidDate }: { readonly hours: Rows } & Pick<HoursTableProps, 'saidDate'>) {
  const [row] = hours.rows;
  if (row === undefined) return null;
  const isSaid = row.date !== null && row.date === saidDate;
  return (
    <p className="hours-line">
      <strong>{hours.heading}:</strong> {!isSaid && <Day row={row} />}
      {!isSaid && ', '}
      {row.hours}
    </p>
  );
}

function ManyDays({ hours }: { readonly hours: Rows }) {
  return (
    <table className="hours-table">
      <caption>{hours.heading}</caption>
      <thead>
        <tr>
          <th scope="col">{hours.dayHeader}</th>
          <th scope="col">{hours.hoursHeader}</th>
        </tr>
      </thead>
      <tbody>
        {hours.rows.map((row) => (
          <tr key={`${row.day} ${row.hours}`}>
            <th scope="row">
              <Day row={row} />
            </th>
            <td>{row.hours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ row }: { readonly row: HoursRow }) {
  return row.date === null ? row.day : <time dateTime={row.date}>{row.day}</time>;
}
