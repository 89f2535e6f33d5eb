'use client';
// Owns what the page of a publish job shows: its steps and what they took, what went wrong, what can be done about it. The
// driving is use-job-driver's.

import type { JobStepView, JobView } from '@/lib/office/publish/job-view';
import type { PostError } from '@/lib/office-client/post-json-once';
import { Alert } from './alert';
import { DeskTime } from './desk-time';
import { useJobDriver } from './use-job-driver';

interface JobProgressProps {
  readonly initial: JobView;
  readonly timeZone: string;
}

/** `<JobProgress initial={jobView(job, now)} timeZone="America/Chicago" />` */
export function JobProgress({ initial, timeZone }: JobProgressProps) {
  const { view, problem, send } = useJobDriver(initial);
  return (
    <div className="job">
      <JobState view={view} problem={problem} timeZone={timeZone} />
      <ol className="job-steps" aria-label="Steps">
        {view.steps.map((step) => (
          <Step key={step.step} step={step} state={view.state} />
        ))}
      </ol>
      {view.rounds > 0 && <p>{againText(view.rounds)}</p>}
      <p className="job-people">
        Asked for by <bdi>{view.requestedBy}</bdi>, approved by <bdi>{view.approvedBy}</bdi>, begun{' '}
        <DeskTime at={view.startedAt} timeZone={timeZone} />.
      </p>
      <div className="desk-actions needs-script">
        {view.state === 'failed' && (
          <button type="button" className="usa-button" onClick={() => send('retry')}>
            Try again
          </button>
        )}
        {view.canCancel && (
          <button type="button" className="usa-button usa-button--outline" onClick={() => send('cancel')}>
            Do not publish
          </button>
        )}
      </div>
    </div>
  );
}

interface JobStateProps {
  readonly view: JobView;
  readonly problem: PostError | null;
  readonly timeZone: string;
}

function JobState({ view, problem, timeZone }: JobStateProps) {
  const history = `/office/${view.officeId}/history/`;
  if (view.state === 'done' && view.result !== null) {
    return (
      <Alert kind="done" heading="Voters can see it now" isNew>
        <p>
          Live since <DeskTime at={view.result.at} timeZone={timeZone} />, as release {view.result.sequence}.{' '}
          <a href="/">Look at the voters’ page</a>, or at <a href={history}>all that was published</a>. Edges
          and mirrors, where you have them, follow within a minute.
        </p>
      </Alert>
    );
  }
  if (view.state === 'cancelled') {
    return (
      <Alert kind="info" heading="This was not published" isNew>
        <p>What was asked for waits for approval again.</p>
      </Alert>
    );
  }
  if (view.state === 'failed') {
    return (
      <Alert kind="error" heading="A step could not be done" isNew>
        <p>{view.problem}</p>
      </Alert>
    );
  }
  if (problem !== null) return <Waiting problem={problem} />;
  return <p role="status">{view.isBusy ? 'At work, started by somebody else.' : 'At work.'}</p>;
}

function Waiting({ problem }: { readonly problem: PostError }) {
  return (
    <Alert kind="warning" heading={problem.message} isNew>
      {problem.code === 'signIn' ? (
        <p>
          The work goes on. <a href="/office/sign-in/">Sign in</a> to watch it.
        </p>
      ) : (
        <p>Nothing is lost. This page tries again by itself.</p>
      )}
    </Alert>
  );
}

const stateWords = { done: 'done', now: 'now', next: 'not yet' } as const;

function Step({ step, state }: { readonly step: JobStepView; readonly state: JobView['state'] }) {
  const isStopped = step.state === 'now' && state !== 'running';
  return (
    <li className={`step step-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
      {step.label}
      <span className="job-took">
        {step.seconds === null
          ? isStopped
            ? 'stopped here'
            : stateWords[step.state]
          : tookText(step.seconds)}
      </span>
    </li>
  );
}

function tookText(seconds: number): string {
  if (seconds < 0.1) return 'done at once';
  return seconds < 60 ? `done in ${seconds.toFixed(1)} s` : `done in ${Math.round(seconds / 60)} min`;
}

function againText(rounds: number): string {
  const times = rounds === 1 ? 'once' : `${rounds} times`;
  return `Another office published first, so this was put together again, ${times}.`;
}
