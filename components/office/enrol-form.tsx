'use client';
// Owns opening a one-time link: whom it is for, the first passkey, and the offer of a second one. The link's secret stands
// behind `#` and goes to the host in the body of a request alone.

import { useEffect, useState } from 'react';
import { err, type Result } from '@/lib/core/result';
import type { Role } from '@/lib/office/accounts/actor';
import { makePasskey } from '@/lib/office-client/passkey';
import { type PostError, postJsonOnce } from '@/lib/office-client/post-json-once';
import { AddPasskey } from './add-passkey';
import { Alert } from './alert';
import { DeedProblem } from './deed-problem';
import { roleWords } from './role-words';
import { type Deed, useDeed } from './use-deed';

interface Offer {
  readonly name: string;
  readonly role: Role;
  readonly office: string | null;
  readonly isRecovery: boolean;
  readonly options: unknown;
}

type Stage =
  | { readonly kind: 'opening' }
  | { readonly kind: 'noLink' }
  | { readonly kind: 'offered'; readonly offer: Offer }
  | { readonly kind: 'made'; readonly passkeys: number };

/** What is done with the link that the page was opened by. */
export function EnrolForm() {
  const [stage, setStage] = useState<Stage>({ kind: 'opening' });
  const deed = useDeed();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is opened once
  useEffect(() => {
    const secret = location.hash.slice(1);
    if (secret === '') setStage({ kind: 'noLink' });
    else
      void deed.run(
        () => opened(secret),
        (offer) => setStage({ kind: 'offered', offer }),
      );
  }, []);
  const make = () =>
    deed.run(
      () => enrolled(location.hash.slice(1)),
      () => {
        // It opens nothing any more, and need not stand in the browser's history.
        history.replaceState(null, '', location.pathname);
        setStage({ kind: 'made', passkeys: 1 });
      },
    );
  return (
    <div className="desk-section needs-script">
      {stage.kind === 'opening' && deed.problem === null && <p role="status">Opening your link …</p>}
      {stage.kind === 'noLink' && <NoLink />}
      {stage.kind === 'offered' && <Offered offer={stage.offer} deed={deed} onMake={make} />}
      {stage.kind === 'made' && (
        <Made
          passkeys={stage.passkeys}
          onAdded={() => setStage({ kind: 'made', passkeys: stage.passkeys + 1 })}
        />
      )}
      <DeedProblem problem={deed.problem} />
      {stage.kind !== 'made' && deed.problem !== null && (
        <p>
          A link is used once, to make your passkey. If you have one, <a href="/office/">sign in</a>. If not,
          ask whoever gave you the link for a new one.
        </p>
      )}
    </div>
  );
}

async function opened(secret: string): Promise<Result<Offer, PostError>> {
  const begun = await postJsonOnce('/office/api/enrol/begin/', { secret });
  return begun.ok ? { ok: true, value: begun.value as Offer } : begun;
}

/** Asks anew for what the passkey is made from: what came with the page may be too old by now. */
async function enrolled(secret: string): Promise<Result<unknown, PostError>> {
  const offer = await opened(secret);
  if (!offer.ok) return offer;
  const response = await makePasskey(offer.value.options);
  if (!response.ok) return err(response.error);
  return postJsonOnce('/office/api/enrol/finish/', { secret, response: response.value });
}

function NoLink() {
  return (
    <Alert kind="info" heading="Open the whole link that you were given">
      <p>
        It ends with a # and letters after it. A link works once, within seven days. If yours does not work,
        ask for a new one.
      </p>
    </Alert>
  );
}

function Offered({ offer, deed, onMake }: { offer: Offer; deed: Deed; onMake: () => void }) {
  const { name, role, office, isRecovery } = offer;
  return (
    <>
      <p>
        This link is for{' '}
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {office !== null && (
          <>
            {' '}
            of{' '}
            <strong>
              <bdi>{office}</bdi>
            </strong>
          </>
        )}
        . Role: {roleWords[role].name}. {roleWords[role].may}
      </p>
      {isRecovery && (
        <Alert kind="warning" heading="Your old passkeys stop working">
          <p>
            The moment you make a new one, the old ones are removed and you are signed out everywhere else.
          </p>
        </Alert>
      )}
      <p>
        You sign in with a passkey, not a password. Your computer or phone asks for your PIN, finger or face,
        and keeps the passkey. If your computer cannot do it, choose your phone when you are asked.
      </p>
      <button type="button" className="usa-button" aria-disabled={deed.isBusy} onClick={onMake}>
        Make my passkey
      </button>
      <p>
        <a href="/office/test-computer/">Test this computer first</a>
      </p>
    </>
  );
}

function Made({ passkeys, onAdded }: { passkeys: number; onAdded: () => void }) {
  if (passkeys > 1) {
    return (
      <>
        <Alert kind="done" heading="You have two passkeys" isNew>
          <p>If you lose one, you can still get in with the other.</p>
        </Alert>
        <a className="usa-button" href="/office/">
          Go to your desk
        </a>
      </>
    );
  }
  return (
    <>
      <Alert kind="done" heading="You are signed in" isNew>
        <p>Your passkey is ready.</p>
      </Alert>
      <h2>Add a second passkey now</h2>
      <p>
        If you lose your only passkey, a second person has to let you in again. On election day that costs
        time. Use your phone, or a security key that you keep in a drawer.
      </p>
      <AddPasskey isFirstChoice onAdded={onAdded} />
      <p>
        <a href="/office/">Later. Go to my desk</a>
      </p>
    </>
  );
}
