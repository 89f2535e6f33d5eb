import { describe, expect, it } from 'vitest';
import { en } from '@/lib/messages/en';
import { phoneLink } from './phone';

describe('phoneLink', () => {
  it.each([
    ['(601) 555-0100', '(601) 555-0100', 'tel:+16015550100'],
    ['601-555-0100', '(601) 555-0100', 'tel:+16015550100'],
    ['601.555.0100', '(601) 555-0100', 'tel:+16015550100'],
    ['6015550100', '(601) 555-0100', 'tel:+16015550100'],
    [' 601/555 0100 ', '(601) 555-0100', 'tel:+16015550100'],
    ['+1 601 555 0100', '(601) 555-0100', 'tel:+16015550100'],
    ['1-601-555-0100', '(601) 555-0100', 'tel:+16015550100'],
    ['601-555-0100 x12', '(601) 555-0100 ext. 12', 'tel:+16015550100;ext=12'],
    ['601-555-0100, Ext. 1234', '(601) 555-0100 ext. 1234', 'tel:+16015550100;ext=1234'],
    ['601-555-0100 extension 7', '(601) 555-0100 ext. 7', 'tel:+16015550100;ext=7'],
    ['601-555-0100x7', '(601) 555-0100 ext. 7', 'tel:+16015550100;ext=7'],
    ['555-0100', '555-0100', 'tel:5550100'],
    ['1-800-555-VOTE', '1-800-555-VOTE', 'tel:+18005558683'],
  ])('%s is written %s', (phone, text, href) => {
    expect(phoneLink(phone, en)).toEqual({ text, href });
  });

  it.each([
    ['two numbers', '601-555-0100 or 601-555-0101'],
    ['a number with a remark', '601-555-0100 (after 5 pm)'],
    ['an area code that does not exist', '101-555-0100'],
    ['words', 'call the clerk'],
    ['six digits', '55-0100'],
    ['nothing', ''],
    ['another country', '+44 20 7946 0100'],
  ])('%s cannot be dialled as it stands', (_, phone) => {
    expect(phoneLink(phone, en)).toBeNull();
  });
});
