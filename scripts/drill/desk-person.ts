// Owns one person at the desk without a browser: cookies, passkey and the requests that the desk's pages make, over HTTP to an
// office host that runs. Knows no draft and no late change.

import { type Sent, send } from './send';
import { type Circumstances, SoftwarePasskey } from './software-passkey';

/** `{status: 409, code: 'fatal', message: 'Nothing can be submitted …', json: {…}}`; `code` is `ok` where it was done. */
export interface DeskAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  // biome-ignore lint/suspicious/noExplicitAny: each route answers in a shape of its own, which the caller knows
  readonly json: any;
}

/** A request of the desk was refused where the drill counted on it. */
export class DeskRefusal extends Error {
  constructor(
    path: string,
    readonly answer: DeskAnswer,
  ) {
    super(`${path}: ${answer.status} ${answer.code}: ${answer.message}`);
  }
}

/** How somebody gets to the host: where they connect to, and from which address of this machine. */
export interface DeskWay {
  readonly url: string;
  readonly localAddress?: string;
}

/** A little less than the five minutes for which the host takes a passkey as just shown. */
const FRESH_MS = 4 * 60_000;

/** Somebody with a passkey, signed in. */
export class DeskPerson {
  readonly #cookies = new Map<string, string>();
  readonly #passkey = new SoftwarePasskey();
  #shownAtMs = Number.NEGATIVE_INFINITY;
  /** Straight to the host, unless a row says otherwise. */
  way: DeskWay;

  private constructor(
    /** Where the office host is, as a browser would say it, since passkeys are bound to it: `http://localhost:40123`. */
    readonly origin: string,
    readonly name: string,
  ) {
    this.way = { url: origin };
  }

  /** Opens the link of an invitation, makes a passkey, and signs out and in by it: `…/office/enrol/#<secret>`. */
  static async enrolled(origin: string, name: string, link: string): Promise<DeskPerson> {
    const person = new DeskPerson(origin, name);
    const secret = new URL(link).hash.slice(1);
    const { options } = await person.must('/office/api/enrol/begin/', { secret });
    const response = person.#passkey.make(options, person.#here);
    await person.must('/office/api/enrol/finish/', { secret, response });
    await person.must('/office/api/sign-out/');
    await person.signIn();
    return person;
  }

  /** Whoever got hold of this person's cookies, and has no passkey. */
  thief(): DeskPerson {
    const thief = new DeskPerson(this.origin, `somebody with the session of ${this.name}`);
    for (const [name, value] of this.#cookies) thief.#cookies.set(name, value);
    return thief;
  }

  async signIn(): Promise<void> {
    const { options } = await this.must('/office/api/sign-in/begin/');
    const response = this.#passkey.show(options, this.#here);
    const account = Buffer.from(this.#passkey.userHandle ?? '', 'base64url').toString();
    await this.must('/office/api/sign-in/finish/', { response }, { 'X-Levee-Account': account });
  }

  /** Shows the passkey again, as every approval asks. Gives the answer: whose passkey is another one is refused. */
  async stepUp(): Promise<DeskAnswer> {
    const begun = await this.post('/office/api/step-up/begin/');
    if (begun.code !== 'ok') return begun;
    const response = this.#passkey.show(begun.json.options, this.#here);
    return this.post('/office/api/step-up/finish/', { response });
  }

  /** Shows the passkey again where it is a while ago, as the desk's pages ask: it holds for five minutes, and may be shown
   *  twenty times in fifteen. Throws `DeskRefusal`. */
  async beFresh(): Promise<void> {
    if (performance.now() - this.#shownAtMs < FRESH_MS) return;
    const answer = await this.stepUp();
    if (answer.code !== 'ok') throw new DeskRefusal('step-up', answer);
    this.#shownAtMs = performance.now();
  }

  get #here(): Circumstances {
    return { origin: this.origin };
  }

  /** What a route answers to `body` as JSON, whatever it is. Throws where nobody answers. */
  async post(
    path: string,
    body: unknown = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<DeskAnswer> {
    const isBytes = body instanceof Uint8Array;
    const type = isBytes ? 'application/octet-stream' : 'application/json';
    const response = await this.#send('POST', path, {
      headers: { 'Content-Type': type, ...headers },
      body: isBytes ? body : JSON.stringify(body),
    });
    const { status, text } = response;
    const json = parsed(text);
    const { code, message } = json?.error ?? { code: status < 300 ? 'ok' : 'unreadable', message: '' };
    return { status, code, message, json };
  }

  /** The JSON of an answer that was to be `ok`. Throws `DeskRefusal`. */
  async must(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}) {
    const answer = await this.post(path, body, headers);
    if (answer.code !== 'ok') throw new DeskRefusal(path, answer);
    return answer.json;
  }

  /** A page or file, whatever its status. Throws where nobody answers. */
  look(path: string): Promise<{ readonly status: number; readonly text: string }> {
    return this.#send('GET', path, {});
  }

  /** The text of a page or file. Throws `DeskRefusal` where it is not given. */
  async read(path: string): Promise<string> {
    const { status, text } = await this.look(path);
    if (status === 200) return text;
    const message = text.slice(0, 200);
    throw new DeskRefusal(path, { status, code: 'unread', message, json: null });
  }

  async #send(method: string, path: string, { headers = {}, body }: Pick<Sent, 'headers' | 'body'>) {
    const { url, localAddress } = this.way;
    const answer = await send(url + path, {
      ...{ method, body, localAddress },
      headers: {
        Host: new URL(this.origin).host,
        Origin: this.origin,
        'Sec-Fetch-Site': 'same-origin',
        'User-Agent': 'Mozilla/5.0 (Levee drill)',
        Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    });
    for (const cookie of answer.cookies) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: any JSON
function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
