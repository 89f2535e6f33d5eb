// Owns passkeys as @simplewebauthn/server makes and checks them (W3C WebAuthn Level 3), for one site. Knows no account and
// no store.

import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyPort, PasskeyRef } from '@/lib/office/accounts/passkey';
import { fromBase64Url, toBase64Url } from '@/lib/release/bytes';

const SITE_NAME = 'Levee office desk';
const TIMEOUT_MS = 5 * 60_000;

/** Passkeys of the site at `origin`: `https://office.example.gov`. */
export function createPasskeys(origin: string): PasskeyPort {
  const rpID = new URL(origin).hostname;
  const site = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true };
  return {
    creationOptions: ({ challenge, accountId, name, known }) =>
      generateRegistrationOptions({
        rpName: SITE_NAME,
        rpID,
        userName: name,
        userDisplayName: name,
        userID: new TextEncoder().encode(accountId),
        challenge: bytesOf(challenge),
        timeout: TIMEOUT_MS,
        attestationType: 'none',
        excludeCredentials: known.map(descriptor),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      }),
    requestOptions: ({ challenge, allowed }) =>
      generateAuthenticationOptions({
        rpID,
        challenge: bytesOf(challenge),
        timeout: TIMEOUT_MS,
        userVerification: 'required',
        ...(allowed === null ? {} : { allowCredentials: allowed.map(descriptor) }),
      }),
    verifyCreation: (response, expectedChallenge) =>
      orNull(async () => {
        const made = await verifyRegistrationResponse({
          response: response as RegistrationResponseJSON,
          expectedChallenge,
          ...site,
        });
        if (!made.verified) return null;
        const { id, publicKey, counter, transports } = made.registrationInfo.credential;
        return {
          credentialId: id,
          publicKey: toBase64Url(publicKey),
          counter,
          transports: [...(transports ?? [])],
        };
      }),
    verifyRequest: (response, expectedChallenge, { credentialId, publicKey, counter }) =>
      orNull(async () => {
        const shown = await verifyAuthenticationResponse({
          response: response as AuthenticationResponseJSON,
          expectedChallenge,
          credential: { id: credentialId, publicKey: bytesOf(publicKey), counter },
          ...site,
        });
        return shown.verified ? shown.authenticationInfo.newCounter : null;
      }),
  };
}

function descriptor({ credentialId, transports }: PasskeyRef) {
  return { id: credentialId, transports: [...transports] };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64Url(text);
  if (bytes === null) throw new Error('not base64url');
  return bytes;
}

/** The library throws for whatever is not right with what the browser sent: wrong challenge, site, signature, counter. */
async function orNull<Value>(check: () => Promise<Value | null>): Promise<Value | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}
