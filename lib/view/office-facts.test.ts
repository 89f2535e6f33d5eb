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
