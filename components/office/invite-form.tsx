'use client';
// Owns inviting somebody: name, role, office, and then the link.

import { type FormEvent, useState } from 'react';
import type { Role } from '@/lib/office/accounts/actor';
import { postJson } from '@/lib/office-client/post-json';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { OneTimeLink } from './one-time-link';
import { roleNames, roleWords } from './role-words';
import { useDeed } from './use-deed';

interface InviteFormProps {
  readonly offices: readonly { readonly id: string; readonly name: string }[];
}

/** For the state's people. */
export function InviteForm({ offices }: InviteFormProps) {
  const deed = useDeed();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const [officeId, setOfficeId] = useState(offices[0]?.id ?? '');
  const [made, setMade] = useState<{ readonly link: string; readonly name: string } | null>(null);
  const invite = (event: FormEvent) => {
    event.preventDefault();
    const body = { name, role, officeId: role === 'state' ? null : officeId };
    void deed.run(
      () => postJson('/office/api/people/invite/', body),
      (value) => {
        setMade({ link: (value as { readonly link: string }).link, name });
        setName('');
      },
    );
  };
  return (
    <form className="people-form needs-script" onSubmit={invite}>
      <Field id="invite-name" label="Name" hint="First and last name, as colleagues know them">
        {(control) => (
          <input
            {...control}
            className="usa-input"
            required
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field id="invite-role" label="Role" hint={roleWords[role].may}>
        {(control) => (
          <select
            {...control}
            className="usa-input"
            value={role}
            onChange={(event) => setRole(event.target.value as Role)}
          >
            {roleNames.map((each) => (
              <option key={each} value={each}>
                {roleWords[each].name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {role !== 'state' && (
        <Field id="invite-office" label="Office">
          {(control) => (
            <select
              {...control}
              className="usa-input"
              value={officeId}
              onChange={(event) => setOfficeId(event.target.value)}
            >
              {offices.map(({ id, name: officeName }) => (
                <option key={id} value={id}>
                  {officeName}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <button type="submit" className="usa-button" aria-disabled={deed.isBusy}>
        Make a one-time link
      </button>
      <DeedProblem problem={deed.problem} />
      {made && <OneTimeLink {...made} />}
    </form>
  );
}
