// Owns what each page may load: a Content-Security-Policy (CSP 3) made of the hashes of the page's own inline scripts and
// styles. Must not know how a web server is told of it.

import { createHash } from 'node:crypto';
import { PLAIN_STYLE, RIGHT_TO_LEFT_STYLE } from '@/lib/release/plain-pages/style';

/** What pages may reach besides their own host: origins, `https://mirror.example.org`. */
export interface Reach {
  /** Other hosts of the same release. */
  readonly mirrors: readonly string[];
  /** Hosts of map pictures. */
  readonly tiles: readonly string[];
}

/** For everything that is no page. A service worker's requests go by the policy of its script, hence `connect-src`. */
export const FILE_POLICY =
  "default-src 'none'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** `'sha256-…'` of a text as browsers hash it: its UTF-8. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

/** Plain pages load nothing and run nothing: their one style sheet is in them. `styles`: those of older releases too. */
export function plainPagePolicy(styles: readonly string[] = []): string {
  const known = [PLAIN_STYLE, PLAIN_STYLE + RIGHT_TO_LEFT_STYLE, ...styles];
  const hashes = [...new Set(known.map(sourceHash))].join(' ');
  return `default-src 'none'; style-src ${hashes}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}

/** The policy of an exported page. `path` is `/en/index.html`; only the look-up for other sites may stand in a frame. */
export function pagePolicy(path: string, html: string, { mirrors, tiles }: Reach): string {
  const framedBy = /^\/[^/]+\/embed\/index\.html$/.test(path) ? '*' : "'none'";
  const list = (...sources: readonly string[]) => sources.join(' ');
  return [
    "default-src 'none'",
    list('script-src', "'self'", ...inlineHashes(html, 'script')),
    list('style-src', "'self'", ...inlineHashes(html, 'style')),
    list('img-src', "'self'", 'data:', ...tiles),
    list('connect-src', "'self'", ...mirrors),
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');
}

/** Hashes of what stands in a page between `<script>` (without `src`) or `<style>` and its end, each once, in order. */
function inlineHashes(html: string, tag: 'script' | 'style'): readonly string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', text = ''] of html.matchAll(ELEMENTS[tag])) {
    if (!/\ssrc\s*=/i.test(attributes)) hashes.add(sourceHash(text));
  }
  return [...hashes];
}

const ELEMENTS = {
  script: /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi,
  style: /<style\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/style\s*>/gi,
};

/** Event handlers and `style` attributes in a page's tags, which no hash of ours allows: `['onclick', 'style']`. Empty for
 *  every page that this repository makes; a deployment stops where it is not. */
export function forbiddenAttributes(html: string): readonly string[] {
  const markup = html.replace(ELEMENTS.script, '').replace(ELEMENTS.style, '');
  const found = new Set<string>();
  for (const [tag] of markup.matchAll(/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
    for (const [, name = ''] of tag.replace(/"[^"]*"|'[^']*'/g, '""').matchAll(/\s(on[a-z]+|style)\s*=/gi))
      found.add(name.toLowerCase());
  }
  return [...found];
}

/** One policy that allows what either does, for the seconds in which a page is being replaced: scripts and styles of both. */
export function eitherPolicy(old: string, made: string): string {
  const directives = new Map(
    old.split('; ').map((each) => [each.split(' ', 1)[0], each.split(' ').slice(1)]),
  );
  return made
    .split('; ')
    .map((each) => {
      const [name = '', ...sources] = each.split(' ');
      const hashes = (directives.get(name) ?? []).filter((source) => source.startsWith("'sha256-"));
      return [name, ...new Set([...sources, ...hashes])].join(' ');
    })
    .join('; ');
}

/** The same for all pages of two sites, both of which are served for a moment: `eitherPolicies(old.policies, coming.policies)`. */
export function eitherPolicies(
  old: Readonly<Record<string, string>>,
  made: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const both = Object.entries(made).map(([path, policy]) => {
    const before = old[path];
    return [path, before === undefined ? policy : eitherPolicy(before, policy)] as const;
  });
  return { ...old, ...Object.fromEntries(both) };
}
