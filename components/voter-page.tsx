'use client';
// Owns the look-up page as a whole: bar, heading, form, answer.

import { useRef, useState } from 'react';
import type { Messages } from '@/lib/messages/messages';
import type { OfferedLanguage } from './language-links';
import { type FormFields, LookupForm } from './lookup-form';
import { SiteBar } from './site-bar';

interface VoterPageProps {
  readonly messages: Messages;
  readonly languages: readonly OfferedLanguage[];
}

/** The whole of `/en/`. */
export function VoterPage({ messages, languages }: VoterPageProps) {
  const [fields, setFields] = useState<FormFields>({ address: '', zip: null, problem: null });
  const addressRef = useRef<HTMLInputElement>(null);
  const zipRef = useRef<HTMLInputElement>(null);
  return (
    <>
      <SiteBar messages={messages} languages={languages} path="" officeName={null} isPractice={false} />
      <main id="main" className="page">
        <h1 className="page-title">{messages.shell.title}</h1>
        <p className="election-line">{messages.shell.loading}</p>
        <LookupForm
          messages={messages}
          fields={fields}
          streets={[]}
          isChecking={false}
          addressRef={addressRef}
          zipRef={zipRef}
          onAddress={(address) => setFields({ ...fields, address })}
          onZip={(zip) => setFields({ ...fields, zip })}
          onSubmit={() => {}}
        />
      </main>
    </>
  );
}
