// Owns what stands around a ZIP's streets: how to read them, what to be careful of, whom to call if something is not
// there; and all that is said of a ZIP without streets.

import { fullName } from '@/lib/core/lookup/answer';
import { format, formatCount } from '@/lib/messages/format';
import type { Catalogue } from '@/lib/messages/messages';
import { callWords, viewOffices } from '@/lib/view/office-view';
import { fill } from '@/lib/view/paragraph';
import { sentence } from '@/lib/view/view-parts';
import { relativeLink, zipPagePath } from '../page-paths';
import { startPagePath } from '../start-page-path';
import { type Child, el } from './html';
import { officesOf, type ZipSource } from './page-source';
import { officeList, paragraph } from './parts';
import { electionsOn } from './street-sections';

/** "Adams County". */
export function fullNameOf(locality: { readonly name: string; readonly type: string | null }): string {
  return fullName(locality);
}

/** Above the streets. */
export function zipIntro({ layers, localities }: ZipSource, messages: Catalogue): readonly Child[] {
  const { plain } = messages;
  const days = [...new Set(layers.map(({ election }) => election.date))];
  const [day, another] = days;
  const asked = layers.flatMap((layer) => layer.localities.filter(({ confirm }) => confirm));
  const only = localities.length === 1 ? asked[0] : undefined;
  return [
    // Several elections head the streets themselves.
    day === undefined || another !== undefined
      ? null
      : electionsOn(day, layers, messages).map((line) => el('p', { class: 'q' }, line)),
    el('p', null, plain.howToRead),
    asked.length === 0
      ? null
      : el(
          'div',
          { class: 'n' },
          el('p', null, plain.confirmZip),
          only === undefined ? null : el('p', null, format(plain.confirmOnly, { locality: fullName(only) })),
        ),
    ...notLoaded({ layers }, messages),
  ];
}

/** A locality of which the places are known and the streets are not. */
function notLoaded({ layers }: Pick<ZipSource, 'layers'>, { outcome }: Catalogue): readonly Child[] {
  const names = new Set(
    layers.flatMap((layer) => layer.localities.filter(({ streetsLoaded }) => !streetsLoaded).map(fullName)),
  );
  return [...names].map((name) =>
    el(
      'div',
      { class: 'n' },
      el('p', null, el('strong', null, name)),
      el('p', null, outcome.streetsNotLoadedWhy),
    ),
  );
}

/** Below the streets: whom to call if something is not there. */
export function zipOutro(source: ZipSource, messages: Catalogue): readonly Child[] {
  const offices = officesOf(source.localities);
  return [
    el('h2', null, messages.office.heading),
    el('p', null, paragraph(fill(messages.plain.notListed, { call: callWords({ offices }, messages) }))),
    ...officePhones(source, messages),
  ];
}

/** More offices than these are no list to read through: the start has all of them. */
const MOST_OFFICES = 40;

function officePhones({ zip, localities }: ZipSource, messages: Catalogue): readonly Child[] {
  const offices = officesOf(localities);
  if (offices.length > MOST_OFFICES) {
    const href = relativeLink(zipPagePath(messages.tag, zip), startPagePath(messages.tag));
    const text = formatCount(messages.tag, messages.office.many, offices.length);
    return [el('p', null, el('a', { href }, text))];
  }
  return [officeList(viewOffices({ offices }, messages)), el('p', { class: 'q' }, messages.office.relay)];
}

/** A ZIP that only gets mail, or whose streets nobody has given: as a look-up says it. */
export function zipWithoutStreets(source: ZipSource, messages: Catalogue): readonly Child[] {
  const { zip, kind, localities } = source;
  const { outcome: say } = messages;
  const offices = officesOf(localities);
  const [headline, why] =
    kind === 'unknown'
      ? [format(say.zipUnknown, { zip }), say.zipUnknownWhy]
      : [say.streetsNotLoaded, say.streetsNotLoadedWhy];
  return [
    el('p', null, el('strong', null, sentence(headline))),
    el('p', null, why),
    el('p', null, paragraph(fill(say.askWhere, { call: callWords({ offices }, messages) }))),
    el('p', null, say.notNotRegistered),
    el('h2', null, messages.office.heading),
    ...officePhones(source, messages),
  ];
}
