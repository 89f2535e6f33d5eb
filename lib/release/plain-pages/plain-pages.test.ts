import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice } from '@/lib/core/lookup/outcome';
import type { Dataset } from '@/lib/core/vip';
import { languages } from '@/lib/messages/languages';
import { type CompileInput, compile } from '../compile';
import {
  exampleCounty,
  locality,
  place,
  precinct,
  sampleCounty,
  segment,
  VECTOR_EXPIRES,
  VECTOR_NOW,
  vectorReference,
} from '../offices.fixture';
import { isPagePath } from '../page-paths';
import { MAX_PAGE_GZIP_BYTES } from './fit';

async function pagesOf(
  datasets: readonly Dataset[],
  more: Partial<CompileInput> = {},
): Promise<ReadonlyMap<string, string>> {
  const compiled = await compile({
    datasets,
    notices: [],
    reference: vectorReference,
    releaseLine: 'line',
    sequence: 1,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
    languages,
    origin: null,
    ...more,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  const decoder = new TextDecoder();
  return new Map([...compiled.value.pages].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

/** What a reader sees: tags become blanks. */
function words(html: string | undefined): string {
  const body = /<main>(.*)<\/main>/s.exec(html ?? '')?.[1] ?? '';
  return body
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands beside a street's numbers. */
function street(html: string | undefined, name: string): string {
  const section = new RegExp(`<h2[^>]*>${name}</h2>(.*?)(?=<h2)`, 's').exec(html ?? '')?.[1];
  return words(`<main>${section ?? 'no such street'}</main>`);
}

/** Faults of a whole set of pages: weight, form, and links that lead nowhere. */
function faultsOf(pages: ReadonlyMap<string, string>): readonly string[] {
  return [...pages].flatMap(([path, html]) => {
    const faults: string[] = [];
    if (!isPagePath(path)) faults.push('no path of a page');
    if (gzipSync(html, { level: 9 }).length > MAX_PAGE_GZIP_BYTES) faults.push('above 14 KB');
    if (/<script|\son\w+=|javascript:|<form|<img|<iframe/i.test(html)) faults.push('not plain');
    if ([...html.matchAll(/<h1/g)].length !== 1) faults.push('not one main heading');
    for (const landmark of ['header', 'main', 'footer']) {
      if ([...html.matchAll(new RegExp(`<${landmark}>`, 'g'))].length !== 1)
        faults.push(`not one ${landmark}`);
    }
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) {
      if (/^(https?:|tel:|mailto:)/.test(href)) continue;
      const target = new URL(href, `http://x${path}`).pathname;
      if (!pages.has(target) && !/^\/(en|es)\/$/.test(target)) faults.push(`a link to ${href}`);
    }
    return faults.map((fault) => `${path}: ${fault}`);
  });
}

const both = [exampleCounty, sampleCounty];

describe('the pages of a release', () => {
  it('hold together: weight, form, links, in every language alike', async () => {
    const pages = await pagesOf(both);
    expect(faultsOf(pages)).toEqual([]);
    const names = (lang: string) =>
      [...pages.keys()]
        .filter((path) => path.startsWith(`/p/${lang}/`))
        .map((path) => path.slice(6))
        .sort();
    expect(names('es')).toEqual(names('en'));
    expect(names('en')).toEqual([
      'county-xx-example.1.html',
      'county-xx-example.1.print.html',
      'county-xx-sample.2.html',
      'county-xx-sample.2.print.html',
      'index.html',
      'place-xx-example.library.html',
      'place-xx-example.school.html',
      'place-xx-sample.hall.html',
      'zip-00011.html',
      'zip-00012.html',
      'zip-00013.html',
      'zip-00021.html',
    ]);
  });

  it('are the same whatever the order of offices and rows, and whenever they are made', async () => {
    const expected = await pagesOf(both);
    const turned = both.map((dataset) => ({
      ...dataset,
      precincts: [...dataset.precincts].reverse(),
      pollingLocations: [...dataset.pollingLocations].reverse(),
      streetSegments: [...dataset.streetSegments].reverse(),
    }));
    const later = { sequence: 2, now: new Date('2030-11-06T00:00:00Z') };
    expect([...(await pagesOf([...turned].reverse(), later))].sort()).toEqual([...expected].sort());
  });

  it('change only where something changed', async () => {
    const before = await pagesOf(both);
    const hall = { ...sampleCounty.pollingLocations[0]!, line1: '9 Example Plaza' };
    const after = await pagesOf([exampleCounty, { ...sampleCounty, pollingLocations: [hall] }]);
    const changed = [...after].filter(([path, html]) => before.get(path) !== html).map(([path]) => path);
    expect(changed.filter((path) => path.startsWith('/p/en/')).sort()).toEqual([
      '/p/en/county-xx-sample.2.html',
      '/p/en/county-xx-sample.2.print.html',
      '/p/en/place-xx-sample.hall.html',
      '/p/en/zip-00012.html',
    ]);
  });

  it('name the site’s own address only where it is given', async () => {
    expect(
      [...(await pagesOf(both)).values()].filter((html) => /canonical|rel="alternate"/.test(html)),
    ).toEqual([]);
    const html = (await pagesOf(both, { origin: 'https://vote.example.gov/' })).get('/p/es/zip-00011.html');
    expect(html).toContain('<link rel="canonical" href="https://vote.example.gov/p/es/zip-00011.html">');
    expect(html).toContain(
      '<link rel="alternate" hreflang="en" href="https://vote.example.gov/p/en/zip-00011.html">',
    );
  });

  it('are none where there are no languages', async () => {
    expect((await pagesOf(both, { languages: [] })).size).toBe(0);
  });

  it('mark practice as practice', async () => {
    const practice = await pagesOf([{ ...exampleCounty, officeId: 'sandbox-county' }]);
    expect(practice.get('/p/en/zip-00011.html')).toContain('Practice data');
    expect((await pagesOf(both)).get('/p/en/index.html')).not.toContain('Practice');
  });

  it('say on each page whose list it is, that it may be old, and whom to call', async () => {
    const html = (await pagesOf(both)).get('/p/en/zip-00011.html') ?? '';
    const footer = html.slice(html.indexOf('<footer>')).replace(/<[^>]+>/g, '');
    expect(footer).toContain('This list was made by Example County Clerk.');
    expect(footer).toContain('This page may be older than the newest changes. If in doubt, call 555-0100');
  });
});

describe('a ZIP’s page', () => {
  it('says for each number where to vote', async () => {
    const html = (await pagesOf(both)).get('/p/en/zip-00011.html');
    expect(street(html, 'MAIN ST')).toBe(
      '1 to 99, odd numbers Example School 1 Example Plaza, EXAMPLETON, XX 00011 ' +
        '2 to 98, even numbers Example Library 2 Example Plaza, EXAMPLETON, XX 00012',
    );
    expect(street(html, 'OAK AVE')).toContain('Units 1-9 Example Library');
    expect(words(html)).toContain('General Election, Tuesday, November 5, 2030');
  });

  it('says so where the list disagrees with itself, and gives the phone', async () => {
    const rows = [
      ...exampleCounty.streetSegments,
      segment({ id: 'x', precinctId: 'p2', startHouseNumber: 41, endHouseNumber: 43 }),
    ];
    const html = (await pagesOf([{ ...exampleCounty, streetSegments: rows }])).get('/p/en/zip-00011.html');
    expect(street(html, 'MAIN ST')).toContain(
      '41 to 43, odd numbers The election office’s list shows two places for this address. ' +
        'Please call 555-0100 before you go. Have your address ready. The list shows these places: ' +
        'Example School 1 Example Plaza, EXAMPLETON, XX 00011 Example Library',
    );
  });

  it('asks where people live if the ZIP reaches into a county that is not loaded', async () => {
    const pages = await pagesOf(both);
    expect(words(pages.get('/p/en/zip-00021.html'))).toContain(
      'This ZIP code reaches into another county or town. Use this only if you live in Example County.',
    );
    expect(words(pages.get('/p/en/zip-00011.html'))).not.toContain('Use this only');
  });

  it('says who votes by mail, and where they get help', async () => {
    expect(street((await pagesOf(both)).get('/p/en/zip-00012.html'), 'MAIL RD, EXAMPLETON')).toContain(
      'People at this address vote by mail. If you are registered, a ballot comes to you by mail.',
    );
  });

  it('without streets gives the phone, and says what that does not mean', async () => {
    const html = words((await pagesOf(both)).get('/p/en/zip-00013.html'));
    expect(html).toContain('We do not have ZIP 00013 on our list.');
    expect(html).toContain(
      'Please call 555-0100 to ask where you vote. This does not mean you are not registered.',
    );
  });

  it('keeps several elections apart by their days, the first one first', async () => {
    const special = {
      ...exampleCounty,
      election: {
        ...exampleCounty.election,
        id: 'special',
        name: 'Special Election',
        date: '2030-12-03',
        hours: null,
      },
      streetSegments: [segment({ id: 's1', precinctId: 'p2' })],
    };
    const pages = await pagesOf([special, exampleCounty]);
    expect(street(pages.get('/p/en/zip-00011.html'), 'MAIN ST')).toMatch(
      /^General Election, Tuesday, November 5, 2030 1 to 99, odd.* Special Election, Tuesday, December 3, 2030 1 to 99 Example Library/,
    );
    expect(words(pages.get('/p/en/place-xx-example.library.html'))).toMatch(
      /General Election, Tuesday, November 5, 2030.*Special Election, Tuesday, December 3, 2030/,
    );
  });

  it('names the parts of a list of places too long to stand beside each street', async () => {
    const centres = Array.from({ length: 9 }, (_, at) => place({ id: `c${at}`, name: `Center ${at}` }));
    const any = precinct({
      id: 'p1',
      localityId: '1',
      usesVoteCenters: true,
      pollingLocationIds: centres.map(({ id }) => id),
    });
    const pages = await pagesOf([
      {
        ...exampleCounty,
        precincts: [any],
        pollingLocations: centres,
        streetSegments: [segment({ id: 's', precinctId: 'p1' })],
      },
    ]);
    expect(faultsOf(pages)).toEqual([]);
    expect(street(pages.get('/p/en/zip-00011.html'), 'MAIN ST')).toContain('See all 9 places');
    expect(words(pages.get('/p/en/zip-00011-1001.html'))).toMatch(/Center 0 .* Center 8/);
  });
});

describe('a late change', () => {
  const newPlace = {
    id: 'gym',
    name: 'Example Gym',
    line1: '7 Example Plaza',
    city: 'EXAMPLETON',
    state: 'XX',
    zip: '00011',
    latLng: null,
    timeZone: null,
  };
  const notice: Notice = {
    id: 'n1',
    officeId: 'xx-example',
    kind: 'moved',
    pollingLocationIds: ['school'],
    from: '2030-11-04',
    until: '2030-11-05',
    text: { en: 'Water in the hall.', es: 'Agua en la sala.' },
    newPlace,
  };

  it('stands beside the street and on the old place’s page, the new place first, in both languages', async () => {
    const pages = await pagesOf(both, { notices: [notice] });
    expect(faultsOf(pages)).toEqual([]);
    for (const path of ['/p/en/zip-00011.html', '/p/en/place-xx-example.school.html']) {
      expect(words(pages.get(path))).toMatch(
        /Water in the hall\. From Monday, November 4, 2030 through Tuesday, November 5, 2030.*New place.*(Example Gym)?.*7 Example Plaza.*It was: Example School/,
      );
    }
    expect(words(pages.get('/p/es/place-xx-example.school.html'))).toContain('Agua en la sala.');
    const before = await pagesOf(both);
    const touched = [...pages].filter(([path, html]) => before.get(path) !== html).map(([path]) => path);
    expect(touched.filter((path) => /^\/p\/en\/(zip|place)/.test(path)).sort()).toEqual([
      '/p/en/place-xx-example.school.html',
      '/p/en/zip-00011.html',
    ]);
  });
});

describe('what is too long for one page', () => {
  const random = (seed: number) => {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
  };
  const next = random(7);
  const word = () =>
    Array.from({ length: 9 }, () => String.fromCharCode(65 + Math.floor(next() * 26))).join('');

  it('is divided: streets into groups, one very long street, many places, many counties, many ZIPs', async () => {
    const places = Array.from({ length: 400 }, (_, at) =>
      place({
        id: `c${at}`,
        name: `${word()} ${word()}`,
        line1: `${at} ${word()} St`,
        directions: `${word()} `.repeat(30),
      }),
    );
    const precincts = places.map(({ id }, at) =>
      precinct({ id: `p${at}`, localityId: '1', pollingLocationIds: [id] }),
    );
    const streetSegments = [
      ...Array.from({ length: 1_200 }, (_, at) =>
        segment({
          id: `s${at}`,
          precinctId: `p${at % 400}`,
          streetName: word(),
          startHouseNumber: at,
          endHouseNumber: at + 50,
        }),
      ),
      ...Array.from({ length: 700 }, (_, at) =>
        segment({
          id: `l${at}`,
          precinctId: `p${(at * 7) % 400}`,
          startHouseNumber: at * 10,
          endHouseNumber: at * 10 + 8,
        }),
      ),
    ];
    const localities = Array.from({ length: 700 }, (_, at) =>
      locality({ id: `t${at}`, name: `${word()} ${word()}`, type: 'town' }),
    );
    const towns = localities.map(({ id }, at) =>
      precinct({ id: `tp${at}`, localityId: id, pollingLocationIds: [] }),
    );
    const spread = Array.from({ length: 1_500 }, (_, at) =>
      segment({ id: `z${at}`, precinctId: 'p1', zip: String(70_000 + at * 7), streetName: word() }),
    );
    const pages = await pagesOf([
      {
        ...exampleCounty,
        localities: [...exampleCounty.localities, ...localities],
        precincts: [...precincts, ...towns],
        pollingLocations: places,
        streetSegments: [...streetSegments, ...spread],
      },
    ]);
    expect(faultsOf(pages)).toEqual([]);
    const has = (path: string) => expect([...pages.keys()].includes(path), path).toBe(true);
    for (const path of ['/p/en/zip-00011-2.html', '/p/es/index.2.html', '/p/en/county-xx-example.1.2.html'])
      has(path);
    for (const path of ['/p/go/zip3-700.html', '/p/es/county-xx-example.1.print.2.html']) has(path);
    const groups = [...pages].filter(([path]) => /^\/p\/en\/zip-00011-\d+\.html$/.test(path));
    expect(groups.map(([, html]) => html).join('')).toContain('MAIN ST, more numbers');
    expect(words(pages.get('/p/en/zip-00011.html'))).toContain('Pick the group that has your street');
  }, 120_000);

  it('stays in bounds whatever an office writes', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, line1, id) => {
        const school = place({ id: 'school', name: name || 'x', line1, directions: name.repeat(400) });
        const library = place({ id: id || 'x', name: `<script>${line1}`, line1: '"><b>' });
        const pages = await pagesOf([
          {
            ...exampleCounty,
            pollingLocations: [school, library],
            precincts: [
              precinct({ id: 'p1', localityId: '1', name, pollingLocationIds: ['school'] }),
              precinct({ id: 'p2', localityId: '1', number: id, pollingLocationIds: [library.id] }),
            ],
            streetSegments: [
              segment({ id: 's1', precinctId: 'p1', streetName: name }),
              segment({ id: 's2', precinctId: 'p2' }),
            ],
          },
        ]);
        expect(faultsOf(pages)).toEqual([]);
      }),
      { seed: 20261103, numRuns: 25 },
    );
  }, 120_000);
});
