// The plain pages in the pseudo-language: no word of their own outside the catalogues, and right-to-left throughout.
import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/messages/languages';
import { PSEUDO_TAG, pseudoLanguage } from '@/lib/messages/pseudo';
import { textsWithin, untranslatedIn } from '@/lib/messages/untranslated.fixture';
import { compile } from '../compile';
import { exampleCounty, sampleCounty, VECTOR_EXPIRES, VECTOR_NOW, vectorReference } from '../offices.fixture';

const datasets = [sampleCounty, exampleCounty];

async function pagesOf(each: typeof languages | readonly [typeof pseudoLanguage]) {
  const compiled = await compile({
    datasets,
    notices: [],
    reference: vectorReference,
    releaseLine: 'line',
    sequence: 1,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
    languages: each,
    origin: null,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  const decoder = new TextDecoder();
  return {
    pages: [...compiled.value.pages].map(([path, bytes]) => [path, decoder.decode(bytes)] as const),
    data: [...compiled.value.objects.values()].flatMap((bytes) =>
      textsWithin(JSON.parse(decoder.decode(bytes))),
    ),
  };
}

/** What is read or heard: the text between tags, and labels. */
function said(html: string): readonly string[] {
  const shown = html.replace(/<style>.*?<\/style>/s, '');
  const labels = [...shown.matchAll(/(?:aria-label|title|alt)="([^"]*)"/g)].map(([, label = '']) => label);
  return [...labels, ...shown.replace(/<[^>]+>/g, '\n').split('\n')].map((text) =>
    text.replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
  );
}

const { pages, data } = await pagesOf([pseudoLanguage]);
const check = untranslatedIn(data);

describe('plain pages in a third language from the right', () => {
  it('are as many as in any other', async () => {
    const own = pages.filter(([path]) => path.startsWith(`/p/${PSEUDO_TAG}/`)).length;
    const { pages: others } = await pagesOf(languages);
    expect(own).toBe(others.filter(([path]) => path.startsWith('/p/en/')).length);
  });

  it('say nothing that stands in no catalogue', () => {
    const left = pages.flatMap(([path, html]) =>
      said(html).flatMap((text) => check(text).map((word) => `${path}: ${word} in "${text}"`)),
    );
    expect(left).toEqual([]);
  });

  it('read from right to left, their numbers and names do not', () => {
    for (const [path, html] of pages.filter(([each]) => !each.startsWith('/p/go/'))) {
      expect(html, path).toContain(`<html lang="${PSEUDO_TAG}" dir="rtl">`);
      expect(html, path).toContain('unicode-bidi:plaintext');
    }
  });
});

it('a page from left to right carries no byte of that', async () => {
  const { pages } = await pagesOf(languages);
  expect(pages.filter(([, html]) => html.includes('unicode-bidi'))).toEqual([]);
});
