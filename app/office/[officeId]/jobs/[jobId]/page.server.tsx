// Owns the page of a publish job. It can be left and come back to, by anybody of the office: the job goes on meanwhile.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { JobProgress } from '@/components/office/job-progress';
import { OfficePage } from '@/components/office/office-page';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { offices } from '@/lib/office/offices/office';
import { jobs } from '@/lib/office/publish/job';
import { jobView } from '@/lib/office/publish/job-view';
import { officeTimeZone } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Publishing' };

interface Props {
  readonly params: Promise<{ readonly officeId: string; readonly jobId: string }>;
}

export default async function JobPage({ params }: Props) {
  const { officeId, jobId } = await params;
  const actor = await pageActor('read', officeId, `/office/${officeId}/jobs/${jobId}/`);
  const ports = await officePorts();
  const job = (await jobs.read(ports.state, jobId))?.value;
  if (job === undefined || job.officeId !== officeId) notFound();
  const office = (await offices.read(ports.state, officeId))?.value ?? null;
  return (
    <OfficePage
      person={actor}
      office={office}
      current="desk"
      title={titles[job.target.kind]}
      lead="You can leave this page. The work goes on, and anybody of this office can look at it here."
      trail={[{ label: 'Desk', href: office === null ? '/office/' : `/office/${officeId}/` }]}
    >
      <JobProgress initial={jobView(job, ports.now())} timeZone={officeTimeZone(office ?? { state: '' })} />
    </OfficePage>
  );
}

const titles = {
  draft: 'Publishing a draft',
  drafts: 'Publishing the lists of several offices',
  rollback: 'Going back',
  notices: 'Publishing late changes',
  claim: 'Carrying out a decision on a claim',
} as const;
