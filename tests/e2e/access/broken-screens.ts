// Owns what a late change, a fault, the clock or a network make of a screen: as ./screens, on a site that may be broken.

import { waitForPages } from '../kept';
import { practiceNotice, publishNotices } from '../late-changes';
import type { OwnSite } from '../site';
import { practice } from '../voter';
import type { Screen, Stage } from './screens';

/** A site of the test's own, which it may break. */
export interface BrokenStage extends Stage {
  readonly site: OwnSite;
}

async function lookUpThere({ voter, site }: BrokenStage): Promise<void> {
  await voter.lookUpPractice('found', site.url);
  await voter.settle();
}

const hall = {
  id: 'new-hall',
  name: 'New Hall (practice place)',
  line1: '5 Practice Way',
  city: 'Practice Falls',
  state: 'ZZ',
  zip: '00001',
  latLng: null,
  timeZone: 'America/Chicago',
  hours: { schedules: [], text: 'Open at noon' },
} as const;

/** Late changes of each kind, as an office would publish them. */
export const lateChanges = (['moved', 'closed', 'hours', 'callFirst'] as const).map((kind) =>
  practiceNotice(kind, kind === 'moved' ? hall : null),
);

/** What a release, a clock or a network can do to an answer. Each leaves the site as the next can use it. */
export const brokenScreens: readonly Screen<BrokenStage>[] = [
  ...lateChanges.map((notice) => ({
    name: `a late change: ${notice.kind}`,
    async reach(stage: BrokenStage) {
      await publishNotices(stage.site, [notice]);
      await lookUpThere(stage);
    },
  })),
  {
    name: 'offline',
    async reach(stage) {
      await lookUpThere(stage);
      await waitForPages(stage.page, `/${stage.voter.say.tag}/`);
      await stage.page.context().setOffline(true);
      await stage.page.reload();
      await stage.page.locator('.rung-banner').waitFor();
      await stage.voter.lookUp(practice('found'));
    },
  },
  {
    name: 'a list that is old',
    async reach(stage) {
      await stage.page.context().setOffline(false);
      await stage.voter.open(stage.site.url);
      await stage.page.clock.setFixedTime(Date.now() + 2 * 86_400_000);
      await stage.voter.lookUp(practice('found'));
      await stage.page.locator('.rung-banner').waitFor();
    },
  },
  {
    name: 'the day after the election',
    async reach(stage) {
      await stage.page.clock.setFixedTime(Date.now());
      await stage.voter.open(stage.site.url);
      await stage.page.clock.setFixedTime(Date.now() + 400 * 86_400_000);
      await stage.voter.lookUp(practice('found'));
    },
  },
  {
    name: 'no data to answer from',
    async reach(stage) {
      await stage.page.clock.setFixedTime(Date.now());
      stage.site.alterPointer((text) => text.replace('Practice General', 'Practice Primary'));
      await stage.page.context().clearCookies();
      await stage.page.evaluate(async () => {
        localStorage.clear();
        for (const name of await caches.keys()) await caches.delete(name);
      });
      await lookUpThere(stage);
    },
  },
];
