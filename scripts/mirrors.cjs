// Owns which other hosts a build's pages may read the list from: NEXT_PUBLIC_LEVEE_MIRRORS. A wrong one fails the
// build, with its name, and not on a voter's phone on the day that it is needed.
// CommonJS and free of TypeScript because next.config.js loads it before anything is compiled.

/** Origins, separated by commas: `https://a.example, https://b.example/` is `https://a.example,https://b.example`.
 *  Throws a sentence for whoever builds. */
function mirrors(text) {
  const origins = (text ?? '').split(/[\s,]+/).filter((each) => each !== '');
  return [...new Set(origins.map(originOf))].join(',');
}

function originOf(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) refuse(text, 'it is no address');
  const isThisMachine = /^(localhost|127\.0\.0\.1|\[::1\]|.*\.localhost)$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(isThisMachine && url.protocol === 'http:'))
    refuse(text, 'it must begin with https://');
  if (`${url.origin}/` !== url.href)
    refuse(text, `it must be an origin and nothing else, like ${url.origin}`);
  return url.origin;
}

function refuse(text, why) {
  throw new Error(`NEXT_PUBLIC_LEVEE_MIRRORS: "${text}" can't be a mirror: ${why}.`);
}

module.exports = { mirrors };
