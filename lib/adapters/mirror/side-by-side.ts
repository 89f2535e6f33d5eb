// Owns doing many pieces of a mirror's work at once, and stopping cleanly: after the first that fails none is begun, and
// nobody hears of it before the others have ended. Otherwise they would go on writing after their turn.

/** Requests at once: enough to hide the way to a source, few enough not to be a flood of its own. */
const AT_ONCE = 12;

/** `await sideBySide(names, fetchAndWrite)`; throws the first failure. */
export async function sideBySide<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const next = { [Symbol.iterator]: () => queue };
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const item of next) {
      if (failures.length > 0) return;
      try {
        await work(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failures.length > 0) throw failures[0];
}
