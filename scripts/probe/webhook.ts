// Owns telling another program that something is wrong, or well again. Its address is a secret and is never printed.

import type { LastingAlarm } from './probe-state';

const TIMEOUT_MS = 10_000;

/** What is posted. `text` is what chat programs show (Slack, Mattermost); the rest is for programs. No address of a voter can be in it. */
export interface WebhookBody {
  readonly state: 'failing' | 'well';
  readonly at: string;
  readonly text: string;
  readonly alarms: readonly LastingAlarm[];
}

/** `{state: 'failing', text: 'Levee: 1 thing is wrong …', …}` for alarms, `well` for none. */
export function webhookBody(alarms: readonly LastingAlarm[], now: Date): WebhookBody {
  const lines = alarms.map(({ host, says, since, remedy }) => `${host}: ${says}. Since ${since}. ${remedy}`);
  const first =
    alarms.length === 0
      ? 'Levee: all is well again.'
      : `Levee: ${alarms.length === 1 ? 'something is' : `${alarms.length} things are`} wrong.`;
  return {
    state: alarms.length === 0 ? 'well' : 'failing',
    at: now.toISOString(),
    text: [first, ...lines].join('\n'),
    alarms,
  };
}

/** Post it, and once more where that fails. False where nobody took it: the next run tries again. */
export async function tell(url: string, body: WebhookBody): Promise<boolean> {
  return (await posted(url, body)) || (await posted(url, body));
}

async function posted(url: string, body: WebhookBody): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
