// Owns looking at a mirror's files beside its turns: a whole state takes longer to read than a late change may take to arrive.
// Changes nothing; what it finds, the next turn mends.

import { checkMirror, type Drift } from './check-mirror';
import { MemoryFile } from './mirror-memory';

/** A disk forgets, and people edit: a round begins this often. */
const EVERY_MS = 3_600_000;

/** What a turn's look mends; what is too much, or older than a source, it does not. */
const MENDABLE: readonly Drift['kind'][] = ['missing', 'altered', 'staleCopy', 'noCopy', 'notBelieved'];

/** The rounds of one mirror that watches. */
export class Patrol {
  readonly #to: string;
  readonly #state: string;
  readonly #publicKeys: readonly string[];
  #begunAt: number;
  #round: Promise<void> | null = null;
  #hasFound = false;

  constructor(to: string, state: string, publicKeys: readonly string[], now: Date) {
    this.#to = to;
    this.#state = state;
    this.#publicKeys = publicKeys;
    this.#begunAt = now.getTime();
  }

  /** Begins a round where one is due; does not wait for it. */
  begin(now: Date): void {
    if (this.#round !== null || Math.abs(now.getTime() - this.#begunAt) < EVERY_MS) return;
    this.#begunAt = now.getTime();
    this.#round = this.#go(now).finally(() => {
      this.#round = null;
    });
  }

  /** The end of the round under way, if there is one. */
  async ended(): Promise<void> {
    await this.#round;
  }

  /** True, once, where a round has found something to mend. A release that came during the round may look like it. */
  takeFound(): boolean {
    const hasFound = this.#hasFound;
    this.#hasFound = false;
    return hasFound;
  }

  async #go(now: Date): Promise<void> {
    const [to, publicKeys] = [this.#to, this.#publicKeys];
    try {
      // A memory of its own: the turns' is theirs.
      const memory = new MemoryFile(this.#state);
      const { drift } = await checkMirror({ from: [], to, publicKeys, memory, now });
      this.#hasFound ||= drift.some(({ kind }) => MENDABLE.includes(kind));
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      this.#hasFound = true;
    }
  }
}
