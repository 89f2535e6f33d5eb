// Owns the precincts and office contacts that change, as tables.

import type { ContactChange, PrecinctChange } from '@/lib/office/compare/difference';
import { precinctWords } from './difference-words';
import { TableScroll } from './table-scroll';

/** Nothing where none changes. */
export function DifferencePrecincts({ precincts }: { readonly precincts: readonly PrecinctChange[] }) {
  if (precincts.length === 0) return null;
  return (
    <section className="difference-part" id="precincts">
      <h2>Precincts</h2>
      <TableScroll label="Precincts that change" isTall>
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">Precinct</th>
              <th scope="col">Change</th>
              <th scope="col">Live now</th>
              <th scope="col">This list</th>
            </tr>
          </thead>
          <tbody>
            {precincts.map(({ kind, name, from, to }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two precincts may have one name; the list does not change
              <tr key={index}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{precinctWords[kind]}</td>
                <td>
                  <bdi>{from?.label ?? '–'}</bdi>
                </td>
                <td>
                  <bdi>{to?.label ?? '–'}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

/** Nothing where none changes. */
export function DifferenceContacts({ contacts }: { readonly contacts: readonly ContactChange[] }) {
  if (contacts.length === 0) return null;
  return (
    <section className="difference-part" id="contacts">
      <h2>Whom voters can call</h2>
      <TableScroll label="Office contacts that change">
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">Office</th>
              <th scope="col">What</th>
              <th scope="col">Live now</th>
              <th scope="col">This list</th>
            </tr>
          </thead>
          <tbody>
            {contacts.map(({ office, field, before, after }) => (
              <tr key={`${office} ${field}`}>
                <th scope="row">
                  <bdi>{office}</bdi>
                </th>
                <td>{field}</td>
                <td>
                  <bdi>{before ?? '–'}</bdi>
                </td>
                <td>
                  <bdi>{after ?? '–'}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
