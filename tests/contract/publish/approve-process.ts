// Owns one approver of two-approvers.test.ts: run as a process of its own, beside another one with the same drafts.

import { openLmdbState } from '@/lib/adapters/state-lmdb';
import { approveDraft } from '@/lib/office/compare/approve-draft';
import { publishPorts } from '@/lib/office/publish/publish-ports.fixture';
import { exampleCounty } from '@/lib/release/offices.fixture';

async function approveAll(folder: string, name: string, ids: readonly string[]): Promise<void> {
  const state = await openLmdbState(folder, () => new Date(), { isDurable: false });
  const ports = { ...(await publishPorts({ state })), newId: () => crypto.randomUUID() };
  const { officeId } = exampleCounty;
  const person = { kind: 'person', role: 'approver', sessionId: 's', verifiedAt: '' } as const;
  const actor = { ...person, accountId: name, name, officeId };
  for (const draftId of ids) {
    const result = await approveDraft(ports, { officeId, draftId, actor }, async () => []);
    if (result.ok) console.log(draftId);
  }
  await state.close();
}

const [folder = '', name = '', ...ids] = process.argv.slice(2);
void approveAll(folder, name, ids);
