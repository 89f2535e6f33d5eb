// Owns the examples of the `/data` page, as they are copied from there. A test takes them from the page and runs every
// one. Pure: the site, its keys and the language come in.

import { startPagePath } from '@/lib/release/start-page-path';

/** Stands for the site until the page knows its own address. */
export const EXAMPLE_SITE = 'https://vote.example';
/** Cannot be a real address. */
const EXAMPLE_ADDRESS = '112 Lake Street, 00001';

/** `title` is the question in the page's language; `noScript` what stands on a link to the plain pages. */
export interface EmbedWords {
  readonly lang: string;
  readonly title: string;
  readonly noScript: string;
}

/** The element, with what shows where it does not run. */
export function embedSnippet({ lang, title, noScript }: EmbedWords): string {
  return `<levee-lookup lang="${lang}">
  <a href="${EXAMPLE_SITE}/${lang}/">${title}</a>
</levee-lookup>
<noscript>
  <a href="${EXAMPLE_SITE}${startPagePath(lang)}">${noScript}</a>
</noscript>
<script src="${EXAMPLE_SITE}/embed.js" referrerpolicy="no-referrer" async></script>`;
}

/** The same without a script of ours. */
export function frameSnippet({ lang, title }: EmbedWords): string {
  return `<iframe
  src="${EXAMPLE_SITE}/${lang}/embed/"
  title="${title}"
  width="100%"
  height="1152"
  loading="lazy"
  referrerpolicy="no-referrer"
></iframe>`;
}

/** For a host that says which scripts and frames it loads. */
export const policySnippet = `Content-Security-Policy: script-src ${EXAMPLE_SITE}; frame-src ${EXAMPLE_SITE}`;

/** For the host's own style sheet. */
export const styleSnippet = `levee-lookup {
  display: block;
  min-height: 56rem;
}
@media (max-width: 30em) {
  levee-lookup {
    min-height: 72rem;
  }
}`;

/** The one file that changes. */
export const pointerCommand = `curl -s ${EXAMPLE_SITE}/v1/current.json`;

function quoted(keys: readonly string[]): string {
  return `[${keys.map((key) => `\n  '${key}',`).join('')}\n]`;
}

/** From nothing to the list of offices, every step checked, without any code of ours. */
export function checkExample(keys: readonly string[]): string {
  return `const site = '${EXAMPLE_SITE}';
const keys = ${quoted(keys)};

function bytesOf(base64url) {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

async function isSigned(key, payload, signature) {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const publicKey = await crypto.subtle.importKey('raw', bytesOf(key), curve, false, ['verify']);
  const signed = new TextEncoder().encode('levee-pointer-v1\\n' + payload);
  const way = { name: 'ECDSA', hash: 'SHA-256' };
  return crypto.subtle.verify(way, publicKey, bytesOf(signature), signed);
}

const { payload, signatures } = await (await fetch(site + '/v1/current.json')).json();
const checks = keys.flatMap((key) => signatures.map(({ signature }) => isSigned(key, payload, signature)));
if (!(await Promise.all(checks)).includes(true)) throw new Error('not signed by this site');

const { sequence, root } = JSON.parse(payload);
const bytes = await (await fetch(site + '/v1/objects/' + root + '.json')).arrayBuffer();
const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const name = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
if (name !== root) throw new Error('not the file that was signed');

const { localities } = JSON.parse(new TextDecoder().decode(bytes));
console.log(sequence, localities.map(({ name, office }) => [name, office.phone]));`;
}

/** levee.js in a page. */
export function browserExample(keys: readonly string[]): string {
  return `<output id="answer"></output>
<script type="module">
  import { openRelease } from '${EXAMPLE_SITE}/levee.js';

  const publicKeys = ${quoted(keys).replaceAll('\n', '\n  ')};
  const opened = await openRelease('${EXAMPLE_SITE}', { publicKeys });
  if (!opened.ok) throw new Error(opened.error.message);

  const outcome = await opened.value.answer('${EXAMPLE_ADDRESS}');
  document.querySelector('#answer').textContent = outcome.kind;
</script>`;
}

/** Gets levee.js for Node. */
export const downloadCommand = `curl -s -o levee.mjs ${EXAMPLE_SITE}/levee.js
curl -s -o levee.d.mts ${EXAMPLE_SITE}/levee.d.ts`;

/** levee.js in Node. */
export function nodeExample(keys: readonly string[]): string {
  return `import { openRelease } from './levee.mjs';

const publicKeys = ${quoted(keys)};
const opened = await openRelease('${EXAMPLE_SITE}', { publicKeys });
if (!opened.ok) throw new Error(opened.error.message);

const outcome = await opened.value.answer('${EXAMPLE_ADDRESS}');
console.log(outcome.kind, outcome.pollingLocations.map(({ name }) => name));`;
}

/** The whole of it, for those who keep a copy. */
export function verifyExample(keys: readonly string[]): string {
  return `import { verifyRelease } from './levee.mjs';

const publicKeys = ${quoted(keys)};
const { problems, objects } = await verifyRelease('${EXAMPLE_SITE}', { publicKeys });
console.log(objects, problems);`;
}

/** What keeps an older release from being passed off as the live one. */
export const memoryExample = `const memory = JSON.parse(localStorage.getItem('memory') ?? 'null') ?? undefined;
const opened = await openRelease('${EXAMPLE_SITE}', { publicKeys, memory });
if (opened.ok) localStorage.setItem('memory', JSON.stringify(opened.value.memory));`;
