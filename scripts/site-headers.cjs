// Owns what the pages' own server says with each answer, where no web server of ours stands before it (`npm start`, Vercel):
// which origins a page may reach, who may frame it, what it may use. docs/deploy-vercel.md says what is weaker than at our
// edge, and why. CommonJS and free of TypeScript because next.config.js loads it before anything is compiled.

/** As at the edge (scripts/edge/cache-rules.ts). Release files and plain pages say it themselves (lib/adapters/serve-release). */
const MUTABLE = 'public, max-age=0, s-maxage=10, stale-if-error=604800';
const IMMUTABLE = 'public, max-age=31536000, s-maxage=31536000, immutable';
/** As at the edge (scripts/edge/nginx-config.ts). */
const UNUSED_FEATURES =
  'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()';

/** Of what is neither page nor page's file. A service worker's requests go by the policy of its script, hence `connect-src`. */
const FILE_POLICY =
  "default-src 'none'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
/** They load and run nothing; their one style sheet is in them, and releases made elsewhere may have another one. */
const PLAIN_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Entries for `headers()` of next.config.js: where several match, the later ones win.
 * `mirrors`: 'https://a.example,https://b.example'; `tileUrl`: 'https://{s}.tiles.example/{z}/{x}/{y}.png' or ''.
 */
function siteHeaders({ mirrors, tileUrl, isDev }) {
  const reach = {
    mirrors: mirrors.split(',').filter((each) => each !== ''),
    tiles: tileOrigins(tileUrl),
    isDev,
  };
  const site = (framedBy) => named({ 'Content-Security-Policy': pagePolicy(reach, framedBy) });
  const shared = named({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  const data = [...shared, ...named({ 'Content-Security-Policy': FILE_POLICY })];
  return [
    { source: '/:path*', headers: onEverything() },
    // The look-up for other people's sites is the one page that may stand in a frame (docs/others-sites.md).
    {
      source: '/:path((?![a-z-]+/embed/?$).*)',
      headers: [...site("'none'"), ...named({ 'X-Frame-Options': 'DENY' })],
    },
    {
      source: '/:lang/embed',
      headers: [...site('*'), ...named({ 'Cross-Origin-Resource-Policy': 'cross-origin' })],
    },
    {
      source: '/:path((?!_next/|office(?:/|$)|healthz(?:/|$)|v1/|p/).*)',
      headers: named({ 'Cache-Control': MUTABLE }),
    },
    { source: '/office/:path*', headers: named(onTheDesk(isDev)) },
    { source: '/texts/:file', headers: named({ 'Cache-Control': IMMUTABLE }) },
    { source: '/v1/:path*', headers: data },
    { source: '/built-in/:path*', headers: named({ 'Content-Security-Policy': FILE_POLICY }) },
    { source: '/built-in/v1/objects/:file', headers: named({ 'Cache-Control': IMMUTABLE }) },
    { source: '/p/:path*', headers: [...shared, ...named({ 'Content-Security-Policy': PLAIN_POLICY })] },
    { source: '/:file(levee.js|embed.js|site.json|status.json)', headers: data },
    {
      source: '/levee.d.ts',
      headers: [...data, ...named({ 'Content-Type': 'application/typescript; charset=utf-8' })],
    },
  ];
}

function onEverything() {
  return named({
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': `${UNUSED_FEATURES}, geolocation=(self)`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
}

function onTheDesk(isDev) {
  return {
    'Content-Security-Policy': `${pagePolicy({ mirrors: [], tiles: [], isDev }, "'none'")}; report-uri /office/api/policy-report/`,
    // Not "no-referrer": the desk asks where a request that writes comes from.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': `${UNUSED_FEATURES}, geolocation=()`,
  };
}

/** Next's inline scripts differ from page to page and build to build, and their hashes are not known when this is read. */
function pagePolicy({ mirrors, tiles, isDev }, framedBy) {
  // While developing, Next evaluates text and listens for changes.
  const [evaluated, changes] = isDev ? [["'unsafe-eval'"], ['ws:']] : [[], []];
  return [
    "default-src 'none'",
    ["script-src 'self' 'unsafe-inline'", ...evaluated].join(' '),
    isDev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    ["img-src 'self' data:", ...tiles].join(' '),
    ["connect-src 'self'", ...mirrors, ...changes].join(' '),
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');
}

/** 'https://{s}.tiles.example/{z}' -> ['https://*.tiles.example']. */
function tileOrigins(tileUrl) {
  const origin = /^https?:\/\/[^/]+/.exec(tileUrl)?.[0];
  return origin === undefined ? [] : [origin.replace(/\{[a-z]+\}/g, '*')];
}

function named(headers) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}

module.exports = { siteHeaders };
