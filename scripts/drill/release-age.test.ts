import { describe, expect, it } from 'vitest';
import { saysWhen } from './release-age';

describe('whether a line says when', () => {
  const instant = new Date('2026-11-26T13:54:00Z');
  it('wants the day and the minute, in Chicago', () => {
    expect(saysWhen('Last confirmed on Thursday, November 26, 7:54 am. We …', instant)).toBe(true);
    expect(saysWhen('Last confirmed on Thursday, November 26, 7:55 am.', instant)).toBe(false);
    expect(saysWhen('Last confirmed on Friday, November 27, 7:54 am.', instant)).toBe(false);
    expect(saysWhen(null, instant)).toBe(false);
  });

  it('knows full hours', () => {
    expect(saysWhen('on Thursday, November 26, 8 am.', new Date('2026-11-26T14:00:00Z'))).toBe(true);
  });
});
