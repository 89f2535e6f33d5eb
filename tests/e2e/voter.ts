// Owns what a voter does on the page, in the voter's own terms, so that tests read as journeys.

import type { Locator, Page } from '@playwright/test';
import { practiceAddresses } from '@/data/sandbox/addresses';
import { languageFor } from '@/lib/messages/languages';
import type { Catalogue } from '@/lib/messages/messages';
import { PSEUDO_TAG, pseudoLanguage } from '@/lib/messages/pseudo';

/** The language's texts: tests ask for controls by the names that people hear. */
export function messagesOf(tag: string): Catalogue {
  const language = tag === PSEUDO_TAG ? pseudoLanguage : languageFor(tag);
  if (!language) throw new Error(`no language: ${tag}`);
  return language.messages;
}

/** The text of a practice address: `practice('conflict')`. */
export function practice(id: string): string {
  const entry = practiceAddresses.find((each) => each.id === id);
  if (!entry) throw new Error(`no practice address: ${id}`);
  return entry.address;
}

const QUIET_MS = 500;

/** A page, or a frame in somebody else's. */
type Place = Pick<
  Page,
  'goto' | 'waitForLoadState' | 'waitForTimeout' | 'getByRole' | 'getByText' | 'locator' | 'evaluate'
>;

/** The voter, on one page, in one language. */
export class Voter {
  readonly page: Place;
  readonly say: Catalogue;

  constructor(page: Place, tag = 'en') {
    this.page = page;
    this.say = messagesOf(tag);
  }

  /** Opens the look-up and waits until the list has arrived. */
  async open(origin = ''): Promise<void> {
    await this.page.goto(`${origin}/${this.say.tag}/`);
    await this.page.waitForLoadState('networkidle');
  }

  get addressBox(): Locator {
    return this.page.getByRole('combobox', { name: this.say.form.addressLabel });
  }

  get zipBox(): Locator {
    return this.page.getByRole('textbox', { name: this.say.form.zipLabel });
  }

  get options(): Locator {
    return this.page.getByRole('option');
  }

  /** The answer on screen, of whatever kind. */
  get answer(): Locator {
    return this.page.locator('[data-outcome]');
  }

  /** The names of the places that the answer gives; "may be your place" is not among them. */
  get placeNames(): Locator {
    return this.answer.locator('.place-name:not(.likely *)');
  }

  async type(address: string): Promise<void> {
    await this.addressBox.pressSequentially(address);
  }

  /** Waits until the page has asked for nothing more for a while: what is fetched ahead has come. */
  async settle(): Promise<void> {
    let before = -1;
    for (let now = await this.requests(); now !== before; now = await this.requests()) {
      before = now;
      await this.page.waitForTimeout(QUIET_MS);
    }
  }

  private requests(): Promise<number> {
    return this.page.evaluate(() => performance.getEntriesByType('resource').length);
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: this.say.form.submit }).click();
  }

  /** Fill, send, and wait for an answer. */
  async lookUp(address: string): Promise<void> {
    await this.addressBox.fill(address);
    await this.submit();
    await this.answer.waitFor();
  }

  /** Open the page and look up one practice address. */
  async lookUpPractice(id: string, origin = ''): Promise<void> {
    await this.open(origin);
    await this.lookUp(practice(id));
  }
}
