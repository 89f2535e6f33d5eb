// A file checked in the browser, before a byte is sent, and the same file checked at the desk: what both find is the same, whatever the office and
// the offices beside it have declared. Held against each other with the example of every code and with a state's one file.

import { beforeEach, describe, expect, it } from 'vitest';
import { feedWith, soundFeed } from '@/lib/ingest/feed.fixture';
import { exampleFiles, realFile } from '@/lib/ingest/problems/examples/real-files.fixture';
import type { Problem } from '@/lib/ingest/problems/problem';
import { problemExamples } from '@/lib/ingest/problems/problem-examples';
import { checkDraft } from '@/lib/office/drafts/check-draft';
import { drafts } from '@/lib/office/drafts/draft';
import {
  draftPorts,
  EDITOR,
  feedFiles,
  OFFICE,
  type TestFile,
  uploadedDraft,
} from '@/lib/office/drafts/draft-ports.fixture';
import { allProblems } from '@/lib/office/drafts/read-problems';
import { readingOf } from '@/lib/office/drafts/reading-of';
import { type Office, offices } from '@/lib/office/offices/office';
import { checkFiles } from '@/lib/office-client/worker-check';

let ports: Awaited<ReturnType<typeof draftPorts>>;
beforeEach(async () => {
  ports = await draftPorts();
});

type Said = Pick<Parameters<typeof readingOf>[2], 'mappings' | 'election'>;

/** What a check tells of a file, in an order of its own. */
interface Told {
  readonly severities: readonly number[];
  readonly counts: Readonly<Record<'rowsIn' | 'rowsSetAside' | 'segments' | 'precincts', number>>;
  readonly problems: readonly string[];
  readonly isReadable: boolean;
}

const lineOf = ({ code, file, row, column, value, message }: Problem): string =>
  JSON.stringify([code, file, row, column, value, message]);

async function inBrowser(office: Office, files: readonly TestFile[], said: Said): Promise<Told> {
  const { reading } = await readingOf(ports.state, office, { officeId: office.id, ...said });
  const chosen = files.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name));
  // As a worker gets it: nothing but data crosses.
  const { files: sent, ...plain } = { files: chosen, reading };
  const { counts, first, isReadable } = await checkFiles(
    { files: sent, ...structuredClone(plain) },
    () => {},
  );
  return told(counts, first, isReadable);
}

async function atTheDesk(office: Office, files: readonly TestFile[], said: Said): Promise<Told> {
  const { id } = await uploadedDraft(ports, files);
  const read = (await drafts.read(ports.state, office.id, id))!;
  await ports.state.commit({
    id: ports.newId(),
    checks: [drafts.unchanged(read, office.id, id)],
    writes: [drafts.write({ ...read.value, ...said }, [office.id, id])],
  });
  const result = await checkDraft(ports, { officeId: office.id, draftId: id, actor: EDITOR });
  if (!result.ok) throw new Error(result.error.message);
  const draft = result.value;
  const all: Problem[] = [];
  const query = { filter: { severity: null, code: null, file: null }, sort: 'severity' } as const;
  for await (const some of allProblems(ports, draft, query)) all.push(...some);
  return told(draft.checked!, all, draft.checked!.dataset !== null);
}

function told(
  counts: Told['counts'] & Readonly<Record<'fatals' | 'errors' | 'conflicts' | 'warnings', number>>,
  problems: readonly Problem[],
  isReadable: boolean,
): Told {
  const { rowsIn, rowsSetAside, segments, precincts } = counts;
  return {
    severities: [counts.fatals, counts.errors, counts.conflicts, counts.warnings],
    counts: { rowsIn, rowsSetAside, segments, precincts },
    problems: problems.map(lineOf).sort(),
    isReadable,
  };
}

/** The browser shows the worst ten. */
const SHOWN = 10;

async function expectSame(office: Office, files: readonly TestFile[], said: Said = {}): Promise<Told> {
  const desk = await atTheDesk(office, files, said);
  const browser = await inBrowser(office, files, said);
  expect({ ...browser, problems: [] }).toEqual({ ...desk, problems: [] });
  if (desk.problems.length <= SHOWN) expect(browser.problems).toEqual(desk.problems);
  else {
    expect(browser.problems).toHaveLength(SHOWN);
    expect(desk.problems).toEqual(expect.arrayContaining([...browser.problems]));
  }
  return desk;
}

