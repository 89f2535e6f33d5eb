import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { en } from '@/lib/messages/en';
import { languages } from '@/lib/messages/languages';
import {
  aChoice,
  aNotice,
  aPlace,
  aSchedule,
  cannotCheck,
  everyOutcome,
  missing,
  noonOnElectionDay,
  someHours,
  unreadable,
  withPlaces,
} from '@/lib/view/outcomes.fixture';
import { viewOutcome } from '@/lib/view/view-outcome';
import { LookupResult } from './lookup-result';
import { OfficeDetails } from './office-details';
import { RungBanner } from './rung-banner';
import { WhatToBring } from './what-to-bring';

const actions = {
  onChoose: () => {},
  onNone: () => {},
  onConfirm: () => {},
  onWay: () => {},
  onPrint: () => {},
};

function render(outcome: LookupOutcome, messages = en, now = noonOnElectionDay): string {
  const view = viewOutcome(outcome, messages, now);
  return renderToStaticMarkup(
    <LookupResult view={view} actions={actions}>
      <div id="map" />
    </LookupResult>,
  );
}

/** The text as a screen reader gets it, tags away. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

function headingLevels(html: string): readonly number[] {
  return [...html.matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
}

describe.each(languages.map(({ tag, messages }) => [tag, messages] as const))('in %s', (tag, messages) => {
  describe.each(everyOutcome)('%s', (_, outcome) => {
    const html = render(outcome, messages);
    const view = viewOutcome(outcome, messages, noonOnElectionDay);

    it('starts with one heading that can take focus, and skips no level', () => {
      const levels = headingLevels(html);
      expect(levels[0]).toBe(2);
      expect(levels.filter((level) => level === 2)).toHaveLength(1);
      expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
      expect(html).toMatch(/<h2[^>]*tabindex="-1"/);
    });

    it('names its language and its kind, and shows every paragraph', () => {
      expect(html).toContain(`lang="${tag}"`);
      expect(html).toContain(`data-outcome="${outcome.kind}"`);
      expect(textOf(html)).toContain(view.headline.replace(/'/g, '’'));
      const targets = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);
      expect(html.match(/<a /g)?.length ?? 0).toBe(targets.length);
      for (const target of targets) expect(target).toMatch(/^(https:|tel:|\/(en|es)\/phones\/$)/);
    });

    it('has no empty element that would be announced, and no text of code', () => {
      expect(html).not.toMatch(/<(p|h\d|li|button|a|td|th|ul|section|address)( [^>]*)?><\/\1>/);
      expect(textOf(html)).not.toMatch(/undefined|null|\[object/);
    });

    it('puts every choice and every way into a real button', () => {
      const buttons = html.match(/<button type="button"/g)?.length ?? 0;
      expect(html.match(/<button/g)?.length ?? 0).toBe(buttons);
      expect(buttons).toBeGreaterThanOrEqual(view.ways.length);
    });
  });
});

describe('found', () => {
  it('is laid out in the order a voter needs it', () => {
    const html = render(
      withPlaces('found', [aPlace({ directions: 'Use the side door.' })], {
        notices: [aNotice('callFirst')],
      }),
    );
    const order = [
      'If you are registered',
      'Please call before you go',
      'LAKESIDE LIBRARY',
      '10 RIVER ST',
      'General Election',
      'Hours',
      'Open now until 7 pm',
      'Directions',
      'Use the side door.',
      'Check that you are registered',
      'id="map"',
      'Your election office',
      '(601) 555-0100',
      'List as of',
    ];
    const positions = order.map((text, index) =>
      html.indexOf(text, index === 0 ? 0 : html.indexOf(order[index - 1] ?? '')),
    );
    expect(positions).not.toContain(-1);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  it('marks up address and dates', () => {
    const html = render(withPlaces('found', [aPlace()]));
    expect(html).toContain(
      '<address class="place-address"><bdi>10 RIVER ST</bdi><bdi>SANDBOX, MS 00001</bdi></address>',
    );
    expect(html).toContain('<time dateTime="2026-11-03">');
    expect(html).toContain('<time dateTime="2026-11-03T17:50:00.000Z">');
  });

  it('marks the office’s words as English on a Spanish page', () => {
    const es = languages.find(({ tag }) => tag === 'es')?.messages ?? en;
    const html = render(withPlaces('found', [aPlace({ directions: 'Use the side door.' })]), es);
    expect(html).toContain('<bdi lang="en">Use the side door.</bdi>');
  });

  it('has a table with headers for hours on several days', () => {
    const hours = someHours(aSchedule({ startDate: '2026-10-20', endDate: '2026-10-31' }), aSchedule());
    const html = render(withPlaces('found', [aPlace({ hours })]));
    expect(html).toContain('<caption>Hours</caption>');
    expect(html.match(/<th scope="col">/g)).toHaveLength(2);
    expect(html.match(/<th scope="row">/g)).toHaveLength(2);
  });

  it('has one way to directions, whose spoken name holds its visible one', () => {
    const html = render(withPlaces('found', [aPlace()]));
    expect(html.match(/aria-label="Directions to LAKESIDE LIBRARY"[^>]*>Directions</g)).toHaveLength(1);
  });
});

describe('what must not be there', () => {
  it('choose: no place before a tap, and no control picked', () => {
    const html = render(aChoice(false));
    expect(html).not.toMatch(/SECRET|HIDDEN|checked|aria-pressed="true"/);
    expect(html.match(/class="choice"/g)).toHaveLength(3);
    expect(html.lastIndexOf('None of these')).toBeGreaterThan(html.lastIndexOf('LAKE ST'));
  });

  it('confirm: no place before the answer', () => {
    const html = render(
      withPlaces('found', [aPlace()], { confirmLocality: { id: 'l1', name: 'Adams County' } }),
    );
    expect(html).not.toMatch(/LIBRARY|RIVER/);
    expect(textOf(html)).toContain('Do you live in Adams County?');
  });

  it('over: the place only behind a control that is closed', () => {
    const election = { id: 'e1', name: 'General Election', date: '2026-11-03', over: true };
    const html = render(withPlaces('found', [aPlace()], { election }));
    expect(html).toMatch(/<details class="old-places"><summary>/);
    expect(html.indexOf('LAKESIDE LIBRARY')).toBeGreaterThan(html.indexOf('<details'));
    expect(html).not.toContain('<details open');
  });
});

describe('the phone', () => {
  it.each([
    ['conflict', withPlaces('conflict', [aPlace(), aPlace({ id: 'pl2' })])],
    ['missing', missing('streetUnknown')],
    ['cannot check', cannotCheck('unreachable')],
  ])('%s: comes first and large', (_, outcome) => {
    const html = render(outcome);
    expect(html).toContain('office-first');
    expect(html).toContain('<a href="tel:+16015550100" rel="noreferrer" dir="ltr">(601) 555-0100</a>');
    expect(html.match(/class="office/g)).toContain('class="office');
  });
});

describe('what an office says of itself', () => {
  const facts = {
    id: 'ea1',
    whatToBring: { heading: 'Qué llevar', body: { text: 'A photo ID.', lang: 'en' } },
    hours: ['Horario: ', { text: 'Mon-Fri', lang: 'en' }],
    registrationLink: { text: 'Check that you are registered', href: 'https://elections.example/me' },
    links: [{ text: 'Sitio web', href: 'https://elections.example/' }],
    languagesLine: 'Habla español.',
    reportLine: ['¿Algo está mal? ', { text: 'Avise', href: 'https://elections.example/report' }],
  } as const;
  const silent = {
    id: 'ea1',
    whatToBring: null,
    hours: null,
    registrationLink: null,
    links: [],
    languagesLine: null,
    reportLine: null,
  };

  function renderWithFacts(outcome: LookupOutcome, ...each: readonly (typeof facts)[]): string {
    const view = viewOutcome(outcome, en, noonOnElectionDay);
    return renderToStaticMarkup(
      <LookupResult
        view={view}
        actions={actions}
        facts={each}
        toBring={each.map((one) => <WhatToBring key={one.id} facts={one} />)}
        officeDetails={each.map((one) => <OfficeDetails key={one.id} facts={one} />)}
      />,
    );
  }

  it('is shown in its language, with its links', () => {
    expect(renderToStaticMarkup(<WhatToBring facts={facts} />)).toContain(
      '<p class="office-words" lang="en" dir="auto">A photo ID.</p>',
    );
    const html = renderToStaticMarkup(<OfficeDetails facts={facts} />);
    expect(html).toContain('<p>Horario: <bdi lang="en">Mon-Fri</bdi></p>');
    expect(html).toContain('<a href="https://elections.example/" rel="noreferrer">Sitio web</a>');
  });

  it('leaves out what the office left out', () => {
    expect(renderToStaticMarkup(<WhatToBring facts={silent} />)).toBe('');
    expect(renderToStaticMarkup(<OfficeDetails facts={silent} />)).toBe('');
  });

  it('stands with the office, below its phone, and not below what to bring', () => {
    const text = textOf(renderWithFacts(withPlaces('found', [aPlace()]), facts));
    const order = ['Qué llevar', 'Your election office', 'Horario: '].map((part) => text.indexOf(part));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('tells nobody what to bring where there is nowhere to go', () => {
    expect(renderWithFacts(withPlaces('byMail', []), facts)).not.toContain('Qué llevar');
  });

  it('has one link to check a registration: the office’s, else the national one', () => {
    const links = (html: string) =>
      [...html.matchAll(/href="([^"]+)"[^>]*>Check that you are/g)].map(([, href]) => href);
    expect(links(renderWithFacts(withPlaces('found', [aPlace()]), facts))).toEqual([
      facts.registrationLink.href,
    ]);
    expect(links(renderWithFacts(withPlaces('found', [aPlace()])))).toEqual([
      expect.stringContaining('nass.org'),
    ]);
    expect(links(renderWithFacts(withPlaces('conflict', [aPlace(), aPlace({ id: 'pl2' })]), facts))).toEqual(
      [],
    );
  });
});

describe('the one thing to do', () => {
  it.each([
    ['typing again', unreadable('noHouseNumber'), ['Change the address']],
    ['trying again', cannotCheck('unreachable'), ['Try again']],
    ['the call, where an address is not on the list', missing('streetUnknown'), []],
  ])('is %s', (_, outcome, expected) => {
    const buttons = [...render(outcome).matchAll(/<button type="button" class="usa-button">([^<]+)</g)];
    expect(buttons.map(([, text]) => text)).toEqual(expected);
  });
});

describe('a place that is closed', () => {
  it('does not look like one to go to', () => {
    const notices = [aNotice('closed', { newPlace: null })];
    expect(render(withPlaces('found', [aPlace()], { notices }))).toContain('place-card place-closed');
    expect(render(withPlaces('found', [aPlace()]))).not.toContain('place-closed');
  });
});

describe('hours', () => {
  it('in the office’s own words carry their language', () => {
    const html = render(withPlaces('found', [aPlace({ hours: { schedules: [], text: '7AM-7PM' } })]));
    expect(html).toContain('<strong>Hours:</strong> <bdi lang="en">7AM-7PM</bdi>');
  });

  it('of election day do not say the day again', () => {
    expect(textOf(render(withPlaces('found', [aPlace()])))).toContain('Hours: 7 am to 7 pm');
    const several = withPlaces('anyPlace', [aPlace(), aPlace({ id: 'pl2' })]);
    expect(textOf(render(several)).match(/Hours: 7 am to 7 pm/g)).toHaveLength(2);
  });
});

describe('a long list', () => {
  it('is folded', () => {
    const streets = Array.from({ length: 40 }, (_, index) => `${index + 1}TH ST`);
    expect(render(missing('streetUnknown', { streets }))).toMatch(
      /<details><summary>[^<]+<\/summary><ul class="known-list">/,
    );
  });
});

describe('RungBanner', () => {
  it('says its words and hides its picture from screen readers', () => {
    const html = renderToStaticMarkup(<RungBanner text="You are offline." />);
    expect(html).toContain('aria-hidden="true"');
    expect(textOf(html).trim()).toBe('You are offline.');
  });
});
