// Owns `levee notice`: late changes with the office host and its store dead, from any machine that has a copy of the release
// and a key. What a late change may say is lib/office/notices', what pages become lib/release/late-pages'.

import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { releaseSource } from '@/lib/adapters/release-files';
import { hostSigningKeys, type KeyPair, loadSigningKey, trustedPublicKeys } from '@/lib/adapters/signing-key';
import type { Notice } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import { languages } from '@/lib/messages/languages';
import { freshWish } from '@/lib/office/notices/notice-form';
import { type NoticeWish, noticeOf, TYPED } from '@/lib/office/notices/notice-wish';
import { toSeconds } from '@/lib/release/compile';
import type { Pointer } from '@/lib/release/format';
import { type ReleaseContents, readContents } from '@/lib/release/late-pages/read-release';
import { verifyPointer } from '@/lib/release/verify-pointer';
import { noticeWords } from '@/lib/view/notice-words';
import { addressLines } from '@/lib/view/place-view';
import { sameStart } from '@/lib/view/same-start';
import { viewDirectory } from '@/lib/view/view-directory';
import { type Command, type ExitCode, type Terminal, usedWrongly } from './command';
import { type NoticeOptions, noticeOptions, type RawWish } from './notice-options';
import { type OfficePlaces, officePlaces } from './notice-places';
import { noticeToAll, wallOf } from './notice-to-all';
import { type NoticeWrite, shownNotices, writeNotices } from './notice-write';
import { pathProblem } from './path-problem';
import { repositoryRoot } from './repository-root';

/** `levee notice --from DIR_OR_URL --to DIR --kind moved --place ID …`. */
export const notice: Command = {
  help: `Usage: levee notice --from DIR_OR_URL --to DIR --kind KIND --place ID [options]
       levee notice --from DIR_OR_URL --to DIR --kind all --text-en TEXT --text-es TEXT [--until TIME]
       levee notice --from DIR_OR_URL --to DIR --withdraw ID [--key FILE] [--yes]
       levee notice --from DIR_OR_URL --list

Makes and publishes a late change while the office host is dead: from any copy of the release and the signing key. Shows
what voters will see, asks, and writes the whole release with a higher number to DIR, from where edges pull it.

  --kind KIND           moved, closed, hours or callFirst; all: to everybody, on the first page, about no place
  --place ID            the place that has changed; several for hours and callFirst
  --office ID           whose place it is, where two offices have one of that id, or no street leads to it
  --new-place ID|FILE   where to go instead: a place of the list, or a .json file with name, line1, city, state, zip
  --hours 07:00-21:00   for hours: the new ones; with a new place: when that is open
  --from-time, --until  2026-11-03T06:00 on the place's clock, or with Z or an offset (now; the end of election day,
                        for all: the end of today)
  --text-en, --text-es  what voters read (the prepared words; needed for all)
  --key FILE            signs with this key (those of LEVEE_SIGNING_KEY, else the development key)
  --yes                 do not ask

Two people stand behind it all the same: read it to the other one before you say yes. The office host takes it over when
it is back. Exit codes: 0 done, 1 it could not be done (DIR is as it was), 2 used wrongly.
`,
  run,
};

interface Opened {
  readonly source: NoticeWrite['source'];
  readonly trust: NoticeWrite['trust'];
  readonly pointer: Pointer;
  readonly revoked: readonly string[];
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = noticeOptions(args);
  if (!options.ok) return usedWrongly(terminal, 'notice', options.error);
  const opened = await open(options.value.from, terminal);
  if (!opened.ok) return failed(terminal, opened.error);
  if (options.value.task.kind === 'list') return list(opened.value.pointer, terminal);
  try {
    const done = await publish(options.value, opened.value, terminal);
    return done.ok ? 0 : failed(terminal, done.error);
  } catch (error) {
    const problem = pathProblem(error, options.value.to ?? '');
    if (problem === null) throw error;
    return failed(terminal, problem);
  }
}

