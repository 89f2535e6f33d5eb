// Owns an office at work without a browser: two people at the desk of an office host that runs, by the same requests as the
// desk's pages make, and how long voters wait for what they approve. Knows no fault and no row.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Correction } from '@/lib/office/drafts/draft';
import type { NoticeWish } from '@/lib/office/notices/notice-wish';
import type { JobView } from '@/lib/office/publish/job-view';
import { announce, packedChunk } from '@/lib/office-client/chunks';
import { type DeskAnswer, DeskPerson, DeskRefusal } from './desk-person';

/** File name -> its text: a feed as somebody would choose it. */
export type Feed = ReadonlyMap<string, string>;

/** What the host says of a draft that was checked. */
export interface CheckedDraft {
  readonly draftId: string;
  readonly state: string;
  readonly checked: {
    readonly electionId: string | null;
    readonly segments: number;
    readonly rowsIn: number;
    readonly rowsSetAside: number;
    readonly fatals: number;
    readonly errors: number;
    readonly conflicts: number;
    readonly isReadable: boolean;
  } | null;
}

/** An approved change that is live. `approvedAtMs`: on `performance.now()`'s clock, when the approval was asked for. */
export interface Live {
  readonly sequence: number;
  readonly approvedAtMs: number;
  /** From the approval until its job said that it is done. */
  readonly seconds: number;
}

/** Somebody to be invited; gives the link, as `levee invite` prints it. */
export type Inviter = (person: {
  readonly name: string;
  readonly role: 'editor' | 'approver';
}) => Promise<string>;

/** How often a page of a job asks for its next step. */
const STEP_PAUSE_MS = 100;
const GIVE_UP_MS = 180_000;

/** Two people of one office, enrolled and signed in. */
export class Desk {
  private constructor(
    readonly officeId: string,
    readonly editor: DeskPerson,
    readonly approver: DeskPerson,
  ) {}

  /** Invites an editor and an approver, who make passkeys, and has the phone confirmed. */
  static async open(origin: string, officeId: string, invite: Inviter): Promise<Desk> {
    const person = async (name: string, role: 'editor' | 'approver') =>
      DeskPerson.enrolled(origin, name, await invite({ name, role }));
    const desk = new Desk(
      officeId,
      await person('Ana Ruiz', 'editor'),
      await person('Ben Ortiz', 'approver'),
    );
    const phone = { number: '(601) 555-0142', electionDayHours: '6 am to 9 pm' };
    await desk.approver.must(`/office/api/settings/${officeId}/phone/`, phone);
    await desk.approver.must(`/office/api/settings/${officeId}/phone-confirmed/`, { number: phone.number });
    return desk;
  }

  /** Announces files, sends them in chunks and has them checked. Throws `DeskRefusal`. */
  async upload(feed: Feed, title: string, who: DeskPerson = this.editor): Promise<CheckedDraft> {
    const path = `/office/api/drafts/${this.officeId}/`;
    const files = new Map([...feed].map(([name, text]) => [name, new File([text], name)]));
    const announced = await Promise.all([...files.values()].map((file) => announce(file, () => {})));
    const draft = await who.must(path, { title, files: announced });
    const nameOf = new Map<string, string>(
      draft.files.map(({ fileId, name }: { fileId: string; name: string }) => [fileId, name]),
    );
    for (const { fileId, missing } of draft.missing) {
      const file = files.get(nameOf.get(fileId) ?? '');
      if (file === undefined) throw new Error(`no file ${fileId}`);
      for (const chunk of missing) {
        const packed = new Uint8Array(await packedChunk(file, chunk));
        await who.must(`${path}${draft.draftId}/files/${fileId}/${chunk}/`, packed);
      }
    }
    return who.must(`${path}${draft.draftId}/check/`);
  }

  /** Sets one cell to another value and has the draft checked again. */
  async correct(draftId: string, cell: Omit<Correction, 'by'>): Promise<CheckedDraft> {
    const path = `/office/api/drafts/${this.officeId}/${draftId}/`;
    await this.editor.must(`${path}corrections/`, cell);
    return this.editor.must(`${path}check/`);
  }

  /** The comparison with what is live, as CSV. */
  comparison(draftId: string): Promise<string> {
    return this.editor.read(`/office/api/drafts/${this.officeId}/${draftId}/difference/`);
  }

  /** `[{address: '12 Main St, Natchez, MS 39120', place: 'pl-7'}]`: what the draft has to answer right. */
  async golden(
    draftId: string,
    lines: readonly { readonly address: string; readonly place: string }[],
  ): Promise<void> {
    await this.editor.must(`/office/api/drafts/${this.officeId}/${draftId}/golden/`, { lines });
  }

  /** Hand a draft on. */
  submit(draftId: string, who: DeskPerson = this.editor): Promise<DeskAnswer> {
    return who.post(`/office/api/drafts/${this.officeId}/${draftId}/submit/`);
  }

  /** What the page of approving asks to take note of: `[{code: 'precincts-change-place', count: 7}]`. */
  async causes(draftId: string, who: DeskPerson = this.approver): Promise<readonly Cause[]> {
    const page = await who.read(`/office/${this.officeId}/drafts/${draftId}/approve/`);
    // The bodies of its buttons, in what the page hands to its script.
    const found = page.matchAll(/\\"body\\":\{\\"code\\":\\"([\w-]+)\\",\\"count\\":(\d+)\}/g);
    const causes = new Map([...found].map(([, code = '', count]) => [code, Number(count)]));
    return [...causes].map(([code, count]) => ({ code, count }));
  }

