// Owns `<levee-lookup>`, the look-up on somebody else's page: `/embed.js` is this file, built. It shows this site's
// own page in a frame of another origin, so that no script of the host can see the address; it must not know
// more than the frame's height, set nothing global, and work under a host's strict Content-Security-Policy.

import { firstHeightPx, heightIn } from './frame-height';

/** Language tag -> the frame's title; put in when the file is built, the fallback first. */
declare const LEVEE_TITLES: Readonly<Record<string, string>>;

/** What the page needs inside: scripts and its own storage, the form, printing, the calendar file, and links in new
 *  tabs. Not: leading the page around it somewhere else. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox';

/** What a tap in the frame may do: hand a link on. Both read nothing. A browser that can't share complains of the word. */
const ALLOW = 'share' in navigator ? 'clipboard-write; web-share' : 'clipboard-write';

/** As a module there is no `currentScript`; then it is the script of this name. */
const script = (document.currentScript ??
  document.querySelector('script[src$="/embed.js"]')) as HTMLScriptElement | null;

function languageOf(element: HTMLElement): string {
  const tag = element.closest<HTMLElement>('[lang]')?.lang.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(LEVEE_TITLES, tag) ? tag : (Object.keys(LEVEE_TITLES)[0] ?? '');
}

/** Attributes do the layout, since a host may allow no inline style; a sheet of our own, where there is such a
 *  thing, takes the border away and makes the element a block. */
function frameOf(url: string, title: string, widthPx: number): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  const attributes = {
    title,
    width: '100%',
    height: `${firstHeightPx(widthPx)}`,
    frameborder: '0',
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
    allow: ALLOW,
    sandbox: SANDBOX,
    // Last: all of the above holds before anything is fetched.
    src: url,
  };
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  return frame;
}

function styleIn(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host{display:block}:host([hidden]){display:none}iframe{display:block;border:0}');
    root.adoptedStyleSheets = [sheet];
  } catch {
    // An older browser: the attributes are enough.
  }
}

function define(origin: string): void {
  class LeveeLookup extends HTMLElement {
    static observedAttributes = ['lang'];
    #root = this.attachShadow({ mode: 'open' });
    #frame: HTMLIFrameElement | null = null;

    connectedCallback(): void {
      styleIn(this.#root);
      this.#show();
      addEventListener('message', this.#follow);
    }

    disconnectedCallback(): void {
      removeEventListener('message', this.#follow);
      this.#frame = null;
    }

    attributeChangedCallback(): void {
      if (this.#frame) this.#show();
    }

    #show(): void {
      const language = languageOf(this);
      const url = `${origin}/${language}/embed/`;
      if (this.#frame?.src === url) return;
      this.#frame = frameOf(url, LEVEE_TITLES[language] ?? '', this.clientWidth);
      this.#root.replaceChildren(this.#frame);
    }

    readonly #follow = (event: MessageEvent): void => {
      const frame = this.#frame;
      if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return;
      const height = heightIn(event.data);
      if (height) frame.height = `${height}`;
    };
  }
  customElements.define('levee-lookup', LeveeLookup);
}

// Not on plain http, where the frame could verify nothing: the link inside the element stays. Not twice either.
if (script && isSecureContext && !customElements.get('levee-lookup')) define(new URL(script.src).origin);
