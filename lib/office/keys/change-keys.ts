// Owns changing which key signs, and which are given up or no longer to be believed. The private keys never pass through
// here. What it means to readers: docs/format/v1.md §3.

import { err, ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import { type AuditEvent, systemActor } from '../audit/entry';
import type { PublishPorts } from '../publish/publish-ports';
import { KEY_STATE, type KeyState, keyStates, noKeyState } from './key-record';
import { signingKey, trustedIds } from './signing';

/** `noNext`: readers trust no newer key that this host has. `unknownKey`: no reader trusts it anyway. `signing`: it signs
 *  now. `notElder`: only a key that stands later in the readers' list may revoke one. `noKey`: nothing signs now.
 *  `conflict`: somebody changed keys meanwhile. */
export interface KeyChangeError {
  readonly code: 'noNext' | 'unknownKey' | 'signing' | 'notElder' | 'noKey' | 'conflict';
  readonly message: string;
}

/** What is done to which key; `by`: who sits at the command line. */
export interface KeyChange {
  readonly keyId: string;
  readonly by: string;
}

type Changed = Result<KeyState, KeyChangeError>;

/** From now on the next key signs: the nearest one after the present in the readers' list that this host has. */
export async function rotateKey(ports: PublishPorts, by: string): Promise<Changed> {
  const present = await signingKey(ports);
  if (!present.ok) return present;
  const trusted = await trustedIds(ports.publicKeys);
  const later = trusted.slice(trusted.indexOf(present.value.id) + 1);
  const { retired, revoked } = await keyState(ports);
  const next = later.find(
    (id) => ports.keys.some((key) => key.id === id) && !retired.includes(id) && !revoked.includes(id),
  );
  if (next === undefined) {
    return err({
      code: 'noNext',
      message:
        'There is no next key to change to. Make one (levee keys make), add its public key to LEVEE_PUBLIC_KEYS after ' +
        'the present one, build and deploy, and name both key files in LEVEE_SIGNING_KEY.',
    });
  }
  return change(ports, { keyId: next, by }, 'key.rotated', (state) => ({ ...state, signing: next }));
}

/** A key that signs no more may be left out of the next build. */
export async function retireKey(ports: PublishPorts, { keyId, by }: KeyChange): Promise<Changed> {
  const refusal = await refusalOf(ports, keyId);
  if (refusal !== null) return err(refusal);
  return change(ports, { keyId, by }, 'key.retired', (state) => ({
    ...state,
    retired: added(state.retired, keyId),
  }));
}

/** Every pointer from now on tells readers never to believe this key again. Cannot be undone: readers remember it. */
export async function revokeKey(ports: PublishPorts, { keyId, by }: KeyChange): Promise<Changed> {
  const refusal = await refusalOf(ports, keyId);
  if (refusal !== null) return err(refusal);
  const [present, trusted] = [await signingKey(ports), await trustedIds(ports.publicKeys)];
  if (!present.ok) return present;
  if (trusted.indexOf(keyId) > trusted.indexOf(present.value.id)) {
    return err({
      code: 'notElder',
      message: `Readers let no key revoke one that stands after it in LEVEE_PUBLIC_KEYS. Rotate to ${keyId} or a later one, or leave it out of the next build.`,
    });
  }
  return change(ports, { keyId, by }, 'key.revoked', (state) => ({
    ...state,
    revoked: added(state.revoked, keyId),
  }));
}

const added = (ids: readonly string[], id: string): string[] => [...new Set([...ids, id])].sort();

async function keyState({ state }: PublishPorts): Promise<KeyState> {
  return (await keyStates.read(state, KEY_STATE))?.value ?? noKeyState;
}

async function refusalOf(ports: PublishPorts, keyId: string): Promise<KeyChangeError | null> {
  const trusted = await trustedIds(ports.publicKeys);
  if (!trusted.includes(keyId)) {
    return { code: 'unknownKey', message: `LEVEE_PUBLIC_KEYS holds no key ${keyId}. See "levee keys list".` };
  }
  const present = await signingKey(ports);
  if (!present.ok || present.value.id !== keyId) return null;
  return { code: 'signing', message: `${keyId} signs now. Change to the next one first: levee keys rotate.` };
}

async function change(
  ports: PublishPorts,
  { keyId, by }: KeyChange,
  action: AuditEvent['action'],
  next: (state: KeyState) => KeyState,
): Promise<Changed> {
  const known = await keyStates.read(ports.state, KEY_STATE);
  const state = next(known?.value ?? noKeyState);
  const result = await commitAudited(ports, {
    checks: [keyStates.unchanged(known, KEY_STATE)],
    writes: [keyStates.write(state, [KEY_STATE])],
    events: [{ action, actor: systemActor(by), officeId: null, subject: keyId, details: {} }],
  });
  if (result === 'committed') return ok(state);
  return err({ code: 'conflict', message: 'Somebody changed the keys meanwhile. Look at them again.' });
}
