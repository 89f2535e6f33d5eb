// Owns what of a request may stand in a report: the family of its agent and the shape of its path, made of words that this file knows.
// Nothing that somebody wrote into a request is repeated, so no address, no ZIP and no machine can come through.

/** Families by what their agent says, the first that fits. Browsers last: most others say they are one. */
const FAMILIES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['levee-probe', /levee-probe/i],
  [
    'load tool (wrk, ab, hey, k6, vegeta, autocannon, h2load, siege, JMeter, Locust)',
    /\b(wrk|ApacheBench|hey|k6|vegeta|autocannon|h2load|nghttp2|siege|jmeter|locust)\b/i,
  ],
  [
    'scanner (nmap, zgrab, masscan, nikto, sqlmap, nuclei, gobuster)',
    /nmap|zgrab|masscan|nikto|sqlmap|nuclei|gobuster|dirbuster|wpscan|censys|shodan/i,
  ],
  ['search engine or crawler', /bot\b|bot\/|crawl|spider|slurp|archiver/i],
  ['curl', /^curl\//i],
  ['wget', /^wget\//i],
  ['Python', /python|aiohttp|httpx|scrapy/i],
  ['Go', /^go-http-client/i],
  ['Java', /^java\/|okhttp|apache-httpclient/i],
  ['Node.js', /^node|undici|axios|node-fetch/i],
  ['PHP', /^php|guzzle/i],
  ['Ruby', /ruby|faraday/i],
  ['headless browser', /headless|phantomjs|puppeteer|playwright|selenium/i],
  ['Edge', /\bedg(e|a|ios)?\//i],
  ['Firefox', /\b(firefox|fxios)\//i],
  ['Samsung Internet', /samsungbrowser/i],
  ['Chrome', /\b(chrome|crios|chromium)\//i],
  ['Safari', /\bsafari\//i],
];

/** What the edge's own log says in place of an agent. */
const EDGE_FAMILIES: ReadonlySet<string> = new Set(['none', 'bot', 'tool', 'browser', 'other']);

/** `Mozilla/5.0 … Firefox/140.0` -> `Firefox`, `browser` -> `browser`; `none` where it says nothing, `other` for what is not known. */
export function agentFamily(agent: string): string {
  if (agent.trim() === '') return 'none';
  if (EDGE_FAMILIES.has(agent)) return agent;
  return FAMILIES.find(([, pattern]) => pattern.test(agent))?.[0] ?? 'other';
}

/** First parts of paths that scans and floods ask for, and those of this site. Any other part is `*`. */
const KNOWN_PARTS: ReadonlySet<string> = new Set([
  ...[
    'v1',
    'objects',
    'current.json',
    'next.json',
    'p',
    'go',
    'en',
    'es',
    '_next',
    'static',
    'texts',
    'built-in',
    'phones',
    'data',
    'status',
  ],
  ...[
    'practice',
    'embed',
    'office',
    'api',
    'sign-in',
    'index.html',
    'robots.txt',
    'favicon.ico',
    'sitemap.xml',
    'site.json',
    'status.json',
    'image',
  ],
  ...[
    'wp-admin',
    'wp-login.php',
    'wp-content',
    'wp-includes',
    'xmlrpc.php',
    '.env',
    '.git',
    'config',
    'admin',
    'login',
    'phpmyadmin',
    'cgi-bin',
  ],
  ...[
    '.well-known',
    'server-status',
    'actuator',
    'vendor',
    'backup',
    'index.php',
    'graphql',
    'console',
    'shell',
    'search',
    'lookup',
    'sw.js',
  ],
]);

const PARTS_AT_MOST = 4;

/** `/wp-admin/setup.php?x=1` -> `/wp-admin/*`, `/v1/objects/5a1f….json` -> `/v1/objects/*`. Made of known words and stars alone. */
export function pathShape(path: string): string {
  const parts = path
    .replace(/[?#].*$/s, '')
    .split('/')
    .slice(1);
  const shown = parts.slice(0, PARTS_AT_MOST).map((part) => {
    const lower = part.toLowerCase();
    return part === '' || KNOWN_PARTS.has(lower) ? lower : '*';
  });
  return `/${shown.join('/')}${parts.length > PARTS_AT_MOST ? '/…' : ''}`;
}
