// Owns what tests of an office's memory stand on: lists that are uploaded, corrected, and go live, on stores in memory.

import { feedWith, soundFeed } from '@/lib/ingest/feed.fixture';
import type { PersonActor } from '../accounts/session';
import { comparisonOf } from '../compare/comparison';
import { checkDraft } from '../drafts/check-draft';
import { confirmColumns } from '../drafts/confirm-columns';
import { correctCell } from '../drafts/correct-cell';
import type { Draft } from '../drafts/draft';
import type { DraftPorts } from '../drafts/draft-ports';
import {
  EDITOR,
  feedFiles,
  nodeHash,
  OFFICE,
  type TestFile,
  uploadedDraft,
} from '../drafts/draft-ports.fixture';
import { loadForeign } from '../drafts/foreign-tables';
import { offices } from '../offices/office';
import type { TestClock } from '../ports/memory-ports.fixture';
import { type Choice, choices } from '../publish/choice';
import type { PublishPorts } from '../publish/publish-ports';
import { publishPorts } from '../publish/publish-ports.fixture';

export type MemoryPorts = DraftPorts & PublishPorts & { readonly clock: TestClock };

export const BEN: PersonActor = {
  ...(EDITOR as PersonActor),
  accountId: 'ben',
  name: 'Ben',
  role: 'approver',
};

export const request = (draftId: string) => ({ officeId: OFFICE.id, draftId, actor: EDITOR });

/** Row 3 is no range of numbers: nobody learns where 2 to 98 Oak Street vote. */
export const wrong = feedFiles(
  feedWith({
    'street_segment.txt': soundFeed['street_segment.txt']!.map((row) => row.replace('2,98', '2,9x8')),
  }),
);
export const step = {
  file: 'street_segment.txt',
  row: 3,
  column: 'end_house_number',
  before: '9x8',
  after: '98',
};

/** The same list as another system exports it, with the even side of Oak Street as given. */
export const otherTable = (evens: readonly string[]): readonly TestFile[] => [
  ...feedFiles().filter(({ name }) => name === 'election.txt'),
  {
    name: 'Guide 2027.csv',
    bytes: new TextEncoder().encode(
      [
        'Street Nm;Hse Range;Muni;ZipCd;Pct#;Vote Site;Site Addr',
        'OAK ST;1-49 ODD;SPRINGVALE;43999;NORTH;FIRST SCHOOL;1 OAK ST, SPRINGVALE OH 43999',
        ...evens.map(
          (range) => `OAK ST;${range};SPRINGVALE;43999;SOUTH;SECOND SCHOOL;2 ELM ST, SPRINGVALE OH 43999`,
        ),
        'OAK ST;51-99 ODD;SPRINGVALE;43999;NORTH;FIRST SCHOOL;1 OAK ST, SPRINGVALE OH 43999',
        'ELM ST;1-99 ODD;SPRINGVALE;43999;SOUTH;SECOND SCHOOL;2 ELM ST, SPRINGVALE OH 43999',
        'HILL RD;1-99 ODD;SPRINGVALE;43999;SOUTH;SECOND SCHOOL;2 ELM ST, SPRINGVALE OH 43999',
      ].join('\r\n'),
    ),
  },
];

export async function checked(ports: MemoryPorts, files: readonly TestFile[]): Promise<Draft> {
  const { id } = await uploadedDraft(ports, files);
  const draft = await checkedAgain(ports, id);
  if ((draft.checked?.foreign?.unconfirmed ?? 0) === 0) return draft;
  const mappings = (await loadForeign(ports, draft)).map(({ proposal }) => proposal.mapping);
  const seen = draft.checked?.foreign?.blob ?? '';
  const said = await confirmColumns(ports, request(id), { seen, mappings });
  if (!said.ok) throw new Error(said.error.message);
  return checkedAgain(ports, id);
}

export async function checkedAgain(ports: MemoryPorts, draftId: string): Promise<Draft> {
  const result = await checkDraft(ports, request(draftId));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export async function corrected(ports: MemoryPorts, files: readonly TestFile[], cell = step): Promise<Draft> {
  const { id } = await checked(ports, files);
  const done = await correctCell(ports, request(id), cell);
  if (!done.ok) throw new Error(done.error.message);
  return checkedAgain(ports, id);
}

/** As publishing leaves it (lib/office/publish/settle.ts). */
export async function goLive(ports: MemoryPorts, { id, checked }: Draft): Promise<void> {
  ports.clock.now = new Date(ports.now().getTime() + 86_400_000);
  const electionId = checked?.electionId ?? '';
  const read = await choices.read(ports.state, OFFICE.id, electionId);
  const dataset = checked?.dataset ?? '';
  const current: Choice = {
    dataset,
    published: dataset,
    draftId: id,
    approvedBy: 'Ben',
    at: ports.now().toISOString(),
    segments: 0,
    pollingLocations: 0,
  };
  const choice = {
    officeId: OFFICE.id,
    electionId,
    electionName: '',
    electionDate: checked?.electionDate ?? '',
    current,
    previous: [read?.value.current ?? [], read?.value.previous ?? []].flat(),
  };
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [choices.write(choice, [OFFICE.id, electionId])],
  });
}

/** The cause `fix-lost` of a draft; []: it has lost nothing. */
export const lostIn = async (ports: MemoryPorts, draft: Draft) =>
  (await comparisonOf(ports, draft))?.causes.filter(({ code }) => code === 'fix-lost') ?? [];

/** Empty stores with one office, whose phone is confirmed. */
export async function memoryPortsOfOffice(): Promise<MemoryPorts> {
  const own = { sha256: nodeHash, pause: async () => {}, maxFileBytes: 10_000_000 };
  const ports = { ...(await publishPorts()), ...own };
  ports.clock.now = new Date('2026-10-01T12:00:00Z');
  const confirmed = { by: 'cleo', at: ports.now().toISOString() };
  const office = { ...OFFICE, phone: { number: '555-0100', electionDayHours: '6 to 9', confirmed } };
  await ports.state.commit({ id: ports.newId(), checks: [], writes: [offices.write(office, [OFFICE.id])] });
  return ports;
}
