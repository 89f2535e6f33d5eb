// Owns the tables of an nginx configuration that follow from a site's pages: which policy each has, which folders there
// are, which names are known. Knows no template.

import { languages } from '@/lib/messages/languages';
import { FILE_POLICY, plainPagePolicy } from './page-policies';

const INDEX = 'index.html';

/** `path` -> what `policies.conf` and `voters-cache.conf` are filled with. */
export function policyValues(
  policies: Readonly<Record<string, string>>,
  isCache: boolean,
): Readonly<Record<string, string>> {
  const pages = Object.entries(policies).sort(([one], [other]) => (one < other ? -1 : 1));
  const folders = pages.map(([path]) => path).filter((path) => path.endsWith(`/${INDEX}`));
  const bare = folders.map((path) => path.slice(0, -INDEX.length));
  return {
    filePolicy: FILE_POLICY,
    plainPolicy: plainPagePolicy(),
    policies: lines(pages.flatMap(([path, policy]) => namesOf(path).map((name) => `${name} "${policy}";`))),
    // A page that the server behind has and we do not know keeps what that server said of it.
    otherPages: isCache ? '    "~/(?:index\\.html)?$" $upstream_http_content_security_policy;' : '',
    slashes: lines(bare.filter((path) => path !== '/').map((path) => `${path.slice(0, -1)} ${path};`)),
    knownPages: lines(pages.flatMap(([path]) => namesOf(path).map((name) => `${name} levee_origin;`))),
    languages: lines([...languages.map(({ tag }) => `${tag} ${tag};`), `default ${languages[0].tag};`]),
  };
}

/** `/en/index.html` is asked for as `/en/`, too. */
function namesOf(path: string): readonly string[] {
  return path.endsWith(`/${INDEX}`) ? [path, path.slice(0, -INDEX.length)] : [path];
}

const lines = (each: readonly string[]): string => each.map((line) => `    ${line}`).join('\n');