  /** A second person takes note of what is unusual and approves; gives the answer as it is. */
  async approve(draftId: string, who: DeskPerson = this.approver): Promise<DeskAnswer> {
    const path = `/office/api/drafts/${this.officeId}/${draftId}/`;
    await who.beFresh();
    for (const cause of await this.causes(draftId, who)) await who.must(`${path}acknowledge/`, cause);
    return who.post(`${path}approve/`);
  }

  /** Upload, submit, approve, and wait until it is live. Throws `DeskRefusal` where anybody says no. */
  async publish(feed: Feed, title: string): Promise<Live & { readonly draftId: string }> {
    const { draftId } = await this.upload(feed, title);
    took(await this.submit(draftId), 'submit');
    return { draftId, ...(await this.live(() => this.approve(draftId))) };
  }

  /** Ask for a late change; gives its id. */
  async askNotice(wish: NoticeWish, who: DeskPerson = this.editor): Promise<string> {
    const body = { wish, replaces: null };
    const { next } = await who.must(`/office/api/notices/${this.officeId}/`, body);
    return lastPart(next);
  }

  /** A second person's yes to a late change. */
  async approveNotice(noticeId: string): Promise<DeskAnswer> {
    await this.approver.beFresh();
    return this.approver.post(`/office/api/notices/${this.officeId}/${noticeId}/approve/`);
  }

  /** Takes late changes down, both people agreeing, and waits for the last of them. */
  async takeDown(...noticeIds: readonly string[]): Promise<void> {
    await this.approver.beFresh();
    let last = '';
    for (const id of noticeIds) {
      const path = `/office/api/notices/${this.officeId}/${id}/`;
      await this.editor.must(`${path}withdraw/`);
      ({ next: last } = await this.approver.must(`${path}withdrawal/`, { agrees: true }));
    }
    if (last !== '') await this.driven(lastPart(last));
  }

  /** Go back to an earlier dataset of an election (null: to none), both people agreeing. */
  async rollBack(electionId: string, dataset: string | null): Promise<Live> {
    const path = `/office/api/rollback/${this.officeId}/`;
    const { id } = await this.editor.must(path, { electionId, dataset, reason: 'It was wrong.' });
    return this.live(async () => {
      await this.approver.beFresh();
      return this.approver.post(`${path}${id}/approve/`);
    });
  }

  /** Datasets that one can go back to, latest first, as the page of the history offers them. */
  async earlier(): Promise<readonly Earlier[]> {
    const page = await this.editor.read(`/office/${this.officeId}/history/`);
    const links = page.matchAll(/back\/\?election=([^&"]+)&(?:amp;)?to=([0-9a-f]{64})/g);
    return [...links].map(([, electionId = '', dataset = '']) => ({
      electionId: decodeURIComponent(electionId),
      dataset,
    }));
  }

  /** Approves, and does the job's steps as its page would until it is done. */
  async live(approval: () => Promise<DeskAnswer>): Promise<Live> {
    const approvedAtMs = performance.now();
    const job = await this.driven(await this.begin(approval));
    if (job.state !== 'done' || job.result === null) {
      throw new Error(`the job ended ${job.state}: ${job.problem}`);
    }
    const seconds = (performance.now() - approvedAtMs) / 1000;
    return { sequence: job.result.sequence, approvedAtMs, seconds };
  }

  /** Approves; gives the job, which the office host drives by itself, and whoever asks for its steps. */
  async begin(approval: () => Promise<DeskAnswer>): Promise<string> {
    const { next } = took(await approval(), 'approve');
    return lastPart(next);
  }

  /** What the page of a job asks for; gives the answer, whatever it is: the job as `JobView`, or a refusal. */
  step(jobId: string, action: 'advance' | 'retry' = 'advance'): Promise<DeskAnswer> {
    return this.approver.post(`/office/api/jobs/${this.officeId}/${jobId}/`, { action });
  }

  /** Asks for the job's steps until it is over, or has failed; what does not answer is asked again. */
  async driven(jobId: string): Promise<JobView> {
    const endsAtMs = performance.now() + GIVE_UP_MS;
    while (performance.now() < endsAtMs) {
      const answer = await this.step(jobId).catch(() => null);
      if (answer?.code === 'ok' && answer.json.state !== 'running') return answer.json;
      if (answer?.status === 404) throw new DeskRefusal(jobId, answer);
      await sleep(STEP_PAUSE_MS);
    }
    throw new Error(`the job ${jobId} does not come to its end`);
  }
}

/** Something to take note of at the count that was seen. */
export interface Cause {
  readonly code: string;
  readonly count: number;
}

/** What can be gone back to. */
export interface Earlier {
  readonly electionId: string;
  readonly dataset: string;
}

function took(answer: DeskAnswer, what: string) {
  if (answer.code !== 'ok') throw new DeskRefusal(what, answer);
  return answer.json;
}

/** `/office/ms-adams/jobs/7Qk/` -> `7Qk`. */
const lastPart = (path: string): string => path.split('/').filter(Boolean).at(-1) ?? '';
