// What can be done to a late change in each of its states: the whole table, and that one of two at once is told.

import { describe, expect, it, test } from 'vitest';
import type { Result } from '@/lib/core/result';
import { memoryPorts } from '../ports/memory-ports.fixture';
import type { OfficePorts } from '../ports/office-ports';
import { jobs } from '../publish/job';
import { approveNotice, decideWithdrawal, refuseNotice, withdrawNotice } from './decide-notice';
import type { NoticeError } from './notice-change';
import { type NoticeRecord, noticeRecords } from './notice-record';

const at = '2026-10-01T12:00:00.000Z';
const [ANN, BEN, CAT] = ['Ann', 'Ben', 'Cat'].map((name) => ({ id: name, name })) as [Who, Who, Who];
type Who = { readonly id: string; readonly name: string };
const officeId = 'ms-adams';
const noticeId = 'n1';

const requested: NoticeRecord = {
  notice: {
    id: noticeId,
    officeId,
    kind: 'callFirst',
    pollingLocationIds: ['school'],
    from: '2026-10-01T12:00:00Z',
    until: '2026-10-02T12:00:00Z',
    text: { en: 'Call.', es: 'Llame.' },
    newPlace: null,
  },
  state: 'requested',
  requestedBy: { ...ANN, at },
  approvedBy: null,
  replaces: null,
  withdrawal: null,
  jobId: null,
  endedAt: null,
};
const live: NoticeRecord = { ...requested, state: 'live', approvedBy: { ...BEN, at } };
const records: Readonly<Record<string, NoticeRecord>> = {
  requested,
  live,
  'live, by one': { ...live, approvedBy: { ...ANN, at } },
  'live, to be taken down': { ...live, withdrawal: { ...ANN, at } },
  refused: { ...requested, state: 'refused' },
  withdrawn: { ...live, state: 'withdrawn' },
  replaced: { ...live, state: 'replaced' },
  ended: { ...live, state: 'ended' },
};

async function portsWith(record: NoticeRecord): Promise<OfficePorts> {
  const ports = memoryPorts();
  const write = noticeRecords.write(record, [officeId, noticeId]);
  await ports.state.commit({ id: 'made', checks: [], writes: [write] });
  return ports;
}

type Step = (ports: OfficePorts, by: Who) => Promise<Result<unknown, NoticeError>>;
const steps: Readonly<Record<string, Step>> = {
  approve: (ports, by) => approveNotice(ports, { officeId, noticeId, by }),
  refuse: (ports, by) => refuseNotice(ports, { officeId, noticeId, by }),
  withdraw: (ports, by) => withdrawNotice(ports, { officeId, noticeId, by }),
  agree: (ports, by) => decideWithdrawal(ports, { officeId, noticeId, by, agrees: true }),
  keep: (ports, by) => decideWithdrawal(ports, { officeId, noticeId, by, agrees: false }),
};

/** State, step, who, what comes of it: the state that it is in then, or why not; and whether voters are told. */
const table: readonly (readonly [string, string, Who, string, 'told' | 'not told'])[] = [
  ['requested', 'approve', ANN, 'samePerson', 'not told'],
  ['requested', 'approve', BEN, 'live', 'told'],
  ['requested', 'refuse', ANN, 'refused', 'not told'],
  ['requested', 'refuse', BEN, 'refused', 'not told'],
  ['requested', 'withdraw', BEN, 'notNow', 'not told'],
  ['requested', 'agree', BEN, 'notNow', 'not told'],
  ['live', 'approve', CAT, 'notNow', 'not told'],
  ['live', 'refuse', CAT, 'notNow', 'not told'],
  ['live', 'withdraw', ANN, 'live', 'not told'],
  ['live', 'agree', BEN, 'notNow', 'not told'],
  ['live, by one', 'approve', BEN, 'notNow', 'not told'],
  ['live, by one', 'withdraw', BEN, 'withdrawn', 'told'],
  ['live, to be taken down', 'withdraw', BEN, 'notNow', 'not told'],
  ['live, to be taken down', 'agree', ANN, 'samePerson', 'not told'],
  ['live, to be taken down', 'agree', BEN, 'withdrawn', 'told'],
  ['live, to be taken down', 'keep', ANN, 'live', 'not told'],
  ['live, to be taken down', 'keep', BEN, 'live', 'not told'],
  ...['refused', 'withdrawn', 'replaced', 'ended'].flatMap((state) =>
    Object.keys(steps).map((step) => [state, step, CAT, 'notNow', 'not told'] as const),
  ),
];

describe('a late change', () => {
  test.each(table)('%s, %s by %o: %s, %s', async (state, step, who, outcome, tells) => {
    const before = records[state];
    const doStep = steps[step];
    if (before === undefined || doStep === undefined) throw new Error('no such row');
    const ports = await portsWith(before);
    const result = await doStep(ports, who);
    const after = (await noticeRecords.read(ports.state, officeId, noticeId))?.value;
    expect(result.ok ? after?.state : result.error.code).toBe(outcome);
    if (!result.ok) expect(after).toEqual(before);
    expect((await jobs.list(ports.state)).length).toBe(tells === 'told' ? 1 : 0);
  });

  it('is approved by one of two who do so at once, with one job', async () => {
    const ports = await portsWith(requested);
    const both = await Promise.all([BEN, CAT].map((by) => approveNotice(ports, { officeId, noticeId, by })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await jobs.list(ports.state)).length).toBe(1);
  });
});
