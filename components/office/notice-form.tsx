'use client';
// Owns the form of a late change, made for a phone: what happened, where, until when; then exactly what voters will see, and
// only below that the button. Knows no store.

import { type FormEvent, useState } from 'react';
import type { NoticeWish } from '@/lib/office/notices/notice-wish';
import type { NoticeLook } from '@/lib/office/notices/preview-notice';
import { postJson } from '@/lib/office-client/post-json';
import { ConfirmArea } from './confirm-area';
import { DeedProblem } from './deed-problem';
import { draftOf, type FormPlace, goesPlaces, type NoticeDraft, textsOf, wishFrom } from './notice-draft';
import { NoticeNewPlace } from './notice-new-place';
import { NoticePlacePicker } from './notice-place-picker';
import { NoticePreview } from './notice-preview';
import { NoticeTexts } from './notice-texts';
import { NoticeTimes } from './notice-times';
import { PostButton } from './post-button';
import { useDeed } from './use-deed';

export interface NoticeFormProps {
  readonly office: { readonly id: string; readonly state: string; readonly phone: string | null };
  readonly places: readonly FormPlace[];
  readonly start: NoticeWish;
  /** Id of the late change that this takes the place of; null: a new one. */
  readonly replaces: string | null;
  /** "Call before you go" by one person: places and times alone. */
  readonly isAlone: boolean;
  /** The zone of the places, where none is chosen yet. */
  readonly timeZone: string;
  /** Zone -> the times to start with: the same moments on each clock. */
  readonly times: Readonly<Record<string, Pick<NoticeWish, 'from' | 'until'>>>;
}

const kinds = [
  ['moved', 'A place has moved', 'Voters go somewhere else.'],
  ['closed', 'A place is closed', 'It opens again later, or voters go somewhere else.'],
  ['hours', 'Hours are longer', 'One place, or all of them.'],
  [
    'callFirst',
    'Call before you go',
    'Also for anything else that voters should know: write it in your own words.',
  ],
] as const;

const MOST = { moved: 1, closed: 1, hours: 300, callFirst: 300 } as const;
const MOST_ALONE = 5;

/** Leads to the page of the late change, or of the job where one person alone put it up. */
export function NoticeForm(props: NoticeFormProps) {
  const { office, places, start, isAlone } = props;
  const [draft, setDraft] = useState(() => draftOf(start, office.state));
  const [look, setLook] = useState<NoticeLook | null>(null);
  const deed = useDeed();
  const wish = wishFrom(draft, places, office.phone);
  const change = (part: Partial<NoticeDraft>) => setDraft({ ...draft, ...part });
  const show = (event: FormEvent) => {
    event.preventDefault();
    void deed.run(
      () => postJson(`/office/api/notices/${office.id}/preview/`, wish),
      (answer) => setLook(answer as NoticeLook),
    );
  };
  if (look !== null) return <Look {...props} look={look} wish={wish} onBack={() => setLook(null)} />;
  const zoneOf = (ids: readonly string[]) =>
    places.find(({ id }) => id === ids[0])?.timeZone ?? props.timeZone;
  const zone = zoneOf(draft.placeIds);
  const choose = (placeIds: readonly string[]) => {
    const hours = places.find(({ id }) => id === placeIds[0])?.hours;
    const isFirst = draft.placeIds.length === 0 && draft.opens === '' && draft.closes === '';
    const [before, after] = [props.times[zone], props.times[zoneOf(placeIds)]];
    // Times that nobody has touched stay the same moments, on the clock of the place.
    const isUntouched = draft.from === before?.from && draft.until === before.until;
    const times = isUntouched && after !== undefined ? after : {};
    change({
      placeIds: [...placeIds],
      ...times,
      ...(isFirst && draft.kind === 'hours' && hours ? hours : {}),
    });
  };
  return (
    <form className="desk-form notice-form needs-script" onSubmit={show}>
      {!isAlone && <Kinds draft={draft} onChange={change} />}
      <NoticePlacePicker
        id="old"
        legend={MOST[draft.kind] === 1 ? 'Which polling place?' : 'Which polling places?'}
        places={places}
        chosen={draft.placeIds}
        most={isAlone ? MOST_ALONE : MOST[draft.kind]}
        onChoose={choose}
      />
      {goesPlaces(draft.kind) && <NoticeNewPlace draft={draft} places={places} onChange={change} />}
      <NoticeTimes draft={draft} timeZone={zone} onChange={change} />
      {!isAlone && (
        <NoticeTexts
          texts={textsOf(draft, places, office.phone)}
          own={draft.texts}
          onChange={(texts) => change({ texts })}
        />
      )}
      <DeedProblem problem={deed.problem} />
      <div className="desk-actions">
        <button type="submit" className="usa-button" aria-disabled={deed.isBusy}>
          See what voters will see
        </button>
        <a href={`/office/${office.id}/notices/`}>Leave it</a>
      </div>
    </form>
  );
}

interface KindsProps {
  readonly draft: NoticeDraft;
  readonly onChange: (change: Partial<NoticeDraft>) => void;
}

/** Another kind has other words, and another number of places. */
function Kinds({ draft, onChange }: KindsProps) {
  return (
    <fieldset>
      <legend>What happened?</legend>
      {kinds.map(([kind, label, hint]) => (
        <label className="check-line" key={kind}>
          <input
            type="radio"
            name="kind"
            checked={draft.kind === kind}
            onChange={() =>
              onChange({
                kind,
                placeIds: draft.placeIds.slice(0, MOST[kind]),
                goesTo: kind === 'moved' && draft.goesTo === 'nowhere' ? 'known' : draft.goesTo,
                texts: {},
              })
            }
          />
          <span>
            {label}
            <br />
            <span className="quiet small">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface LookProps extends NoticeFormProps {
  readonly look: NoticeLook;
  readonly wish: NoticeWish;
  readonly onBack: () => void;
}

function Look({ look, wish, office, replaces, isAlone, onBack }: LookProps) {
  const api = `/office/api/notices/${office.id}/`;
  const { placeIds, from, until } = wish;
  return (
    <ConfirmArea
      heading="Voters will see this"
      actions={
        <>
          {isAlone ? (
            <PostButton
              path={`${api}call-first/`}
              body={{ wish: { placeIds, from, until } }}
              label="Put it up now, alone"
            />
          ) : (
            <PostButton path={api} body={{ wish, replaces }} label="Ask for approval" />
          )}
          <button type="button" className="usa-button usa-button--quiet" onClick={onBack}>
            Change something
          </button>
        </>
      }
    >
      <NoticePreview {...look} now={look.notice.from} />
      <p>
        {isAlone
          ? 'It goes up within a minute. Everybody of the office and the state is told that you did this alone.'
          : 'Nobody sees it before another person has approved it. That can be done on a phone.'}
      </p>
    </ConfirmArea>
  );
}
