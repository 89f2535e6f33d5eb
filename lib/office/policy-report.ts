// Owns what browsers report when a page of the desk tried something that its Content-Security-Policy forbids (CSP 3 §5.3), and
// what of it is written down: never a query, which could hold anything. Pure.

import { z } from 'zod';

const text = z.string().max(4_000).optional();

/** `{"csp-report": {…}}`, as every browser sends it to `report-uri`. */
export const policyReportSchema = z.object({
  'csp-report': z.object({
    'document-uri': text,
    'effective-directive': text,
    'violated-directive': text,
    'blocked-uri': text,
    'line-number': z.number().nullish(),
  }),
});

/** What is written down: `{directive: 'script-src-elem', blocked: 'inline', page: '/office/ms-adams/', line: 1}`. */
export interface PolicyViolation {
  readonly directive: string;
  /** A word (`inline`, `eval`), or the origin that was asked for. */
  readonly blocked: string;
  readonly page: string;
  readonly line: number | null;
}

/** The report without what nobody needs to know. */
export function violationOf({ 'csp-report': report }: z.infer<typeof policyReportSchema>): PolicyViolation {
  const blocked = report['blocked-uri'] ?? '';
  return {
    directive: word(report['effective-directive'] ?? report['violated-directive'] ?? ''),
    blocked: URL.canParse(blocked) ? originOf(new URL(blocked)) : word(blocked),
    page: pathOf(report['document-uri'] ?? ''),
    line: report['line-number'] ?? null,
  };
}

/** `https://evil.example`; of what has no origin (`data:`, an extension’s), its scheme. */
const originOf = ({ origin, protocol }: URL): string => (origin === 'null' ? protocol : origin).slice(0, 200);

const pathOf = (page: string): string => (URL.canParse(page) ? new URL(page).pathname.slice(0, 200) : '');

/** Letters and hyphens: it stands in a log. */
const word = (given: string): string => given.replace(/[^A-Za-z-]/g, '').slice(0, 40);
