// Owns what somebody looks for in the audit, as a form that works without script: it only changes the address.

import type { AuditAction } from '@/lib/office/audit/entry';
import { actionText } from './audit-words';
import { Field } from './field';

interface AuditFilterFormProps {
  /** What they may choose from; []: their own office alone. */
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  readonly actions: readonly AuditAction[];
  readonly chosen: {
    readonly officeId: string | null;
    readonly actorId: string | null;
    readonly action: AuditAction | null;
    readonly day: string | null;
  };
}

/** Its fields are `office`, `action`, `day`, `person`. */
export function AuditFilterForm({ offices, actions, chosen }: AuditFilterFormProps) {
  return (
    <form className="audit-filter" method="get" action="/office/audit/">
      {offices.length > 0 && (
        <Field id="audit-office" label="Office">
          {(control) => (
            <select {...control} className="usa-input" name="office" defaultValue={chosen.officeId ?? ''}>
              <option value="">All</option>
              {offices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field id="audit-action" label="What">
        {(control) => (
          <select {...control} className="usa-input" name="action" defaultValue={chosen.action ?? ''}>
            <option value="">Everything</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {actionText(action)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="audit-day" label="Day (UTC)">
        {(control) => (
          <input {...control} className="usa-input" type="date" name="day" defaultValue={chosen.day ?? ''} />
        )}
      </Field>
      {chosen.actorId !== null && <input type="hidden" name="person" value={chosen.actorId} />}
      <button type="submit" className="usa-button usa-button--quiet">
        Show
      </button>
    </form>
  );
}
