import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, doc, el, Html } from './html';

it.each<[string, Html, string]>([
  ['text', el('p', null, 'a'), '<p>a</p>'],
  ['nested lists and nothing', el('ul', null, [el('li', null, '1'), null, ['2']]), '<ul><li>1</li>2</ul>'],
  [
    'attributes',
    el('a', { href: 'index.html', lang: null, hidden: '' }, 'x'),
    '<a href="index.html" hidden>x</a>',
  ],
  ['a void element', el('br', null), '<br>'],
  ['several pieces', all('a', el('b', null, 'c')), 'a<b>c</b>'],
  [
    'what looks like markup',
    el('p', null, '<script>"&\'</script>'),
    '<p>&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</p>',
  ],
  ['an attribute that would end itself', el('p', { title: '"><x' }), '<p title="&quot;&gt;&lt;x"></p>'],
  ['what HTML cannot hold', el('p', null, 'a\0\u0007b\nc'), '<p>a\ufffd\ufffdb\nc</p>'],
])('writes %s', (_, html, text) => {
  expect(html.text).toBe(text);
});

describe('links', () => {
  it.each([
    'index.html',
    '../en/index.html#x',
    'https://a.example/',
    'tel:+16015550100',
    'mailto:a@b.example',
  ])('may lead to %s', (href) => {
    expect(el('a', { href }).text).toContain('href');
  });

  it.each(['javascript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', ' javascript:x', 'vbscript:x'])(
    'never lead to %s',
    (href) => {
      expect(() => el('a', { href })).toThrow();
    },
  );
});

it('no text, whatever it is, ends up as markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: html } = el('p', { title: text }, text);
      const tags = html.replace(/^<p(?: title(?:="[^"<>]*")?)>/, '').replace(/<\/p>$/, '');
      expect(tags).not.toMatch(/[<>"]/);
    }),
    { seed: 20261103, numRuns: 300 },
  );
});

it('a document is whole, and takes no stylesheet that holds markup', () => {
  expect(doc({ lang: 'en' }, [el('title', null, 'a & b')], 'p{margin:0}', el('main', null, 'x'))).toBe(
    '<!doctype html>\n<html lang="en"><head><title>a &amp; b</title><style>p{margin:0}</style></head><body><main>x</main></body></html>\n',
  );
  expect(() => doc({}, [], '</style><script>')).toThrow();
});

it('nobody else makes markup', () => {
  expect(() => new Html(Symbol('html') as never, '<script>')).toThrow();
});
