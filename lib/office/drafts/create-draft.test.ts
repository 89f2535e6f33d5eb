// What may be uploaded at once, and what somebody reads who has more.

import { describe, expect, it } from 'vitest';
import { type AnnouncedFile, createDraft } from './create-draft';
import { draftPorts, EDITOR, OFFICE } from './draft-ports.fixture';
import { chunkCount, MAX_FILES } from './upload-limits';

const file = (name: string, sizeBytes = 10): AnnouncedFile => ({
  name,
  sizeBytes,
  sha256: 'a'.repeat(64),
  chunks: Array<string>(chunkCount(sizeBytes)).fill('a'.repeat(64)),
});
const counties = (count: number, sizeBytes?: number) =>
  Array.from({ length: count }, (_, at) => file(`county ${at}.csv`, sizeBytes));

async function made(files: readonly AnnouncedFile[]) {
  const request = { officeId: OFFICE.id, actor: EDITOR, title: '', files, election: null };
  return createDraft(await draftPorts(), request);
}

describe('createDraft', () => {
  it('takes a state’s folder of county files', async () => {
    const draft = await made(counties(MAX_FILES));
    expect(draft).toMatchObject({ ok: true, value: { files: { length: MAX_FILES } } });
  });

  it.each([
    ['more files', counties(1254), 'badFiles', /1,254 files.*at most 100.*one zip file/],
    ['none', [], 'badFiles', /at least one/],
    ['a file over the limit', [file('a.csv', 201 * 1024 * 1024)], 'tooLarge', /a\.csv is too large/],
    [
      'more than an unpacked zip may have',
      counties(7, 180 * 1024 * 1024),
      'tooLarge',
      /1,260 MB together.*1,024 MB/,
    ],
    ['two of one name', [file('a.csv'), file('a.csv')], 'badFiles', /the same name/],
    ['parts that do not fit the size', [{ ...file('a.csv'), chunks: [] }], 'badFiles', /parts announced/],
  ])('refuses %s, and says what to do', async (_, files, code, message) => {
    const refused = await made(files);
    expect(refused).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(message) } });
  });
});