async function withOffices(...all: readonly Office[]): Promise<void> {
  const writes = all.map((each) => offices.write(each, [each.id]));
  await ports.state.commit({ id: ports.newId(), checks: [], writes });
}

describe('the example of each code', () => {
  const small = Object.entries(problemExamples).filter(
    ([, { files, live }]) =>
      // A list over what is live: the page says that the server's figures will be others.
      live === undefined &&
      files.every(
        (file) =>
          file.kind !== 'unreadable' &&
          (file.kind !== 'text' ||
            file.lines.every((line) => typeof line === 'string' || line.times < 10_000)),
      ),
  );

  it('is nearly every code’s', () => {
    expect(small.length).toBeGreaterThan(Object.keys(problemExamples).length * 0.9);
  });

  it.each(small)('%s', async (_, example) => {
    const office = {
      ...OFFICE,
      state: example.officeState ?? OFFICE.state,
      singleNumberBeatsRange: example.singleNumberBeatsRange === true,
    };
    await withOffices(office);
    const at = ports.now().toISOString();
    const by = { id: 'edith', name: 'Edith', at };
    const election = example.around === 'own' ? { name: 'General', date: '2026-11-03' } : null;
    const mappings = (example.mappings ?? []).map((mapping) => ({ mapping, table: 'own', by }));
    await expectSame(office, await bytesOf(exampleFiles(example, example).map(realFile)), {
      mappings,
      election,
    });
  });
});

async function bytesOf(files: readonly ReturnType<typeof realFile>[]): Promise<readonly TestFile[]> {
  const read: TestFile[] = [];
  for (const { name, bytes } of files) {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const part of bytes()) parts.push(new Uint8Array(part));
    read.push({ name, bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) });
  }
  return read;
}

describe('a state’s one file', () => {
  /** In each county number 50 has a row of its own in a range that leads elsewhere; on Birch Street the range is of one county, the number of the other. */
  const file = feedFiles(
    feedWith({
      'locality.txt': [
        soundFeed['locality.txt']![0]!,
        'loc1,Oak,county,st39,ea1,America/New_York,',
        'loc2,Elm,county,st39,,America/New_York,',
      ],
      'precinct.txt': [
        soundFeed['precinct.txt']![0]!,
        'p1,North,loc1,pl1',
        'p2,South,loc1,pl2',
        'q1,East,loc2,pl1',
        'q2,West,loc2,pl2',
      ],
      'street_segment.txt': [
        soundFeed['street_segment.txt']![0]!,
        's1,2,98,even,OAK,ST,Springvale,OH,43999,p1',
        's2,50,50,even,OAK,ST,Springvale,OH,43999,p2',
        's3,2,98,even,ELM,ST,Springvale,OH,43999,q1',
        's4,50,50,even,ELM,ST,Springvale,OH,43999,q2',
        's5,2,98,even,BIRCH,ST,Springvale,OH,43999,q1',
        's6,50,50,even,BIRCH,ST,Springvale,OH,43999,p2',
      ],
    }),
  );

  const conflictsWith = async (declaring: readonly string[]) => {
    const of = (id: string, name: string, kind: Office['kind']) => ({
      ...OFFICE,
      id,
      name,
      kind,
      singleNumberBeatsRange: declaring.includes(name),
    });
    const state = of(OFFICE.id, 'State', 'state');
    await withOffices(state, of('oh-oak', 'Oak County', 'county'), of('oh-elm', 'Elm County', 'county'));
    return (await expectSame(state, file)).severities[2]!;
  };

  it.each([
    ['nobody', []],
    ['one county', ['Oak County']],
    ['the other county', ['Elm County']],
    ['both counties', ['Oak County', 'Elm County']],
    ['the state', ['State']],
  ])('is read as at the desk where single numbers are declared by %s', async (_, declaring) => {
    await conflictsWith(declaring);
  });

  it('has fewer conflicts, here and there, the more has been declared', async () => {
    const [none, one, both] = [
      await conflictsWith([]),
      await conflictsWith(['Oak County']),
      await conflictsWith(['Oak County', 'Elm County']),
    ];
    expect(none).toBeGreaterThan(one);
    expect(one).toBeGreaterThan(both);
  });
});