async function open(from: string, { env }: Terminal): Promise<Result<Opened, string>> {
  const keys = await trustedPublicKeys(env, repositoryRoot);
  if (!keys.ok) return err(`${keys.error.file}: ${keys.error.message}`);
  const trust = { publicKeys: keys.value, revokedKeyIds: [], highestSequences: {} };
  const source = releaseSource(from);
  const bytes = await source.pointer();
  if (!bytes.ok) return err(`${from}: ${bytes.error.message}`);
  const verified = await verifyPointer(bytes.value, trust);
  if (!verified.ok) return err(`${from}: ${verified.error.message}`);
  const { pointer, revokedKeyIds } = verified.value;
  return ok({ source, trust, pointer, revoked: revokedKeyIds });
}

function list({ notices }: Pointer, { out }: Terminal): ExitCode {
  if (notices.length === 0) out.write('No late change is up.\n');
  for (const { id, officeId, kind, pollingLocationIds, from, until, text } of notices) {
    out.write(
      `${id}  ${officeId}  ${kind}  ${pollingLocationIds.join(',')}  ${from} to ${until}\n  ${text.en ?? ''}\n`,
    );
  }
  return 0;
}

async function publish(
  options: NoticeOptions,
  { source, trust, pointer, revoked }: Opened,
  terminal: Terminal,
): Promise<Result<null, string>> {
  const now = terminal.now();
  const key = await signingKey(options.key, trust.publicKeys, revoked, terminal);
  if (!key.ok) return key;
  const contents = await readContents(source, pointer);
  if (!contents.ok) return contents;
  const notices = await changed(options, { source, pointer, contents: contents.value, terminal });
  if (!notices.ok) return notices;
  if (!(await isSure(options, terminal))) return err('nothing was written.');
  const write = { source, trust, pointer, contents: contents.value, notices: notices.value, key: key.value };
  const written = await writeNotices({ ...write, to: options.to ?? '', now });
  if (!written.ok) return written;
  const { sequence, pages, patched, stale } = written.value;
  terminal.out.write(`Release ${sequence} written to ${options.to}: ${pages} pages changed.\n`);
  if (patched > 0) {
    terminal.out.write(
      `${patched} of them could not be made anew and have the change below their heading.\n`,
    );
  }
  if (stale > 0) {
    terminal.out.write(`${stale} pages still show what was taken down, until the office host is back.\n`);
  }
  return ok(null);
}

/** Readers must believe it: a key that they do not trust would take the release away from them. */
async function signingKey(
  file: string | null,
  publicKeys: readonly string[],
  revoked: readonly string[],
  { env }: Terminal,
): Promise<Result<KeyPair, string>> {
  const given = file === null ? await hostSigningKeys(env, repositoryRoot) : await loadSigningKey(file);
  if (!given.ok) return err(`${given.error.file}: ${given.error.message}`);
  const pairs = [given.value].flat();
  const pair = pairs.findLast(({ id, publicKey }) => publicKeys.includes(publicKey) && !revoked.includes(id));
  return pair === undefined
    ? err('readers do not trust this key: it is not in LEVEE_PUBLIC_KEYS.')
    : ok(pair);
}

interface Ground {
  readonly source: Opened['source'];
  readonly pointer: Pointer;
  readonly contents: ReleaseContents;
  readonly terminal: Terminal;
}

