// Owns what is said to voters whose home has no street address. Words only; nothing is looked up.

import type { AllMessages } from '@/lib/messages/messages';

/** Who this may be, and what each can do. */
export function NoStreetAddress({ messages: { waysIn } }: { readonly messages: AllMessages }) {
  return (
    <>
      <p>{waysIn.noStreetAddressIntro}</p>
      <dl className="passages">
        {waysIn.noStreetAddressGroups.map(({ heading, text }) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
