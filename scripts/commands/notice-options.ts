// Owns reading the arguments of `levee notice`. Knows no release.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';
import type { NoticeWish } from '@/lib/office/notices/notice-wish';
import { readArgs } from './command';

/** What is to be done to the late changes of a release. */
export type NoticeTask =
  | { readonly kind: 'list' }
  | { readonly kind: 'withdraw'; readonly id: string }
  | { readonly kind: 'add'; readonly wish: RawWish }
  | { readonly kind: 'tellAll'; readonly wish: Pick<RawWish, 'officeId' | 'from' | 'until' | 'text'> };

/** As the form of the desk has it, but for times, which may be left out. */
export interface RawWish {
  readonly kind: NoticeWish['kind'];
  readonly placeIds: readonly string[];
  readonly officeId: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly newPlace: NoticeWish['newPlace'];
  readonly hours: NoticeWish['hours'];
  /** Language tag -> text; a language that is missing gets the prepared words. */
  readonly text: Readonly<Record<string, string>>;
}

export interface NoticeOptions {
  readonly from: string;
  /** null for `list`. */
  readonly to: string | null;
  readonly key: string | null;
  readonly isSure: boolean;
  readonly task: NoticeTask;
}

const TYPED = z.object({
  name: z.string(),
  line1: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
});

/** The error is a sentence: how it was used wrongly. */
export function noticeOptions(args: readonly string[]): Result<NoticeOptions, string> {
  const text = { type: 'string' } as const;
  const parsed = readArgs(args, {
    from: text,
    to: text,
    kind: text,
    place: { type: 'string', multiple: true },
    office: text,
    'new-place': text,
    hours: text,
    'from-time': text,
    until: text,
    'text-en': text,
    'text-es': text,
    key: text,
    withdraw: text,
    list: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return err(parsed.error.message);
  const { values, positionals } = parsed.value;
  if (positionals.length > 0) return err(`"${positionals[0]}" belongs to no option`);
  if (values.from === undefined) return err('--from DIR_OR_URL is needed: a copy of the release');
  const task = taskOf(values);
  if (!task.ok) return task;
  if (task.value.kind !== 'list' && values.to === undefined) {
    return err('--to DIR is needed: the folder that edges and mirrors pull from');
  }
  return ok({
    from: values.from,
    to: values.to ?? null,
    key: values.key ?? null,
    isSure: values.yes,
    task: task.value,
  });
}

interface Values {
  readonly list: boolean;
  readonly withdraw?: string | undefined;
  readonly kind?: string | undefined;
  readonly place?: readonly string[] | undefined;
  readonly office?: string | undefined;
  readonly 'new-place'?: string | undefined;
  readonly hours?: string | undefined;
  readonly 'from-time'?: string | undefined;
  readonly until?: string | undefined;
  readonly 'text-en'?: string | undefined;
  readonly 'text-es'?: string | undefined;
}

const KINDS = ['moved', 'closed', 'hours', 'callFirst'] as const;

function taskOf(values: Values): Result<NoticeTask, string> {
  if (values.list) return ok({ kind: 'list' });
  if (values.withdraw !== undefined) return ok({ kind: 'withdraw', id: values.withdraw });
  if (values.kind === 'all') return tellAll(values);
  const kind = KINDS.find((each) => each === values.kind);
  if (kind === undefined)
    return err(`--kind takes one of ${KINDS.join(', ')}, all; or use --list, --withdraw ID`);
  const placeIds = values.place ?? [];
  if (placeIds.length === 0) return err('--place ID is needed: the place that has changed');
  const hours = hoursOf(values.hours);
  if (!hours.ok) return hours;
  const newPlace = newPlaceOf(values['new-place']);
  if (!newPlace.ok) return newPlace;
  return ok({
    kind: 'add',
    wish: {
      kind,
      placeIds,
      officeId: values.office ?? null,
      from: values['from-time'] ?? null,
      until: values.until ?? null,
      newPlace: newPlace.value,
      hours: hours.value,
      text: textOf(values),
    },
  });
}

/** To everybody, about no place. */
function tellAll(values: Values): Result<NoticeTask, string> {
  const more = (['place', 'new-place', 'hours'] as const).find((each) => values[each] !== undefined);
  if (more !== undefined) return err(`--kind all is about no place: leave --${more} out`);
  const { office, 'from-time': from, until } = values;
  const wish = { officeId: office ?? null, from: from ?? null, until: until ?? null, text: textOf(values) };
  return ok({ kind: 'tellAll', wish });
}

function textOf({ 'text-en': en, 'text-es': es }: Values): RawWish['text'] {
  return { ...(en === undefined ? {} : { en }), ...(es === undefined ? {} : { es }) };
}

function hoursOf(text: string | undefined): Result<NoticeWish['hours'], string> {
  if (text === undefined) return ok(null);
  const [, opens, closes] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  if (opens === undefined || closes === undefined) return err('--hours takes times such as 07:00-21:00');
  return ok({ opens, closes });
}

/** The id of a place of the list, or a file with a place that is on none. */
function newPlaceOf(text: string | undefined): Result<NoticeWish['newPlace'], string> {
  if (text === undefined) return ok(null);
  if (!text.endsWith('.json')) return ok({ kind: 'known', id: text });
  try {
    return ok({ kind: 'typed', ...TYPED.parse(JSON.parse(readFileSync(text, 'utf8'))) });
  } catch {
    return err(`${text}: a JSON object with name, line1, city, state and zip is needed`);
  }
}
