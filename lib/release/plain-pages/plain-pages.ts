// Owns the whole of a release's plain pages: what was merged in, every page's bytes out, but for groups that an earlier
// release has already. Pure: the same input gives the same bytes, and nothing in them tells when they were made.

import type { Notice } from '@/lib/core/lookup/outcome';
import { isPracticeOffice } from '@/lib/view/practice';
import { sha256Hex } from '../bytes';
import { canonicalBytes } from '../canonical-json';
import type { Sha256Hex } from '../format';
import type { MadePage } from '../page-manifests';
import { answerViews } from './answer-cells';
import type { Site } from './frame';
import { type PageGroup, pageGroups, type SourceNames } from './page-groups';
import type { PageSource } from './page-source';

/** What an earlier release's pages were made of, by the same program with the same words: manifest -> hash of the
 *  inputs, and the manifest's object. */
export type PageMemo = ReadonlyMap<string, { readonly inputs: string; readonly object: Sha256Hex }>;

export interface PlainPages {
  /** Those that were made, each path once: the ones that others link to stand last. */
  readonly made: readonly MadePage[];
  /** Manifest -> hash of what its pages are made of; of all groups. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Manifest -> object of groups that are as they were. */
  readonly kept: ReadonlyMap<string, Sha256Hex>;
  /** Groups for which there was no time. */
  readonly unmade: number;
}

export interface PlainPagesOptions {
  readonly memo: PageMemo;
  /** Asked after each group; false: the others are left for another time. */
  readonly mayGoOn?: (() => boolean) | undefined;
  /** Hears groups done of groups to be made. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Every page of a release that `memo` does not have. */
export async function plainPages(
  source: PageSource,
  notices: readonly Notice[],
  { languages, origin }: Pick<Site, 'languages' | 'origin'>,
  names: SourceNames,
  options: PlainPagesOptions,
): Promise<PlainPages> {
  const isPractice = source.localities.some(({ object }) => isPracticeOffice(object.officeId));
  const site: Site = { languages, origin, isPractice };
  const views = new Map(languages.map(({ tag, messages }) => [tag, answerViews(notices, messages)]));
  const inputs = new Map<string, string>();
  const kept = new Map<string, Sha256Hex>();
  const toMake: PageGroup[] = [];
  const shared = { languages: languages.map(({ tag }) => tag), origin, isPractice };
  for (const group of pageGroups(source, notices, site, names, views)) {
    const hash = await sha256Hex(canonicalBytes({ shared, inputs: group.inputs }));
    const known = options.memo.get(group.manifest);
    inputs.set(group.manifest, hash);
    if (known?.inputs === hash) kept.set(group.manifest, known.object);
    else toMake.push(group);
  }
  return { ...makeAll(toMake, options), inputs, kept };
}

function makeAll(
  groups: readonly PageGroup[],
  { mayGoOn, onProgress }: PlainPagesOptions,
): Pick<PlainPages, 'made' | 'unmade'> {
  const rounds: MadePage[][] = [];
  let unmade = 0;
  for (const [index, { make }] of groups.entries()) {
    for (const [round, maker] of make.entries()) {
      const pages = rounds[round] ?? [];
      rounds[round] = pages;
      for (const page of maker()) pages.push(page);
    }
    const done = index + 1;
    if (done % 64 === 0 || done === groups.length) onProgress?.(done, groups.length);
    if (done === groups.length || mayGoOn === undefined || mayGoOn()) continue;
    unmade = groups.length - done;
    break;
  }
  return { made: rounds.flat(), unmade };
}
