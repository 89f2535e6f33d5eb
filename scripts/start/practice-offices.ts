// Owns the practice offices of an office host: made on an empty store, published through the same job as everybody's,
// and their election moved on. Where real offices are, none are made.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { SANDBOX_ZIP_COUNTIES, type SandboxSource, sandboxSources } from '@/data/sandbox/sandbox';
import { commitAudited } from '@/lib/office/audit/commit-audited';
import { systemActor } from '@/lib/office/audit/entry';
import { storeDataset } from '@/lib/office/drafts/datasets';
import { type Draft, drafts } from '@/lib/office/drafts/draft';
import { type Office, offices } from '@/lib/office/offices/office';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { advanceJob } from '@/lib/office/publish/advance-job';
import { choices } from '@/lib/office/publish/choice';
import { CROSSWALK, crosswalks } from '@/lib/office/publish/crosswalk';
import { jobStart } from '@/lib/office/publish/job-start';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { type PracticeFiles, readPracticeFiles } from './practice-files';

const SYSTEM = { id: 'system', name: 'Levee' };

const PRACTICE: readonly Pick<Office, 'id' | 'name' | 'kind'>[] = [
  { id: 'sandbox-county', name: 'Sandbox County (practice)', kind: 'county' },
  { id: 'sandbox-town', name: 'Drill Harbor (practice)', kind: 'town' },
];

/** Makes the practice offices where there is no office at all. True where they are there. */
export async function havePracticeOffices(ports: OfficePorts): Promise<boolean> {
  const known = (await offices.list(ports.state)).map(({ value }) => value);
  if (known.length > 0) return known.some(({ isPractice }) => isPractice);
  const at = ports.now().toISOString();
  const made = PRACTICE.map(
    (office): Office => ({
      ...office,
      state: 'ZZ',
      timeZone: 'America/Chicago',
      phone: {
        number: '555-0100',
        electionDayHours: '6 am to 9 pm',
        confirmed: { by: 'practice: nobody answers this phone', at },
      },
      singleNumberBeatsRange: false,
      dutyApproverIds: [],
      isPractice: true,
    }),
  );
  await commitAudited(ports, {
    checks: made.map(({ id }) => offices.unchanged(null, id)),
    writes: [
      ...made.map((office) => offices.write(office, [office.id])),
      crosswalks.write({ csv: readFileSync(SANDBOX_ZIP_COUNTIES, 'utf8') }, [CROSSWALK]),
    ],
    events: made.map(({ id }) => ({
      action: 'office.made',
      actor: systemActor('npm start'),
      officeId: id,
      subject: id,
      details: { isPractice: true },
    })),
  });
  return true;
}

/** Publishes the practice files that are not live: at first, when Levee brings others, and when the practice election has
 *  to move on. What somebody has published while practising stays until then. Throws if it cannot: the files are ours. */
export async function publishPractice(ports: PublishPorts): Promise<void> {
  for (const source of sandboxSources(ports.now())) {
    const files = await readPracticeFiles(source);
    const dataset = await storeDataset(ports, files.dataset);
    if (!(await isDue(ports, source, files, dataset))) continue;
    const jobId = await approve(ports, source, files, dataset);
    for (;;) {
      const job = await advanceJob(ports, jobId);
      if (!job.ok) throw new Error(job.error.message);
      if (job.value.state === 'done') break;
      // Somebody else is at it.
      if (job.value.lease !== null) await sleep(100);
      if (job.value.state !== 'running') {
        throw new Error(`the practice county cannot be published: ${job.value.error?.message}`);
      }
    }
  }
}

async function isDue(
  { state }: PublishPorts,
  { officeId }: SandboxSource,
  { dataset: { election } }: PracticeFiles,
  dataset: string,
): Promise<boolean> {
  const choice = (await choices.read(state, officeId, election.id))?.value ?? null;
  if (choice === null || choice.electionDate !== election.date) return true;
  return choice.current?.approvedBy === SYSTEM.name && choice.current.dataset !== dataset;
}

async function approve(
  ports: PublishPorts,
  { officeId }: SandboxSource,
  files: PracticeFiles,
  dataset: string,
): Promise<string> {
  const id = ports.newId();
  const start = jobStart(ports, {
    officeId,
    target: { kind: 'draft', draftId: id },
    requestedBy: SYSTEM,
    approvedBy: SYSTEM,
  });
  const problems = `problems/${id}`;
  await ports.blobs.put(problems, new Uint8Array());
  const draft = practiceDraft(ports, { officeId, id, jobId: start.job.id, dataset, problems }, files);
  const event = { actor: systemActor('npm start'), officeId, subject: id, details: { isPractice: true } };
  await commitAudited(ports, {
    checks: start.checks,
    writes: [...start.writes, drafts.write(draft, [officeId, id])],
    events: [{ ...event, action: 'draft.made' }, { ...event, action: 'draft.approved' }, ...start.events],
  });
  return start.job.id;
}

interface Named {
  readonly officeId: string;
  readonly id: string;
  readonly jobId: string;
  readonly dataset: string;
  readonly problems: string;
}

function practiceDraft(
  { now }: OfficePorts,
  { officeId, id, jobId, dataset, problems }: Named,
  { dataset: { election }, counts }: PracticeFiles,
): Draft {
  const at = now().toISOString();
  const person = { ...SYSTEM, at };
  return {
    id,
    officeId,
    state: 'approved',
    author: { ...person, kind: 'system' },
    title: 'Practice data that came with Levee',
    files: [],
    corrections: [],
    checked: {
      at,
      dataset,
      electionId: election.id,
      electionName: election.name,
      electionDate: election.date,
      problems,
      ...counts,
    },
    acknowledged: {},
    submitted: person,
    approved: person,
    returned: null,
    jobId,
  };
}