/** The late changes after this one; what voters will see of it is written out. */
async function changed(options: NoticeOptions, ground: Ground): Promise<Result<readonly Notice[], string>> {
  const { pointer, terminal } = ground;
  const { task } = options;
  const now = terminal.now();
  if (task.kind === 'withdraw') {
    const old = shownNotices(pointer.notices, toSeconds(now)).find(({ id }) => id === task.id);
    if (old === undefined) return err(`no late change "${task.id}" is up; --list shows those that are.`);
    terminal.out.write(`Voters will see this no more:\n  ${old.text.en ?? ''}\n  ${old.text.es ?? ''}\n`);
    const ended = { ...old, until: toSeconds(now) };
    return ok(pointer.notices.map((each) => (each === old ? ended : each)));
  }
  if (task.kind === 'list') return ok(pointer.notices);
  if (task.kind === 'tellAll') {
    const told = noticeToAll(task.wish, pointer, ground.contents, terminal);
    return told.ok ? ok([...pointer.notices, told.value]) : told;
  }
  const today = now.toISOString().slice(0, 10);
  const office = await officePlaces(ground.contents, ground.source, task.wish, today);
  if (!office.ok) return office;
  const wish = wishFrom(task.wish, office.value, now);
  if (!wish.ok) return wish;
  const made = noticeOf(wish.value, office.value.live, office.value.timeZone, now);
  if (!made.ok) return err(made.error.message);
  const id = randomUUID();
  const { newPlace } = made.value;
  const added: Notice = {
    id,
    officeId: office.value.officeId,
    ...made.value,
    newPlace: newPlace?.id === TYPED ? { ...newPlace, id: `new-${id}` } : newPlace,
  };
  const same = sameStart(added, shownNotices(pointer.notices, toSeconds(now)));
  if (same !== null) {
    return err(
      `late change ${same.id} about this place begins at the same time, and voters could not be told which holds: ` +
        'take that one down first (--withdraw), or let this one begin a minute later (--from-time).',
    );
  }
  show(added, office.value, terminal);
  return ok([...pointer.notices, added]);
}

function wishFrom(raw: RawWish, office: OfficePlaces, now: Date): Result<NoticeWish, string> {
  const first = office.live.places.find(({ id }) => id === raw.placeIds[0]);
  const zone = first?.timeZone ?? office.timeZone;
  const fresh = freshWish(office.live, zone, now);
  const [from, until] = [wallOf(raw.from, fresh.from, zone), wallOf(raw.until, fresh.until, zone)];
  if (from === null || until === null)
    return err('--from-time and --until take times such as 2026-11-03T06:00');
  const known = office.live.places.find(({ id }) => raw.newPlace?.kind === 'known' && id === raw.newPlace.id);
  const typed = raw.newPlace?.kind === 'typed' ? raw.newPlace : null;
  const there = known === undefined ? typed : { ...known, line1: addressLines(known).join(', '), city: '' };
  const words = noticeWords({
    kind: raw.kind,
    oldNames: raw.placeIds.map((id) => office.live.places.find((place) => place.id === id)?.name ?? id),
    newPlace: there === null ? null : [there.name, there.line1, there.city].filter(Boolean).join(', '),
    from,
    until,
    opens: raw.hours?.opens ?? null,
    closes: raw.hours?.closes ?? null,
    phone: office.phone,
  });
  const { kind, newPlace, hours } = raw;
  return ok({
    kind,
    placeIds: [...raw.placeIds],
    from,
    until,
    newPlace,
    hours,
    text: { ...words, ...raw.text },
  });
}

/** By the views of the voters' pages. */
function show(added: Notice, { officeName, live }: OfficePlaces, { out, now }: Terminal): void {
  const places = live.places.filter(({ id }) => added.pollingLocationIds.includes(id));
  const of = { officeName, places, notices: [added], election: live.election };
  out.write('Voters will see this:\n');
  for (const { messages, ownName } of languages) {
    const view = viewDirectory(of, { messages, now: now(), timeZone: null });
    out.write(`\n  ${ownName}\n`);
    for (const { heading, body, period } of view.notices) {
      out.write(`  ${[heading, body.text, period].filter(Boolean).join('\n  ')}\n`);
    }
    for (const { name, addressLines: lines, formerLine } of view.places) {
      out.write(`    ${[name, ...lines, formerLine].filter(Boolean).join('\n    ')}\n`);
    }
  }
}

async function isSure({ isSure: sure }: NoticeOptions, { out }: Terminal): Promise<boolean> {
  if (sure) return true;
  const lines = createInterface({ input: process.stdin });
  out.write('\nPublish it? Type yes: ');
  for await (const line of lines) {
    lines.close();
    return line.trim().toLowerCase() === 'yes';
  }
  return false;
}

function failed(terminal: Terminal, sentence: string): ExitCode {
  terminal.err.write(`levee notice: ${sentence}\n`);
  return 1;
}
