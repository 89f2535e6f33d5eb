'use client';
// Owns the first screen below the question: the form, and quietly the ways in for those who can't fill it.

import { type RefObject, useEffect, useRef } from 'react';
import type { Messages } from '@/lib/messages/messages';
import { LookupForm } from './lookup-form';
import type { Lookup } from './use-lookup';
import { usePrefetch } from './use-prefetch';
import { WayLinks } from './way-links';

interface FormStepProps {
  readonly messages: Messages;
  readonly lookup: Lookup;
  readonly addressRef: RefObject<HTMLInputElement | null>;
}

/** The form and the two most wanted ways in; the others stand below the fold (more-ways). */
export function FormStep({ messages, lookup, addressRef }: FormStepProps) {
  const { fields } = lookup;
  const zipRef = useRef<HTMLInputElement>(null);
  const streets = usePrefetch(fields.address, fields.zip);

  // On a slow connection people type before the script is there to hear it; a browser may also fill the box by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the box has just been drawn.
  useEffect(() => {
    const early = addressRef.current?.value ?? '';
    if (early !== fields.address) lookup.change({ address: early });
  }, []);

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
