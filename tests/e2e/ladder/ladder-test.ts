// Owns what every test of the ladder starts with: the site and two other hosts, each with a release of its own and
// each to be broken by itself; and what must hold of an answer under any fault.

import { expect, type Page } from '@playwright/test';
import { practiceAddresses } from '@/data/sandbox/addresses';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { momentText } from '@/lib/view/when';
import { type FaultProxy, startFaultProxy } from '@/scripts/drill/fault-proxy';
import { test as base } from '../site';
import { startStaticServer } from '../static-server';
import type { Voter } from '../voter';
import { LADDER_SITE, MIRRORS } from './ladder-site';
import { PLACE, type ReleasePlan, temporaryFolder, writePracticeRelease } from './practice-release';

/** A host with its release. */
export interface Host extends FaultProxy {
  /** Publishes another release there; gives when it was issued. */
  readonly publish: (plan: ReleasePlan) => Promise<Date>;
}

/** The hosts of one test. All have the same fresh release until the test says otherwise. */
export interface Hosts {
  readonly site: Host;
  readonly one: Host;
  readonly two: Host;
  /** When the release was issued that all have at first. */
  readonly issued: Date;
  readonly all: readonly Host[];
}

const FRESH: ReleasePlan = { ageMs: 60_000 };

export const test = base.extend<{ readonly hosts: Hosts }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
  hosts: async ({}, use) => {
    const undo: (() => unknown)[] = [];
    const one = await startHost(undo, 'mirror-one.localhost');
    const two = await startHost(undo, 'mirror-two.localhost');
    const site = await startHost(undo, 'localhost', (text) =>
      text.replaceAll(MIRRORS[0], one.url).replaceAll(MIRRORS[1], two.url),
    );
    const issued = await site.publish(FRESH);
    for (const host of [one, two]) await host.publish({ ageMs: Date.now() - issued.getTime() });
    await use({ site, one, two, issued, all: [site, one, two] });
    for (const each of undo.reverse()) await each();
  },
});

async function startHost(
  undo: (() => unknown)[],
  hostName: string,
  edit?: (text: string) => string,
): Promise<Host> {
  const folder = temporaryFolder();
  const healthy = await startStaticServer(LADDER_SITE, folder.path);
  const host = await startFaultProxy(healthy.url, { hostName, ...(edit ? { edit } : {}) });
  undo.push(folder.remove, healthy.stop, host.stop);
  return { ...host, publish: (plan) => writePracticeRelease(folder.path, plan) };
}

/** Opens the look-up and waits until its script is at work: it has asked for the list, whatever became of that. */
export async function openPage(page: Page, { site }: Hosts, tag: string): Promise<void> {
  site.asked.length = 0;
  await page.goto(`${site.url}/${tag}/`);
  await expect.poll(() => site.asked.some((path) => path.startsWith('/v1/'))).toBe(true);
}

/** The banner under the bar. */
export const banner = (page: Page) => page.locator('.rung-banner');
/** What stands beside the place where changes could not be looked for. */
export const notChecked = (page: Page) => page.locator('.not-checked');

/** The text of a line of the ladder for a release issued then, as Chicago reads it. */
export function said(messages: Messages, line: keyof Messages['ladder'], issued: Date): string {
  const time = momentText(issued, 'America/Chicago', messages);
  return format(messages.ladder[line], { time, call: '' });
}

/** The answer is that of the ordinary address, and of nothing else. */
export async function expectPlace(voter: Voter, place = PLACE): Promise<void> {
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
  await expect(voter.placeNames).toHaveCount(1);
  await expect(voter.placeNames).toContainText(place);
}

/** No answer, honestly: whose fault it is, whom to call, and nothing that could be taken for "not on the list". */
export async function expectHonest(voter: Voter, phone: string): Promise<void> {
  await expect(voter.answer).toHaveAttribute('data-outcome', 'cannotCheck');
  await expect(voter.placeNames).toHaveCount(0);
  await expect(voter.answer).toContainText(voter.say.outcome.cannotCheckNotRegistered);
  await expect(voter.answer).toContainText(phone);
  await expect(voter.answer.getByRole('link', { name: voter.say.phones.link })).toBeVisible();
}

/** Another practice address whose streets lie in another ZIP than the ordinary one's. */
export function addressElsewhere(): string {
  const other = practiceAddresses.find(
    ({ address, expectKind }) => expectKind === 'found' && /ZZ 0000[2-9]$/.test(address),
  );
  if (!other) throw new Error('the practice county has one ZIP only');
  return other.address;
}
