// Owns the one thing that the embedded page tells the page around it: how high it wants to be. Pure.
// A height says something of what is on screen, so it is told in coarse steps and nothing else is.

/** Heights are told in steps of this many CSS pixels: which answer it is must not be read from them. */
export const HEIGHT_STEP_PX = 128;
/** Never less: the bar, a question and a button need it. */
export const MIN_HEIGHT_PX = 5 * HEIGHT_STEP_PX;
/** A page that asks for more scrolls inside its frame. */
export const MAX_HEIGHT_PX = 160 * HEIGHT_STEP_PX;

/** What the frame is given before it has spoken: the form fits, so that nothing jumps. A phone's lines are shorter. */
export function firstHeightPx(widthPx: number): number {
  return (widthPx < 480 ? 9 : 7) * HEIGHT_STEP_PX;
}

/** The whole message: `{leveeHeight: 896}`. */
export interface HeightMessage {
  readonly leveeHeight: number;
}

/** The message for content of this height in CSS pixels: the next step at or above it. */
export function heightMessage(contentPx: number): HeightMessage {
  return { leveeHeight: clamp(Math.ceil(contentPx / HEIGHT_STEP_PX) * HEIGHT_STEP_PX) };
}

/** The height that a message asks for, within limits; null where it is no such message. Never throws. */
export function heightIn(data: unknown): number | null {
  const height = (data as HeightMessage | null | undefined)?.leveeHeight;
  return typeof height === 'number' && height > 0 ? clamp(height) : null;
}

function clamp(heightPx: number): number {
  return Math.min(MAX_HEIGHT_PX, Math.max(MIN_HEIGHT_PX, heightPx));
}
