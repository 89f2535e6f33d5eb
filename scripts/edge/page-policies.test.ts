import { describe, expect, it } from 'vitest';
import { eitherPolicy, forbiddenAttributes, pagePolicy, plainPagePolicy, sourceHash } from './page-policies';

const nobody = { mirrors: [], tiles: [] };

describe('the policy of a page', () => {
  it('allows its inline scripts by their hashes, each once, and no other', () => {
    const html = '<script src="/a.js"></script><script>go("<b>")</script><script id=x>go("<b>")</script>';
    const policy = pagePolicy('/en/index.html', html, nobody);
    // printf '%s' 'go("<b>")' | openssl dgst -sha256 -binary | base64
    expect(policy).toContain("script-src 'self' 'sha256-/GkEDdCAzMjQcCmcDwibAjM/N7v34ewa92f1a2YQMbs='; ");
    expect(policy).not.toContain('unsafe');
  });

  it('hashes text as browsers do: its UTF-8, spaces and all', () => {
    const text = '\n  a("ñ") ';
    expect(pagePolicy('/x.html', `<SCRIPT>${text}</SCRIPT >`, nobody)).toContain(sourceHash(text));
  });

  it('lets mirrors be read and map pictures be shown, and only the look-up for other sites be framed', () => {
    const reach = { mirrors: ['https://m.example'], tiles: ['https://t.example'] };
    const policy = pagePolicy('/es/embed/index.html', '', reach);
    expect(policy).toContain("connect-src 'self' https://m.example;");
    expect(policy).toContain("img-src 'self' data: https://t.example;");
    expect(policy).toMatch(/frame-ancestors \*$/);
    expect(pagePolicy('/embed/x/index.html', '', reach)).toMatch(/frame-ancestors 'none'$/);
  });

  it('runs nothing and loads nothing on a plain page', () => {
    expect(plainPagePolicy()).toMatch(/^default-src 'none'; style-src ('sha256-[^']+' ?){2}; /);
    expect(plainPagePolicy()).not.toContain('script-src');
  });

  it.each([
    ['<a onclick="x()">', ['onclick']],
    ['<p STYLE = "x" onload=y>', ['style', 'onload']],
    ['<p title="a onclick=x > style=y">style="z" <b>onclick=</b>', []],
    ['<script>a = "<p style=x>"</script>', []],
  ])('finds in %s what no policy of ours allows', (html, expected) => {
    expect(forbiddenAttributes(html)).toEqual(expected);
  });

  it('allows the scripts of the old page and the new while one replaces the other', () => {
    const [old, made] = ['a()', 'b()'].map((text) =>
      pagePolicy('/en/index.html', `<script>${text}</script>`, nobody),
    ) as [string, string];
    const both = eitherPolicy(old, made);
    expect(both).toContain(`script-src 'self' ${sourceHash('b()')} ${sourceHash('a()')};`);
    expect(both.replace(` ${sourceHash('a()')}`, '')).toBe(made);
  });
});
