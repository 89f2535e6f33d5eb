import { describe, expect, it } from 'vitest';
import type { PublishedOffice } from '@/lib/core/vip';
import { en } from '@/lib/messages/en';
import { es } from '@/lib/messages/es';
import { viewOfficeFacts } from './office-facts';

function office(over: Partial<PublishedOffice> = {}): PublishedOffice {
  return {
    id: 'ea1',
    name: 'Sandbox County',
    phone: null,
    email: null,
    addressLines: [],
    hoursText: null,
    electionsUri: null,
    registrationCheckUri: null,
    whatToBring: null,
    ...over,
  };
}

describe('viewOfficeFacts', () => {
  it('is nothing for an office that says nothing', () => {
    expect(viewOfficeFacts(office({ whatToBring: '  ', email: '' }), en)).toBeNull();
  });

  it('keeps the office’s words in their own language', () => {
    const facts = viewOfficeFacts(office({ whatToBring: 'A photo ID.', hoursText: 'Mon-Fri 8-5' }), es);
    expect(facts).toEqual({
      id: 'ea1',
      whatToBring: { heading: 'Qué llevar', body: { text: 'A photo ID.', lang: 'en' } },
      hours: ['Horario de la oficina: ', { text: 'Mon-Fri 8-5', lang: 'en' }],
      registrationLink: null,
      links: [],
      languagesLine: null,
      reportLine: null,
    });
  });

  it('links to the office’s pages and mailbox', () => {
    const uris = {
      registrationCheckUri: 'https://elections.example/registered',
      electionsUri: 'http://elections.example',
      email: 'clerk@elections.example',
    };
    const facts = viewOfficeFacts(office(uris), en);
    expect(facts?.registrationLink).toEqual({
      text: 'Check that you are registered',
      href: 'https://elections.example/registered',
    });
    expect(facts?.links).toEqual([
      { text: 'Website of Sandbox County', href: 'http://elections.example/' },
      { text: 'clerk@elections.example', href: 'mailto:clerk@elections.example' },
    ]);
  });

  it.each([
    ['a script', { electionsUri: 'javascript:alert(1)' }],
    ['data', { electionsUri: 'data:text/html,<script>alert(1)</script>' }],
    ['no address', { electionsUri: 'www.elections.example' }],
    ['two mailboxes', { email: 'a@b.example, c@d.example' }],
    ['a mail with a header', { email: 'a@b.example?subject=x' }],
    ['words', { email: 'ask the clerk' }],
  ])('makes no link of %s', (_, uris) => {
    expect(viewOfficeFacts(office(uris), en)).toBeNull();
  });
});

describe('telling the office of a mistake', () => {
  const places = [{ id: 'pl-01', name: 'Heron & Sons Library' }];
  const reportOf = (over: Partial<PublishedOffice>, shown = places) =>
    viewOfficeFacts(office(over), en, shown)?.reportLine;

  it('goes by the office’s own form where it has one', () => {
    expect(reportOf({ reportUri: 'https://elections.example/report', email: 'a@elections.example' })).toEqual(
      ['Something wrong? ', { text: 'Tell the office', href: 'https://elections.example/report' }],
    );
  });

  it('else by mail, with the place’s name and id and nothing of the voter', () => {
    const [, link] = reportOf({ email: 'office@elections.example' }) ?? [];
    const href = typeof link === 'object' ? link.href : '';
    expect(href).toMatch(/^mailto:office@elections\.example\?subject=[^&=\s]+&body=[^&=\s]+$/);
    const { searchParams } = new URL(href);
    expect(searchParams.get('subject')).toBe('Something is wrong with Heron & Sons Library');
    expect(searchParams.get('body')).toBe(
      'This is about:\r\nHeron & Sons Library (pl-01)\r\n\r\nWhat is wrong:\r\n',
    );
  });

  it('names every place where there are several', () => {
    const [, link] =
      reportOf({ email: 'office@elections.example' }, [...places, { id: '2', name: 'Gym' }]) ?? [];
    const body = new URL(typeof link === 'object' ? link.href : '').searchParams.get('body');
    expect(body).toContain('Heron & Sons Library (pl-01)\r\nGym (2)');
  });

  it.each([[{ reportUri: 'javascript:alert(1)' }], [{ email: 'a@b.example?bcc=c@d.example' }], [{}]])(
    '%o: stays with the phone',
    (over) => {
      expect(reportOf({ ...over, hoursText: '8-5' })).toBeNull();
    },
  );
});

it('names the languages of the office in the reader’s own', () => {
  const line = (languages: readonly string[], messages = en) =>
    viewOfficeFacts(office({ languages }), messages)?.languagesLine;
  expect(line(['en', 'es', 'zh-Hant'])).toBe('The office speaks English, Spanish, and Traditional Chinese.');
  expect(line(['en', 'es'], es)).toBe('La oficina habla inglés y español.');
  expect(line(['no tag'])).toBe('The office speaks no tag.');
  expect(line([])).toBeUndefined();
});
