// Owns how markup is written: every text and every attribute is escaped, because there is no other way to put one in.
// Knows no page.

/** Markup that was made here, and so is safe to stand in markup. */
export class Html {
  readonly text: string;
  constructor(token: typeof TOKEN, text: string) {
    if (token !== TOKEN) throw new Error('markup is made by el() only');
    this.text = text;
  }
}

const TOKEN = Symbol('html');

/** What an element may hold; null is nothing. Strings are text, never markup. */
export type Child = Html | string | null | readonly Child[];

type Attributes = Readonly<Record<string, string | null>>;

const VOID = new Set(['br', 'hr', 'link', 'meta']);
/** A link may lead to these and to relative places, and nowhere else: never to a script. */
const SAFE_LINK = /^(?:https?:\/\/|tel:|mailto:|[^:]*$)/i;

/** One element: `el('a', {href: 'index.html'}, 'Start')` -> `<a href="index.html">Start</a>`. Attributes that are null
 *  are left out. Throws for a link that is none: that is a bug in a view. */
export function el(name: string, attributes: Attributes | null, ...children: readonly Child[]): Html {
  let text = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key] ?? null;
    if (value === null) continue;
    if (key === 'href' && !SAFE_LINK.test(value)) throw new Error('a link to nowhere');
    text += value === '' ? ` ${key}` : ` ${key}="${escaped(value)}"`;
  }
  text += '>';
  return new Html(TOKEN, VOID.has(name) ? text : `${text}${inner(children)}</${name}>`);
}

/** Several pieces one after the other. */
export function all(...children: readonly Child[]): Html {
  return new Html(TOKEN, inner(children));
}

/** A whole document. `css` is our own, known when this was written. */
export function doc(
  attributes: Attributes,
  head: readonly Child[],
  css: string,
  ...body: readonly Child[]
): string {
  const html = el('html', attributes, el('head', null, ...head, rawStyle(css)), el('body', null, ...body));
  return `<!doctype html>\n${html.text}\n`;
}

function rawStyle(css: string): Html {
  if (css.includes('<')) throw new Error('a stylesheet holds no markup');
  return new Html(TOKEN, `<style>${css}</style>`);
}

function inner(children: readonly Child[]): string {
  let text = '';
  for (const child of children) {
    if (child === null) continue;
    if (typeof child === 'string') text += escaped(child);
    else if (child instanceof Html) text += child.text;
    else text += inner(child);
  }
  return text;
}

const SPECIAL = /[&<>"']|(?![\n\t])\p{Cc}/u;
const ALL_SPECIAL = /[&<>"']|(?![\n\t])\p{Cc}/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters have no place in HTML, in no form: they become the replacement character. */
function escaped(text: string): string {
  return SPECIAL.test(text)
    ? text.replace(ALL_SPECIAL, (character) => ENTITIES[character] ?? '\ufffd')
    : text;
}
