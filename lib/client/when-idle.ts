// Owns when what no answer needs is fetched: once nothing else is under way and nobody is typing. It must not know what
// that is.

/** So long after the page has loaded, the answer's own files have come, on all but the slowest lines. */
const IDLE_AFTER_MS = 4000;

/** Calls `work` once, well after the page has loaded, and not between an address and its answer. Gives what takes it back. */
export function whenIdle(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(() => (isTyping() ? wait() : work()), IDLE_AFTER_MS);
  };
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('load', wait);
  };
}

/** Something stands in a box that the cursor is still in. */
function isTyping(): boolean {
  const { activeElement } = document;
  return activeElement instanceof HTMLInputElement && activeElement.value !== '';
}
