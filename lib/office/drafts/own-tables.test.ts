// A table of an office's own, from its upload to a list: asked about once, then read by what was said.

import { describe, expect, it } from 'vitest';
import { checkDraft } from './check-draft';
import { confirmColumns } from './confirm-columns';
import type { DraftPorts } from './draft-ports';
import { draftPorts, EDITOR, feedFiles, OFFICE, uploadedDraft } from './draft-ports.fixture';
import { loadForeign } from './foreign-tables';
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

  it('does not stand in the way of a feed where it is no list for voters', async () => {
    const ports = await draftPorts();
    const draft = await checked(ports, [...feedFiles(), notes]);
    expect(draft.checked?.foreign?.unconfirmed ?? 0).toBe(0);
    expect(missingForSubmit(draft)).toEqual([]);
  });
});
