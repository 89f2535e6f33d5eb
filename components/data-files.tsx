// Owns the table of a site's files, as others may read them. Paths and headers are docs/format/v1.md's.

import type { Catalogue } from '@/lib/messages/messages';

/** What each file holds and how long a reader may keep it. */
export function DataFiles({ messages: { data, tag } }: { readonly messages: Catalogue }) {
  const rows = [
    ['/v1/current.json', data.holdsPointer, data.keepAsk],
    ['/v1/objects/{sha256}.json', data.holdsObjects, data.keepEver],
    [`/p/${tag}/index.html`, data.holdsPages, data.keepAsk],
    ['/levee.js', data.holdsModule, data.keepDay],
    ['/levee.d.ts', data.holdsTypes, data.keepDay],
    ['/embed.js', data.holdsElement, data.keepAsk],
  ];
  return (
    <table className="data-files">
      <thead>
        <tr>
          <th scope="col">{data.fileColumn}</th>
          <th scope="col">{data.holdsColumn}</th>
          <th scope="col">{data.keepColumn}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([path, holds, keep]) => (
          <tr key={path}>
            <th scope="row">
              <code dir="ltr">{path}</code>
            </th>
            <td>{holds}</td>
            <td>{keep}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
