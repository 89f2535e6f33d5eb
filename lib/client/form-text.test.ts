// Owns what the boxes of the form come to, and what can be said of them at once.

import { describe, expect, it } from 'vitest';
import { en } from '@/lib/messages/en';
import { formProblem, hasWholeZip, wholeText } from './form-text';

const form = (address: string, zip: string | null = null, town: string | null = null) => ({
  address,
  zip,
  town,
});

describe('wholeText', () => {
  it.each([
    [form('112 Lake St, 00001'), '112 Lake St, 00001'],
    [form('112 Lake St', '00001'), '112 Lake St, 00001'],
    [form('112 Lake St', ' '), '112 Lake St'],
    [form('112 Lake St', null, 'Carey, OH'), '112 Lake St, Carey, OH'],
    // The address's own ZIP comes first: it is what the voter typed last into the box that matters.
    [form('112 Lake St, 00002', '00001'), '112 Lake St, 00002'],
  ])('%j is %j', (fields, text) => {
    expect(wholeText(fields)).toBe(text);
  });
});

describe('formProblem', () => {
  it.each([
    [form('  '), 'address'],
    [form('112 Lake St', ''), 'zip'],
    [form('112 Lake St', '000'), 'zip'],
    [form('112 Lake St', '00001'), null],
    [form('112 Lake St, 00001', ''), null],
    [form('112 Lake St'), null],
  ])('%j: %s', (fields, field) => {
    expect(formProblem(fields, en)?.field ?? null).toBe(field);
  });
});

describe('hasWholeZip', () => {
  it.each([
    [form('112 Lake St, 00001'), true],
    [form('112 Lake St', '00001'), true],
    [form('112 Lake St', '0000'), false],
    [form('12345 Lake St'), false],
  ])('%j: %s', (fields, has) => {
    expect(hasWholeZip(fields)).toBe(has);
  });
});
