// Owns putting what was measured into a page. Pure.

/** Nothing that was measured is ever markup. */
export function text(value: string): string {
  return value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
