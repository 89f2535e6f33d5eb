import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTABLE } from './edge/cache-rules';
import { FILE_POLICY, pagePolicy } from './edge/page-policies';

interface Entry {
  readonly source: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}
interface Input {
  readonly mirrors: string;
  readonly tileUrl: string;
  readonly isDev: boolean;
}

const { siteHeaders } = createRequire(__filename)(join(__dirname, 'site-headers.cjs')) as {
  siteHeaders: (input: Input) => readonly Entry[];
};

const plain = { mirrors: '', tileUrl: '', isDev: false };

/** What the entries for one `source` say under one name. */
function said(input: Input, source: string, key: string): string | undefined {
  const entry = siteHeaders(input).find((each) => each.source === source);
  return entry?.headers.find((each) => each.key === key)?.value;
}

const PAGES = '/:path((?![a-z-]+/embed/?$).*)';
const policy = (input: Input, source = PAGES) => said(input, source, 'Content-Security-Policy');

describe('what a page may load without an edge of ours', () => {
  it('is what it may at the edge, but that the hashes of inline scripts are not known', () => {
    const reach = { mirrors: ['https://m.example', 'https://n.example'], tiles: ['https://*.t.example'] };
    const atTheEdge = pagePolicy('/en/index.html', '<p>', reach);
    const input = {
      mirrors: 'https://m.example,https://n.example',
      tileUrl: 'https://{s}.t.example/{z}/{x}/{y}.png',
      isDev: false,
    };
    expect(policy(input)).toBe(atTheEdge.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"));
    expect(policy(input, '/:lang/embed')).toBe(policy(input)?.replace("ancestors 'none'", 'ancestors *'));
  });

  it('never evaluates text, but while developing', () => {
    expect(policy(plain)).not.toContain('eval');
    expect(policy({ ...plain, isDev: true })).toContain("'unsafe-eval'");
  });

  it('is nothing for files, and no mirror or map for the desk', () => {
    expect(policy(plain, '/v1/:path*')).toBe(FILE_POLICY);
    const input = { ...plain, mirrors: 'https://m.example' };
    expect(policy(input, '/office/:path*')).toBe(`${policy(plain)}; report-uri /office/api/policy-report/`);
  });
});

it('what changes is kept as briefly as at the edge', () => {
  const source = '/:path((?!_next/|office(?:/|$)|healthz(?:/|$)|v1/|p/).*)';
  expect(said(plain, source, 'Cache-Control')).toBe(MUTABLE);
});
