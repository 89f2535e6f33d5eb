// Owns showing one's passkey again within a session, for what must not be done by whoever sits down at an open computer.
// It holds for five minutes, and for this session alone. Knows no request.

import { err, ok, type Result } from '@/lib/core/result';
import type { OfficePorts } from '../ports/office-ports';
import { makeChallenge } from './challenge';
import { admit } from './limits';
import { type PasskeyResponse, passkeysOf } from './passkey';
import type { PeoplePorts } from './people-ports';
import { type PersonActor, sessionEnd, sessions } from './session';
import { type ShownPasskeyError, takeShownPasskey } from './shown-passkey';

/** `notYours`: another person's passkey. `tooMany`: tried too often. `ended`: the session is over. */
export interface StepUpError {
  readonly code: ShownPasskeyError['code'] | 'notYours' | 'tooMany' | 'ended';
  readonly message: string;
}

/** `stepUp`: good for five minutes of what needs it fresh. `prove`: for one passkey that is to be made next, and nothing else. */
type Purpose = 'stepUp' | 'prove';

/** What the browser asks for: one of this person's own passkeys. */
export async function beginStepUp(
  ports: PeoplePorts,
  actor: PersonActor,
  purpose: Purpose = 'stepUp',
): Promise<unknown> {
  const challenge = await makeChallenge(ports, `${purpose}:${actor.sessionId}`);
  return ports.passkeys.requestOptions({
    challenge,
    allowed: await passkeysOf(ports.state, actor.accountId),
  });
}

/** From now on the session is fresh for five minutes. */
export async function finishStepUp(
  ports: PeoplePorts,
  actor: PersonActor,
  response: PasskeyResponse,
  purpose: Purpose = 'stepUp',
): Promise<Result<null, StepUpError>> {
  const { sessionId, accountId } = actor;
  const admission = await admit(ports, { kind: 'step-up', of: sessionId, most: 20, minutes: 15 });
  if (!admission.isOpen) return err({ code: 'tooMany', message: 'Too many tries. Wait a few minutes.' });
  const shown = await takeShownPasskey(ports, response, `${purpose}:${sessionId}`);
  if (!shown.ok) return err({ code: shown.error.code, message: shown.error.message });
  if (shown.value.passkey.accountId !== accountId) {
    return err({ code: 'notYours', message: 'This is somebody else’s passkey. Use your own.' });
  }
  return freshen(ports, sessionId, shown.value);
}

async function freshen(
  ports: OfficePorts,
  sessionId: string,
  { checks, writes }: Pick<Parameters<OfficePorts['state']['commit']>[0], 'checks' | 'writes'>,
): Promise<Result<null, StepUpError>> {
  // Again where another request of the same browser has noted that it was seen meanwhile.
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await sessions.read(ports.state, sessionId);
    if (found === null) return err({ code: 'ended', message: 'Please sign in.' });
    const at = ports.now().toISOString();
    const session = { ...found.value, verifiedAt: at, lastSeenAt: at };
    const result = await ports.state.commit({
      id: ports.newId(),
      checks: [...checks, sessions.unchanged(found, sessionId)],
      writes: [...writes, sessions.write(session, [sessionId], sessionEnd(session))],
    });
    if (result === 'committed') return ok(null);
  }
  return err({ code: 'challenge', message: 'Please try again.' });
}
