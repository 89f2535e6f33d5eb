// Owns a device that holds one passkey, in code: what a browser would send for it (W3C WebAuthn §6.1, §6.5.4, §7), and what a
// dishonest one would. Knows no route.

import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** Where the browser says that it is, and whether it says that the person was verified. */
export interface Circumstances {
  readonly origin: string;
  readonly isVerified?: boolean;
}

interface Options {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
  readonly allowCredentials?: readonly { readonly id: string }[];
}

export class SoftwarePasskey {
  readonly id = randomBytes(16).toString('base64url');
  /** What the site called the account, in base64url; sent along by passkeys that the browser offers by itself. */
  userHandle: string | null = null;
  counter = 0;
  readonly #keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

  constructor() {
    this.#keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** The answer to options of `…/begin/` for a new passkey. */
  make(options: unknown, { origin, isVerified = true }: Circumstances): unknown {
    const { challenge, rp, user } = options as Options;
    this.userHandle = user?.id ?? null;
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const cose = Buffer.concat([hex('a5010203262001215820'), bytes(x), hex('225820'), bytes(y)]);
    const id = bytes(this.id);
    const data = Buffer.concat([
      this.#head(rp?.id ?? '', 0x41 | (isVerified ? 4 : 0)),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      cose,
    ]);
    const attestation = Buffer.concat([
      hex('a363666d74646e6f6e656761747453746d74a06861757468446174615900'),
      Buffer.from([data.length]),
      data,
    ]);
    return this.#answer({
      clientDataJSON: clientData('webauthn.create', challenge, origin),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** The answer to options of `…/begin/` for a passkey that is there. */
  show(options: unknown, { origin, isVerified = true }: Circumstances): unknown {
    const { challenge, rpId = '' } = options as Options;
    this.counter += 1;
    const data = this.#head(rpId, 1 | (isVerified ? 4 : 0));
    const client = clientData('webauthn.get', challenge, origin);
    const hash = createHash('sha256').update(bytes(client)).digest();
    const signature = createSign('sha256')
      .update(Buffer.concat([data, hash]))
      .sign(this.#keys.privateKey);
    return this.#answer({
      clientDataJSON: client,
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      ...(this.userHandle === null ? {} : { userHandle: this.userHandle }),
    });
  }

  #head(rpId: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), counter]);
  }

  #answer(response: unknown): unknown {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response };
  }
}

function clientData(type: string, challenge: string, origin: string): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
