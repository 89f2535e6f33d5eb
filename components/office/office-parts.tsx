// Owns a state's one file office by office: what changes, what the approver has to take note of, which offices stay as they are and why.

import type { PartView } from '@/lib/office/division/part-views';
import { CauseExamples } from './cause-examples';
import { PostButton } from './post-button';

interface OfficePartsProps {
  readonly parts: readonly PartView[];
  /** Whether this person may take note of causes now. */
  readonly mayNote: boolean;
}

/** "Offices of this file". */
export function OfficeParts({ parts, mayNote }: OfficePartsProps) {
  const count = (...states: PartView['state'][]) =>
    parts.filter(({ state }) => states.includes(state)).length;
  const going = count('goes', 'waits');
  return (
    <section className="desk-section" aria-labelledby="parts">
      <h2 id="parts">Offices of this file</h2>
      <p>
        {parts.length} offices. {offices(going)} nothing against {going === 1 ? 'it' : 'them'}: one approval
        publishes {going === 1 ? 'it' : 'them all'} at once. Of the others, voters keep what is live now.
      </p>
      <ul className="office-parts">
        {parts.map((part) => (
          <li key={part.officeId}>
            <Part part={part} mayNote={mayNote} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const offices = (count: number): string => (count === 1 ? 'One has' : `${count} have`);

function Part({ part, mayNote }: { readonly part: PartView; readonly mayNote: boolean }) {
  const { officeId, name, state, draftId, errors, causes, obstacles } = part;
  const path = `/office/${officeId}/drafts/${draftId}/`;
  return (
    <>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p className="office-part-state">{stateText[state]}</p>
      {state !== 'empty' && state !== 'unknownOffice' && <p>{changesText(part)}</p>}
      {errors > 0 && <p>{errors.toLocaleString('en-US')} problems set rows of it aside.</p>}
      {obstacles.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {draftId !== null && <a href={`${path}compare/`}>See what changes in {name}</a>}
      {causes.length > 0 && (
        <ul className="cause-list">
          {causes.map(({ isNoted, sentence, ...cause }) => (
            <li key={cause.code}>
              <p>
                <bdi>{sentence}</bdi>
              </p>
              <CauseExamples {...cause} />
              {isNoted && <p className="cause-noted">You have taken note of this.</p>}
              {!isNoted && mayNote && draftId !== null && (state === 'goes' || state === 'held') && (
                <PostButton
                  path={`/office/api/drafts/${officeId}/${draftId}/acknowledge/`}
                  body={{ code: cause.code, count: cause.count }}
                  label={`I have taken note of this for ${name}`}
                  kind="outline"
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function changesText({ isFirst, ranges, precincts }: PartView): string {
  if (isFirst) return 'Nothing of this office is live yet: all of it is new.';
  if (ranges === 0 && precincts === 0) return 'Every address leads to the same place as before.';
  const one = (count: number, thing: string) =>
    `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;
  return `${one(ranges, 'address range')} and ${one(precincts, 'precinct')} change.`;
}

const stateText: Readonly<Record<PartView['state'], string>> = {
  goes: 'Goes live with your approval.',
  held: 'Stays as it is until this is settled.',
  waits: 'Waits until the file is submitted.',
  approved: 'Approved. It is being published.',
  live: 'Live.',
  withdrawn: 'Was taken back. What is live stays.',
  returned: 'Came back. What is live stays.',
  empty: 'Stays as it is: none of its precincts could be used. Look at the problems of the file.',
  unknownOffice: 'Is left out: this office is not at the desk, or two parts of the file have its name.',
};
