// Owns how what some numbers lead to stands beside them: the place with its address, or what else there is to say. The
// same answer is viewed and written once for a whole ZIP. Where many places serve, they have a list of their own.

import type { ListedNumbers } from '@/lib/core/lookup/number-list';
import type { Notice } from '@/lib/core/lookup/outcome';
import { formatCount } from '@/lib/messages/format';
import type { Catalogue } from '@/lib/messages/messages';
import { type ListedAnswerView, type ListedPlaceView, viewListedAnswers } from '@/lib/view/listed-view';
import { readerLater } from '@/lib/view/written-ahead';
import { placePagePath, relativeLink } from '../page-paths';
import { all, type Child, el, type Html } from './html';
import { noticeBox, paragraph, placeLines } from './parts';

/** More places than these are not said again beside each street. */
const MOST_BESIDE = 6;

/** Where a list of places is: the same for all languages but for the language itself. */
export type ListPath = (lang: string, list: number) => string;

/** What numbers lead to, in the words of one language. A place serves several ZIPs, so that all of them share these. */
export type AnswerViews = (numbers: ListedNumbers) => readonly ListedAnswerView[];

/** Views that are made once for each answer. */
export function answerViews(notices: readonly Notice[], messages: Catalogue): AnswerViews {
  const reader = readerLater(messages);
  const known = new Map<string, readonly ListedAnswerView[]>();
  return ({ key, answers }) => {
    const view = known.get(key) ?? viewListedAnswers(answers, notices, reader);
    known.set(key, view);
    return view;
  };
}

/** A ZIP's answers in one language. */
export interface AnswerCells {
  readonly cell: (numbers: ListedNumbers) => Html;
  readonly lists: () => readonly (readonly ListedPlaceView[])[];
}

/** `from` is any page of the ZIP: all of them lie in one folder. */
export function answerCells(
  from: string,
  views: AnswerViews,
  messages: Catalogue,
  options: { readonly listPath: ListPath; readonly withConfirm: boolean },
): AnswerCells {
  const { tag } = messages;
  const cells = new Map<string, Html>();
  const lists = new Map<string, { number: number; places: readonly ListedPlaceView[] }>();

  const places = (view: ListedAnswerView): readonly Child[] => {
    if (view.places.length <= MOST_BESIDE) {
      const linked = view.places.map(({ officeId, place }) =>
        placeLines(place, relativeLink(from, placePagePath(tag, officeId, place.listedId))),
      );
      return linked.length === 1 ? linked : linked.map((lines) => el('p', null, ...lines));
    }
    const key = view.places.map(({ officeId, place }) => `${officeId}\t${place.listedId}`).join('\n');
    const list = lists.get(key) ?? { number: lists.size, places: view.places };
    lists.set(key, list);
    const text = formatCount(tag, messages.plain.seeList, view.places.length);
    const href = relativeLink(from, options.listPath(tag, list.number));
    return [el('p', null, el('a', { href }, text))];
  };

  const answer = (view: ListedAnswerView): readonly Child[] => [
    view.units === null ? null : el('p', null, el('strong', null, view.units)),
    ...view.notices.map((notice) => noticeBox(notice, tag)),
    ...view.lead.map((each) => el('p', null, paragraph(each))),
    view.lead.length > 0 || view.units !== null || view.notices.length > 0
      ? el('div', null, ...places(view))
      : all(...places(view)),
    view.confirm === null || !options.withConfirm ? null : el('p', null, view.confirm),
  ];

  return {
    cell: (numbers) => {
      const { key } = numbers;
      const known = cells.get(key);
      if (known !== undefined) return known;
      const made = all(...views(numbers).map(answer));
      cells.set(key, made);
      return made;
    },
    lists: () => [...lists.values()].map((list) => list.places),
  };
}
