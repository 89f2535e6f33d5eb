import { describe, expect, it } from 'vitest';
import type { Accessibility } from '@/lib/core/vip';
import { en } from '@/lib/messages/en';
import { es } from '@/lib/messages/es';
import { viewAccess } from './access-view';

const unknown = 'We do not know. Ask the office.';

describe('what an office knows of getting in', () => {
  it.each<[string, Accessibility, readonly string[]]>([
    ['yes and no are said', { stepFreeEntrance: true, parking: false }, ['Yes', 'No', unknown, unknown]],
    ['what is missing is unknown, not no', { curbsideVoting: true }, [unknown, unknown, 'Yes', unknown]],
    [
      'all of it',
      {
        stepFreeEntrance: true,
        parking: true,
        curbsideVoting: false,
        accessibleMachine: true,
      },
      ['Yes', 'Yes', 'No', 'Yes'],
    ],
  ])('%s', (_, known, values) => {
    const view = viewAccess(known, en);
    expect(view.facts.map(({ value }) => value)).toEqual(values);
    expect(view.facts.map(({ isKnown }) => isKnown)).toEqual(values.map((value) => value !== unknown));
    expect(view.allUnknown).toBeNull();
  });

  it.each([[undefined], [{}], [{ checkedOn: '2026-09-01' }]])('%o: one honest line for all', (known) => {
    const view = viewAccess(known, en);
    expect(view).toMatchObject({ facts: [], checkedLine: null });
    expect(view.allUnknown).toContain('We do not know');
  });

  it('says when it was checked, or that nobody said', () => {
    expect(viewAccess({ parking: true, checkedOn: '2026-09-01' }, en).checkedLine).toEqual({
      text: 'The office checked this on Tuesday, September 1, 2026.',
      dateTime: '2026-09-01',
    });
    expect(viewAccess({ parking: true }, en).checkedLine).toBe('We do not know when this was checked.');
  });

  it('speaks the reader’s language', () => {
    expect(viewAccess({ parking: false }, es).facts[1]).toMatchObject({ value: 'No' });
    expect(viewAccess({ parking: false }, es).facts[0]?.value).toBe('No lo sabemos. Pregunte a la oficina.');
  });

  it('links a number for people who are deaf, and keeps one that cannot be dialled as it is', () => {
    expect(viewAccess({ relayPhone: '601-555-0177' }, en).relayLine).toContainEqual({
      text: '(601) 555-0177',
      href: 'tel:+16015550177',
    });
    expect(viewAccess({ relayPhone: '711' }, en).relayLine?.join('')).toContain('711');
  });
});
