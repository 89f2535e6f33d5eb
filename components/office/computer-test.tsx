'use client';
// Owns what a browser says of itself about passkeys, in words. Nothing is made and nothing is sent.

import { browserSupportsWebAuthn, platformAuthenticatorIsAvailable } from '@simplewebauthn/browser';
import { useEffect, useState } from 'react';
import { Alert } from './alert';

interface Findings {
  readonly isSecure: boolean;
  readonly hasPasskeys: boolean;
  readonly hasOwn: boolean;
}

/** Three answers and what to do. */
export function ComputerTest() {
  const [found, setFound] = useState<Findings | null>(null);
  useEffect(() => {
    void look().then(setFound);
  }, []);
  if (found === null) return <p role="status">Looking …</p>;
  const { isSecure, hasPasskeys, hasOwn } = found;
  return (
    <div className="desk-section" role="status">
      <Verdict {...found} />
      <dl className="facts">
        <Finding
          what="The connection is protected"
          is={isSecure}
          no="No. Open this page with https:// in front."
        />
        <Finding
          what="The browser can use passkeys"
          is={hasPasskeys}
          no="No. Use a newer browser: Edge, Chrome, Firefox or Safari."
        />
        <Finding
          what="This computer can keep one itself"
          is={hasOwn}
          no="No. Windows Hello or Touch ID is off or missing. Use your phone instead."
        />
      </dl>
    </div>
  );
}

async function look(): Promise<Findings> {
  const hasPasskeys = browserSupportsWebAuthn();
  return {
    isSecure: window.isSecureContext,
    hasPasskeys,
    hasOwn: hasPasskeys && (await platformAuthenticatorIsAvailable()),
  };
}

function Verdict({ isSecure, hasPasskeys, hasOwn }: Findings) {
  if (isSecure && hasPasskeys && hasOwn) {
    return (
      <Alert kind="done" heading="This computer is ready">
        <p>You can make a passkey on it.</p>
      </Alert>
    );
  }
  if (isSecure && hasPasskeys) {
    return (
      <Alert kind="done" heading="You can sign in here with your phone">
        <p>
          When you are asked for a passkey, choose your phone and scan the code on the screen. Both need
          Bluetooth turned on. A security key that you plug in works, too.
        </p>
      </Alert>
    );
  }
  return (
    <Alert kind="warning" heading="This computer cannot use passkeys as it is">
      <p>You can open your link on your phone and do everything there. A phone is enough.</p>
    </Alert>
  );
}

function Finding({ what, is, no }: { what: string; is: boolean; no: string }) {
  return (
    <>
      <dt>{what}</dt>
      <dd>{is ? 'Yes' : no}</dd>
    </>
  );
}
