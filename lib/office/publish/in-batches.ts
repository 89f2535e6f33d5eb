// Owns doing the same to many things, several at a time, for as long as there is time. Knows no step.

/** Works through `items` until `work` gives false; true where it came to the end. What has been begun is waited for. */
export async function inBatches<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<boolean>,
): Promise<boolean> {
  for (let at = 0; at < items.length; at += atOnce) {
    const results = await Promise.all(items.slice(at, at + atOnce).map(work));
    if (results.includes(false) && at + atOnce < items.length) return false;
  }
  return true;
}
