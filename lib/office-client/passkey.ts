// Owns asking this browser for a passkey, and saying in plain words why there was none. What the host makes of it is not
// known here.

import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { err, ok, type Result } from '@/lib/core/result';
import { type PostError, postJsonOnce } from './post-json-once';

/** Ask for a passkey that is there: what `/…/begin/` gave -> what `/…/finish/` takes. */
export async function askPasskey(options: unknown): Promise<Result<unknown, PostError>> {
  try {
    return ok(await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }));
  } catch (error) {
    return err(whyNone(error));
  }
}

/** Have a passkey made, in the same way. */
export async function makePasskey(options: unknown): Promise<Result<unknown, PostError>> {
  try {
    return ok(await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }));
  } catch (error) {
    return err(whyNone(error));
  }
}

/** Show the passkey again, for something that needs it fresh. */
export async function stepUp(): Promise<Result<unknown, PostError>> {
  const begun = await postJsonOnce('/office/api/step-up/begin/', {});
  if (!begun.ok) return begun;
  const response = await askPasskey((begun.value as { readonly options: unknown }).options);
  return response.ok ? postJsonOnce('/office/api/step-up/finish/', { response: response.value }) : response;
}

function whyNone(error: unknown): PostError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') {
    return {
      code: 'passkeyKnown',
      message: 'This device already has a passkey for you. Use another device or key.',
    };
  }
  if (name === 'NotAllowedError' || name === 'AbortError') {
    return { code: 'passkeyStopped', message: 'No passkey was used. You can try again.' };
  }
  if (name === 'SecurityError') {
    return {
      code: 'passkeyHere',
      message: 'Passkeys do not work at this address. Check the address of this page.',
    };
  }
  return {
    code: 'passkeyFailed',
    message: 'This browser could not use a passkey. The page “Test this computer” says what works here.',
  };
}
