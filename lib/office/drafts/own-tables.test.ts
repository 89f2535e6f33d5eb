// A table of an office's own, from its upload to a list: asked about once, then read by what was said.

import { describe, expect, it } from 'vitest';
import { choiceOf } from '@/lib/office-client/mapping-choice';
import { checkDraft } from './check-draft';
import { confirmColumns } from './confirm-columns';
import type { DraftPorts } from './draft-ports';
import { draftPorts, EDITOR, feedFiles, OFFICE, uploadedDraft } from './draft-ports.fixture';
import { loadForeign } from './foreign-tables';
import { readProblems } from './read-problems';
import { missingForSubmit } from './submit-draft';

const encode = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));

const guide = {
  name: 'street guide.csv',
  bytes: encode([
    'Sample County Board of Elections - Street Guide by Precinct',
    'Street Nm,Hse Range,Muni,ZipCd,Pct#,Vote Site,Site Addr',
    'E OAK ST,1-99 ODD,EXAMPLETON,43316,07,EXAMPLETON CITY HALL,"1 MAIN ST, EXAMPLETON OH 43316"',
    'E OAK ST,2-98 EVEN,EXAMPLETON,43316,08,OAK ST SCHOOL,"40 OAK ST, EXAMPLETON OH 43316"',
    'ELM AVE,100-198 EVEN,EXAMPLETON,43316,07,EXAMPLETON CITY HALL,"1 MAIN ST, EXAMPLETON OH 43316"',
    'ELM AVE,101-199 ODD,EXAMPLETON,43316,07,EXAMPLETON CITY HALL,"1 MAIN ST, EXAMPLETON OH 43316"',
    'HILL RD,1-500,EXAMPLETON,43316,08,OAK ST SCHOOL,"40 OAK ST, EXAMPLETON OH 43316"',
    'MAIN ST,1-49 ODD,EXAMPLETON,43316,07,EXAMPLETON CITY HALL,"1 MAIN ST, EXAMPLETON OH 43316"',
    'MAIN ST,2-48 EVEN,EXAMPLETON,43316,08,OAK ST SCHOOL,"40 OAK ST, EXAMPLETON OH 43316"',
  ]),
};
/** Which election it is. */
const election = feedFiles().filter(({ name }) => name === 'election.txt');
const notes = { name: 'notes.txt', bytes: encode(['Nobody reads this line.', 'Nor this one.']) };
const request = (draftId: string) => ({ officeId: OFFICE.id, draftId, actor: EDITOR });

async function checked(ports: DraftPorts, files: Parameters<typeof uploadedDraft>[1]) {
  const { id } = await uploadedDraft(ports, files);
  const result = await checkDraft(ports, request(id));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('a table of the office’s own', () => {
  it('is asked about, read by what was confirmed, and not asked about again', async () => {
    const ports = await draftPorts();
    const first = await checked(ports, [guide, ...election]);
    expect(first.checked).toMatchObject({ dataset: null, foreign: { tables: 1, unconfirmed: 1 } });
    expect(missingForSubmit(first)).toContain('Say which column holds what, on the page of its columns.');
    const mappings = (await loadForeign(ports, first)).map(({ proposal }) => proposal.mapping);
    const seen = first.checked?.foreign?.blob ?? '';
    expect(await confirmColumns(ports, request(first.id), { seen, mappings })).toMatchObject({ ok: true });
    const again = await checkDraft(ports, request(first.id));
    const facts = { segments: 7, precincts: 2, pollingLocations: 2, errors: 0 };
    const known = { tables: 1, unconfirmed: 0 };
    expect(again).toMatchObject({ value: { checked: { ...facts, foreign: known } } });
    if (again.ok) expect((await loadForeign(ports, again.value))[0]?.by?.name).toBe('Edith');

    const next = await checked(ports, [{ ...guide, name: 'street guide 2.csv' }, ...election]);
    expect(next.checked).toMatchObject({ ...facts, foreign: known });
  });

  it('is shown with its columns where they stand now, by whoever said so, once they have moved', async () => {
    const ports = await draftPorts();
    const first = await checked(ports, [guide, ...election]);
    const mappings = (await loadForeign(ports, first)).map(({ proposal }) => proposal.mapping);
    const seen = first.checked?.foreign?.blob ?? '';
    expect(await confirmColumns(ports, request(first.id), { seen, mappings })).toMatchObject({ ok: true });
    expect((await checkDraft(ports, request(first.id))).ok).toBe(true);
    const moved = new TextDecoder()
      .decode(guide.bytes)
      .split('\r\n')
      .slice(1)
      .map((line, at) => `${at === 0 ? 'Note' : 'x'},${line}`);
    const next = await checked(ports, [{ name: 'moved.csv', bytes: encode(moved) }, ...election]);
    const [table] = await loadForeign(ports, next);
    const { columns } = mappings[0]!;
    expect(table?.by?.name).toBe('Edith');
    expect(table?.confirmed?.header?.[0]).toBe('Note');
    expect(table?.confirmed?.columns).toEqual(
      Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, column + 1])),
    );
    expect(choiceOf(table!, 'OH').columns.slice(1)).toEqual(
      choiceOf(
        { ...table!, confirmed: mappings[0]!, proposal: { ...table!.proposal, mapping: mappings[0]! } },
        'OH',
      ).columns,
    );
  });

  it('shows the row of a problem under the names of its columns, below title lines too', async () => {
    const ports = await draftPorts();
    const spoilt = new TextDecoder().decode(guide.bytes).replace('1-500', '1-5 or 9');
    const file = { name: guide.name, bytes: new TextEncoder().encode(spoilt) };
    const first = await checked(ports, [file, ...election]);
    const mappings = (await loadForeign(ports, first)).map(({ proposal }) => proposal.mapping);
    const seen = first.checked?.foreign?.blob ?? '';
    expect(await confirmColumns(ports, request(first.id), { seen, mappings })).toMatchObject({ ok: true });
    const again = await checkDraft(ports, request(first.id));
    if (!again.ok) throw new Error(again.error.message);
    const filter = { severity: null, code: 'range-unreadable', file: null } as const;
    const { problems } = await readProblems(ports, again.value, { filter, sort: 'severity', page: 1 });
    expect(problems).toMatchObject([
      {
        row: 7,
        column: 'Hse Range',
        header: ['Street Nm', 'Hse Range', 'Muni', 'ZipCd', 'Pct#', 'Vote Site', 'Site Addr'],
      },
    ]);
    expect(problems[0]?.cells?.[1]).toBe('1-5 or 9');
  });

  it('is not asked about beside a feed that is refused for something else', async () => {
    const ports = await draftPorts();
    const feed = feedFiles().filter(({ name }) => name !== 'election.txt');
    const draft = await checked(ports, [...feed, notes]);
    expect(draft.checked).toMatchObject({ dataset: null, foreign: { tables: 1, unconfirmed: 0 } });
    const alone = await checked(ports, [notes]);
    expect(alone.checked).toMatchObject({ dataset: null, foreign: { tables: 1, unconfirmed: 1 } });
  });

  it('does not stand in the way of a feed where it is no list for voters', async () => {
    const ports = await draftPorts();
    const draft = await checked(ports, [...feedFiles(), notes]);
    expect(draft.checked?.foreign?.unconfirmed ?? 0).toBe(0);
    expect(missingForSubmit(draft)).toEqual([]);
  });
});
