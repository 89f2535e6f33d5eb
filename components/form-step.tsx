'use client';
// Owns the first screen below the question: the form, and quietly the ways in for those who can't fill it.

import { type RefObject, useEffect, useRef } from 'react';
import type { Messages } from '@/lib/messages/messages';
import { LookupForm } from './lookup-form';
import type { Lookup, WayIn } from './use-lookup';
import { usePrefetch } from './use-prefetch';

interface FormStepProps {
  readonly messages: Messages;
  readonly lookup: Lookup;
  readonly addressRef: RefObject<HTMLInputElement | null>;
}

/** The form and the two most wanted ways in; the others stand below the fold (`MoreWaysIn`). */
export function FormStep({ messages, lookup, addressRef }: FormStepProps) {
  const { fields } = lookup;
  const zipRef = useRef<HTMLInputElement>(null);
  const streets = usePrefetch(fields.address, fields.zip);

  // What is amiss gets the focus, so that it is read out and can be put right at once.
  useEffect(() => {
    if (fields.problem) (fields.problem.field === 'zip' ? zipRef : addressRef).current?.focus();
  }, [fields.problem, addressRef]);

  return (
    <>
      <LookupForm
        messages={messages}
        fields={fields}
        streets={streets}
        isChecking={lookup.isChecking}
        addressRef={addressRef}
        zipRef={zipRef}
        onChange={lookup.change}
        onSubmit={lookup.submit}
      />
      <WayLinks
        lookup={lookup}
        ways={[
          ['noZip', messages.waysIn.noZip],
          ['allPlaces', messages.waysIn.allPlaces],
        ]}
      />
    </>
  );
}

interface WayLinksProps {
  readonly lookup: Lookup;
  readonly ways: readonly (readonly [WayIn, string])[];
}

/** Ways in as a row of quiet buttons. They need script as the form does, and say so where there is none. */
export function WayLinks({ lookup, ways }: WayLinksProps) {
  return (
    <ul className="way-links">
      {ways.map(([way, text]) => (
        <li key={way}>
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => lookup.takeWay(way)}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
