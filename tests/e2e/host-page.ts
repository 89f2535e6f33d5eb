// Owns somebody else's page: another site than ours (127.0.0.1 is not localhost), under a strict Content-Security-Policy,
// with a script that wants the address by every means a page has. It knows no more of Levee than a host would.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running host. `url` is its one page. */
export interface HostPage {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The host's script. All that it gets hold of goes into `window.loot`, as text. */
function spy(): void {
  const loot: string[] = [];
  const violations: string[] = [];
  Object.assign(window, { loot, violations });
  const text = (value: unknown) => {
    try {
      return typeof value === 'string' ? value : JSON.stringify(value);
    } catch {
      return String(value);
    }
  };
  const take = (from: string, value: unknown) => loot.push(`${from}: ${text(value)}`);

  addEventListener('securitypolicyviolation', (event) =>
    violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`),
  );
  addEventListener('message', (event) => take('message', event.data), true);
  const events = [
    'keydown',
    'keyup',
    'keypress',
    'beforeinput',
    'input',
    'change',
    'paste',
    'submit',
    'focusin',
    'click',
  ];
  for (const type of events) {
    const note = (event: Event) => {
      const { key, data } = event as unknown as { key?: string; data?: string };
      take(type, key ?? data ?? (event.target as HTMLInputElement | null)?.value ?? '');
    };
    addEventListener(type, note, true);
    document.addEventListener(type, note, true);
  }
  const reads: Record<string, (frame: HTMLIFrameElement) => unknown> = {
    document: (frame) => frame.contentDocument?.documentElement.outerHTML ?? '',
    windowDocument: (frame) => frame.contentWindow?.document.body.innerHTML,
    address: (frame) => frame.contentWindow?.location.href,
    history: (frame) => frame.contentWindow?.history.state,
    storage: (frame) => ({ ...frame.contentWindow?.localStorage }),
    name: (frame) => frame.contentWindow?.name,
    source: (frame) => frame.src,
    inner: (frame) => frame.contentWindow?.length,
  };
  setInterval(() => {
    for (const element of document.querySelectorAll('levee-lookup')) {
      const frame = element.shadowRoot?.querySelector('iframe');
      if (!frame) continue;
      for (const [name, read] of Object.entries(reads)) {
        try {
          take(name, read(frame));
        } catch (failure) {
          take(name, (failure as Error).name);
        }
      }
    }
    take(
      'entries',
      performance.getEntries().map(({ name }) => name),
    );
    take(
      'active',
      (document.activeElement as HTMLInputElement | null)?.value ?? document.activeElement?.tagName,
    );
    take('selection', getSelection()?.toString());
    take('page', [location.href, document.title, document.cookie, { ...localStorage }]);
  }, 50);
}

/** What a careful host allows beside its own files. */
function strictPolicy(site: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${site}`,
    `frame-src ${site}`,
    "style-src 'self'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** `body` is the host's own markup, with our snippet in it; `site` is where we are. */
export async function startHostPage(
  site: string,
  body: string,
  policy = strictPolicy(site),
): Promise<HostPage> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Town of Host</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/host.css"><script src="/spy.js"></script></head>
<body><main><h1>Town of Host</h1><p><label>Search this site <input id="host-box"></label></p>
${body}
<p><button id="after">After</button></p></main></body></html>`;
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': ['text/html; charset=utf-8', page],
    '/spy.js': ['text/javascript', `(${spy.toString()})();`],
    '/host.css': [
      'text/css',
      'body{margin:1rem;font:16px sans-serif;color-scheme:light dark}.tall{height:900px}.far{height:6000px}',
    ],
  };
  const server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ''] ?? [];
    if (type === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
