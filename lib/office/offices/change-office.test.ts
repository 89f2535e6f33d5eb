// Owns the tests of changing what is known of an office.

import { describe, expect, it, test } from 'vitest';
import { auditEntries } from '../audit/commit-audited';
import { memoryPorts } from '../ports/memory-ports.fixture';
import {
  confirmPhone,
  nameDutyApprovers,
  setPhone,
  setSingleNumberBeatsRange,
  setTimeZone,
} from './change-office';
import { offices } from './office';
import { person, withOffice } from './offices.fixture';

const officeId = 'ms-adams';
const number = '(601) 555-0100';
const hours = '6 am to 9 pm';

async function set() {
  const ports = memoryPorts();
  await withOffice(ports);
  return { ports, ann: await person(ports, 'Ann', 'approver') };
}

describe('the phone', () => {
  test.each([
    ['601.555.0100', number],
    ['+1 601 555 0100', number],
    ['601-555-0100 x12', '(601) 555-0100 ext. 12'],
  ])('%s is kept as %s, not yet confirmed', async (typed, kept) => {
    const { ports, ann } = await set();
    const result = await setPhone(ports, { officeId, number: typed, electionDayHours: hours, by: ann });
    expect(result).toMatchObject({
      ok: true,
      value: { phone: { number: kept, electionDayHours: hours, confirmed: null } },
    });
  });

  test.each([['555-0100'], ['call us'], ['601 555 0100 or 601 555 0101'], ['']])(
    '%j is refused: voters could not dial it',
    async (typed) => {
      const { ports, ann } = await set();
      expect(
        await setPhone(ports, { officeId, number: typed, electionDayHours: hours, by: ann }),
      ).toMatchObject({
        ok: false,
        error: { code: 'badPhone' },
      });
      expect((await offices.read(ports.state, officeId))?.value.phone).toBeNull();
    },
  );

  it('is confirmed by who called it, with the time', async () => {
    const { ports, ann } = await set();
    await setPhone(ports, { officeId, number, electionDayHours: hours, by: ann });
    expect(await confirmPhone(ports, { officeId, number, by: ann })).toMatchObject({
      ok: true,
      value: { phone: { confirmed: { by: 'Ann', at: '2026-10-01T12:00:00.000Z' } } },
    });
  });

  it('keeps its confirmation when only its hours change, and loses it with another number', async () => {
    const { ports, ann } = await set();
    await setPhone(ports, { officeId, number, electionDayHours: hours, by: ann });
    await confirmPhone(ports, { officeId, number, by: ann });
    const later = await setPhone(ports, { officeId, number, electionDayHours: '5 am to 9 pm', by: ann });
    expect(later.ok && later.value.phone?.confirmed?.by).toBe('Ann');
    const other = await setPhone(ports, {
      officeId,
      number: '(601) 555-0111',
      electionDayHours: hours,
      by: ann,
    });
    expect(other.ok && other.value.phone?.confirmed).toBeNull();
  });

  it('is not confirmed by a call to the number that it was before', async () => {
    const { ports, ann } = await set();
    await setPhone(ports, { officeId, number: '(601) 555-0111', electionDayHours: hours, by: ann });
    const result = await confirmPhone(ports, { officeId, number, by: ann });
    expect(result).toMatchObject({ ok: false, error: { code: 'otherPhone' } });
  });

  it('leaves an audit entry for each change, and none for what was refused', async () => {
    const { ports, ann } = await set();
    await setPhone(ports, { officeId, number, electionDayHours: hours, by: ann });
    await setPhone(ports, { officeId, number: 'nobody', electionDayHours: hours, by: ann });
    await confirmPhone(ports, { officeId, number, by: ann });
    const entries = await auditEntries.list(ports.state);
    expect(entries.map(({ value }) => value.action)).toEqual(['office.changed', 'phone.confirmed']);
  });
});

describe('what an office declares', () => {
  it('remembers that a single number beats a range', async () => {
    const { ports, ann } = await set();
    const result = await setSingleNumberBeatsRange(ports, { officeId, isOn: true, by: ann });
    expect(result.ok && result.value.singleNumberBeatsRange).toBe(true);
  });

  it('takes a time zone of the country, and none else', async () => {
    const { ports, ann } = await set();
    const denver = await setTimeZone(ports, { officeId, timeZone: 'America/Denver', by: ann });
    expect(denver.ok && denver.value.timeZone).toBe('America/Denver');
    const back = await setTimeZone(ports, { officeId, timeZone: null, by: ann });
    expect(back.ok && back.value.timeZone).toBeUndefined();
    expect(await setTimeZone(ports, { officeId, timeZone: 'Mars/Base', by: ann })).toMatchObject({
      error: { code: 'badZone' },
    });
  });
});

describe('duty approvers', () => {
  it('are people of the state, each once', async () => {
    const { ports } = await set();
    const stan = await person(ports, 'Stan', 'state');
    const accountIds = [stan.accountId, stan.accountId];
    const result = await nameDutyApprovers(ports, { officeId, accountIds, by: stan });
    expect(result.ok && result.value.dutyApproverIds).toEqual([stan.accountId]);
  });

  it('are not people of the office, nor strangers', async () => {
    const { ports, ann } = await set();
    const stan = await person(ports, 'Stan', 'state');
    for (const id of [ann.accountId, 'nobody-there']) {
      const result = await nameDutyApprovers(ports, { officeId, accountIds: [id], by: stan });
      expect(result).toMatchObject({ ok: false, error: { code: 'notState' } });
    }
  });
});

it('is the loser of two changes at once who is told to look again', async () => {
  const { ports, ann } = await set();
  const results = await Promise.all([
    setSingleNumberBeatsRange(ports, { officeId, isOn: true, by: ann }),
    setPhone(ports, { officeId, number, electionDayHours: hours, by: ann }),
  ]);
  const failed = results.filter((result) => !result.ok);
  expect(failed).toMatchObject([{ error: { code: 'conflict' } }]);
});
