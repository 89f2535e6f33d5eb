// Owns voters with a real browser: they open the page, type a golden address, and read what a voter reads. Finds things by role
// and text, as people do. Names of hosts lead to this machine by the browser's own rules; nothing leaves loopback.

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { en } from '@/lib/messages/en';
import { chromiumPath } from '../test/chromium';
import { readShown } from './read-shown';
import { judgeShown, type NamedGolden, NOTHING, rungShown, type Shown } from './shown';
import type { Visit } from './verdict';

/** A visit with what was on the page, what was asked for, and when there was something to read (null: never). */
export interface BrowserVisit extends Visit {
  readonly shown: Shown;
  readonly firstTextMs: number | null;
  /** Pages opened on the way to the answer, the first among them. */
  readonly pages: number;
  /** Every address that the browser asked for, as the page named it. */
  readonly requests: readonly string[];
}

/** One voter's browser: what it keeps, it keeps until `close`. */
export interface BrowserVoter {
  readonly context: BrowserContext;
  /** Opens the page anew and asks; `how` is the look-up where nothing else is said. Never throws; a page that does not come is `failed`. */
  readonly visit: (site: string, golden: NamedGolden, how?: Asking) => Promise<BrowserVisit>;
  readonly close: () => Promise<void>;
}

/** How somebody gets from the open page to what it shows. */
export type Asking = (page: Page, golden: NamedGolden) => Promise<Shown>;

/** `slow`: 400 kbit/s and 400 ms a request. `prepare`: what is done to each page before it opens. */
export interface VoterKind {
  readonly script?: boolean;
  readonly slow?: boolean;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A Chromium for many voters. */
export interface DrillBrowser {
  readonly voter: (kind?: VoterKind) => Promise<BrowserVoter>;
  readonly stop: () => Promise<void>;
}

const PAGE_LIMIT_MS = 20_000;
const FIRST_TEXT_LIMIT_MS = 10_000;
/** The page itself says "we can't check" after 20 s. */
const ANSWER_LIMIT_MS = 30_000;
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Starts it. `hosts`: where names lead, `{'vote.localhost:65000': '127.0.0.1:4711'}`; `localhost:4711` is 127.0.0.1 and ::1 both, as a
 *  name with two addresses is. A `*.localhost` name is a secure context, as every host with TLS is. */
export async function startBrowser(hosts: Readonly<Record<string, string>>): Promise<DrillBrowser> {
  const rules = Object.entries(hosts).map(([name, here]) => `MAP ${name} ${here}`);
  const browser: Browser = await chromium.launch({
    ...chromiumPath(),
    args: [
      // Whatever is not named leads nowhere.
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND , EXCLUDE localhost'].join(',')}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return {
    voter: (kind = {}) => newVoter(browser, kind),
    stop: () => browser.close(),
  };
}

async function newVoter(browser: Browser, kind: VoterKind): Promise<BrowserVoter> {
  const context = await browser.newContext({
    javaScriptEnabled: kind.script ?? true,
    locale: 'en-US',
    timezoneId: 'America/Chicago',
  });
  return {
    context,
    visit: (site, golden, how = lookUp) => visit(context, kind, { site, golden, how }),
    close: () => context.close(),
  };
}

async function visit(
  context: BrowserContext,
  kind: VoterKind,
  { site, golden, how }: { readonly site: string; readonly golden: NamedGolden; readonly how: Asking },
): Promise<BrowserVisit> {
  const page = await context.newPage();
  const requests: string[] = [];
  let pages = 0;
  page.on('request', (request) => requests.push(request.url()));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && /^http/.test(frame.url())) pages += 1;
  });
  const atMs = Date.now();
  const started = performance.now();
  let detail = '';
  let shown = NOTHING;
  let firstTextMs: number | null = null;
  try {
    if (kind.slow) await slowDown(page);
    await kind.prepare?.(page);
    await page.goto(`${site}/en/`, { timeout: PAGE_LIMIT_MS, waitUntil: 'domcontentloaded' });
    firstTextMs = await firstText(page);
    shown = await how(page, golden);
  } catch (error) {
    detail = firstLine(error);
  }
  const ms = performance.now() - started;
  const verdict = judgeShown(golden, shown);
  if (verdict !== 'right' && detail === '')
    detail = `${golden.kind} wished, saw ${shown.outcome}: ${shown.placeNames}`;
  await page.close();
  return { atMs, ms, verdict, rung: rungShown(shown.banner), detail, shown, firstTextMs, pages, requests };
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
}

/** By the box on the page. */
export const lookUp: Asking = async (page, { address }) => {
  const timeout = ANSWER_LIMIT_MS;
  await page.getByRole('combobox', { name: en.form.addressLabel }).fill(address, { timeout });
  const answer = page.locator('[data-outcome]');
  const giveUpAt = performance.now() + timeout;
  for (;;) {
    // Before its script is there, the button does nothing, and a voter presses it again.
    await page
      .getByRole('button', { name: en.form.submit })
      .click({ timeout: 2000 })
      .catch(() => {});
    await answer.waitFor({ timeout: 5000 }).catch(() => {});
    const shown = await readShown(page);
    if (shown.outcome !== null || performance.now() > giveUpAt) return shown;
  }
};

/** When the first words were on the screen, ms after the page was asked for; null where none come in ten seconds. */
async function firstText(page: Page): Promise<number | null> {
  const read = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
  const giveUpAt = performance.now() + FIRST_TEXT_LIMIT_MS;
  while (performance.now() < giveUpAt) {
    const at = await page.evaluate(read).catch(() => null);
    if (at !== null) return at;
    await page.waitForTimeout(50);
  }
  return null;
}

/** `Error: net::ERR_CONNECTION_REFUSED at …`, without the lines that follow and without what was typed. */
export function firstLine(error: unknown): string {
  return String(error).split('\n')[0]?.slice(0, 200) ?? '';
}
