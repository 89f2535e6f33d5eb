// Owns what somebody does on a page before its script is there. A form of the desk shows at once and works when React has
// taken it over; React knows nothing of what was ticked, typed or pressed until then, and puts its own state over it at the
// next change. So listeners in the head keep what was typed and the last press, hide them from React, which may hear a press
// before it knows what was typed, and everything is done again once the page is ready.

/** The last press before the page was ready. A form with an address of its own goes there without script, and is left alone. */
type Press =
  | { readonly form: HTMLFormElement; readonly submitter: HTMLElement | null }
  | { readonly button: HTMLElement };

interface EarlyDeeds {
  readonly press: Press | null;
  /** What was typed: taking a page over empties a `textarea`. */
  readonly typed: ReadonlyMap<EventTarget, string>;
}

declare global {
  interface Window {
    /** Set by {@link earlyDeedsScript}: gives what was done, and stops listening. Gone once it was called: the page is ready. */
    takeEarlyDeeds?: () => EarlyDeeds;
  }
}

/** For the head, so that it runs before anything can be pressed: plain JavaScript of any browser, without imports. */
export const earlyDeedsScript = `(function () {
  var press = null, typed = new Map();
  function onInput(event) {
    typed.set(event.target, event.target.value);
    event.stopImmediatePropagation();
  }
  function onChange(event) {
    event.stopImmediatePropagation();
  }
  function onSubmit(event) {
    if (event.target.hasAttribute('action')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    press = { form: event.target, submitter: event.submitter || null };
  }
  function onClick(event) {
    var button = event.target.closest && event.target.closest('button[type=button]');
    if (button) press = { button: button };
    if (button || /^(checkbox|radio)$/.test(event.target.type)) event.stopImmediatePropagation();
  }
  document.addEventListener('input', onInput, true);
  document.addEventListener('change', onChange, true);
  document.addEventListener('submit', onSubmit, true);
  document.addEventListener('click', onClick, true);
  window.takeEarlyDeeds = function () {
    delete window.takeEarlyDeeds;
    document.removeEventListener('input', onInput, true);
    document.removeEventListener('change', onChange, true);
    document.removeEventListener('submit', onSubmit, true);
    document.removeEventListener('click', onClick, true);
    var deeds = { press: press, typed: typed };
    press = null;
    typed = new Map();
    return deeds;
  };
})();`;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Everything ticked, typed and chosen under `root`, told to React in the order of the page; then the last press. */
export function redoEarlyDeeds(root: Document): void {
  const early = root.defaultView?.takeEarlyDeeds?.();
  if (early === undefined) return;
  const { press, typed } = early;
  // All of it is read before any is told: what is told draws the page anew, and the rest would be empty again.
  const deeds = [...root.querySelectorAll<Control>('input, textarea, select')].flatMap(
    (each) => deedAt(each, typed.get(each) ?? each.value) ?? [],
  );
  for (const deed of deeds) deed();
  if (press === null) return;
  // What was told above shows after React's next turn; the press means the page as it is then.
  setTimeout(() => ('button' in press ? press.button.click() : press.form.requestSubmit(press.submitter)));
}

/** What is to be told of a control; null: it is as the page brought it. */
function deedAt(control: Control, value: string): (() => void) | null {
  if (control instanceof HTMLSelectElement) return choiceAt(control);
  if (control instanceof HTMLTextAreaElement) return typingAt(control, value);
  if (control.type === 'checkbox' || control.type === 'radio') return tickAt(control);
  if (control.type !== 'file') return typingAt(control, value);
  return control.files?.length ? () => control.dispatchEvent(new Event('change', { bubbles: true })) : null;
}

function choiceAt(control: HTMLSelectElement): (() => void) | null {
  const { value } = control;
  if (![...control.options].some(({ selected, defaultSelected }) => selected && !defaultSelected))
    return null;
  return () => {
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
}

/** Of a group of radio buttons, the one that was chosen says it for all. */
function tickAt(control: HTMLInputElement): (() => void) | null {
  const { checked, defaultChecked, type } = control;
  if (checked === defaultChecked || (type === 'radio' && !checked)) return null;
  return () => {
    control.checked = !checked;
    control.click();
  };
}

/**
 * React compares with the value that it last saw, and sees what is set on the element itself; what is set by its class stays
 * unseen until the event.
 */
function typingAt(control: HTMLInputElement | HTMLTextAreaElement, value: string): (() => void) | null {
  const { defaultValue } = control;
  if (value === defaultValue) return null;
  const kind = control instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  return () => {
    control.value = defaultValue;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(control, value);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  };
}
