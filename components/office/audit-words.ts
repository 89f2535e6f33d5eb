// Owns what the audit's actions are called on the desk. The names in the chain itself never change.

import type { AuditAction } from '@/lib/office/audit/entry';

/** `actionText('session.started')` is `session started`; `signIn.refused` is `sign in refused`. */
export function actionText(action: AuditAction): string {
  return action
    .replace('.', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/\s+/g, ' ');
}

/** `name: Ana Ruiz, again: no`. */
export function detailsText(details: Readonly<Record<string, string | number | boolean | null>>): string {
  const shown = Object.entries(details).filter(([, value]) => value !== null && value !== '');
  return shown.map(([key, value]) => `${key}: ${valueText(value)}`).join(', ');
}

function valueText(value: string | number | boolean | null): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
