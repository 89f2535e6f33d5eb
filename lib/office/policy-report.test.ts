import { describe, expect, it } from 'vitest';
import { policyReportSchema, violationOf } from './policy-report';

const report = {
  'document-uri': 'https://office.example.gov/office/ms-adams/?why=secret#x',
  referrer: '',
  'violated-directive': 'script-src-elem',
  'effective-directive': 'script-src-elem',
  'original-policy': "default-src 'none'",
  'blocked-uri': 'inline',
  'line-number': 7,
  'script-sample': 'alert(1)',
};
const read = (changes: object) =>
  violationOf(policyReportSchema.parse({ 'csp-report': { ...report, ...changes } }));

describe('a report of what a policy forbids', () => {
  it('is kept without query, sample or policy', () => {
    expect(read({})).toEqual({
      directive: 'script-src-elem',
      blocked: 'inline',
      page: '/office/ms-adams/',
      line: 7,
    });
  });

  it.each([
    ['https://evil.example/x?secret=1', 'https://evil.example'],
    ['data:text/html,secret', 'data:'],
    ['moz-extension://1b2c/x.js', 'moz-extension:'],
    ['eval\n{"forged":1}', 'evalforged'],
    [undefined, ''],
  ])('names of what was blocked, %j, only %s', (uri, blocked) => {
    expect(read({ 'blocked-uri': uri }).blocked).toBe(blocked);
  });

  it('says nothing of a page that is no address', () => {
    expect(read({ 'document-uri': '/office/?secret' }).page).toBe('');
  });
});
