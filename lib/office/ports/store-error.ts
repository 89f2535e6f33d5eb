// Owns how a store says that it could not do what it was asked. Use cases let it through; the route that called
// them answers 503, and nothing was half done. Knows no store.

/** `unavailable`: it cannot be reached, or died in mid-call: a write may have happened, and the same commit may be
 *  sent again. `timeout`: the same, after waiting. `full`: no room is left. `tooLarge`: this store takes no value
 *  of that size. `damaged`: what it holds cannot be what was put there. */
export type StoreErrorCode = 'unavailable' | 'timeout' | 'full' | 'tooLarge' | 'damaged';

/** Thrown by every port of this folder, and nothing else is where the store itself fails. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  /** The stores live as long as the process, and each bundle of the host has its own copy of this class: what another one threw is one, too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StoreError';
  }

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
