// Owns measuring a page from within: these functions run in the browser, so that each stands alone and names elements as
// `button.choice "None of these"`.

/** The page itself, where it is wider than the window, with what sticks out. */
export function sidewaysScroll(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    })
    .slice(0, 5)
    .map(
      (element) => `${element.tagName.toLowerCase()}.${element.className} ${scrollWidth} > ${clientWidth}`,
    );
}

/** Targets below 24 by 24 px that are neither within a sentence nor far enough from all others (WCAG 2.2 2.5.8). */
export function smallTargets(): string[] {
  const least = 24;
  const targets = [...document.querySelectorAll('a[href], button, input, select, summary, [role=option]')]
    .filter((element) => element.checkVisibility() && !element.matches('.skip-link:not(:focus)'))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const isSmall = (box: DOMRect) => box.width < least - 0.5 || box.height < least - 0.5;
  const center = (box: DOMRect) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  function isInSentence(element: Element): boolean {
    if (getComputedStyle(element).display !== 'inline') return false;
    const around = [...(element.parentElement?.childNodes ?? [])].filter((node) => node !== element);
    return around.some((node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ''));
  }
  /** A circle of 24 px on the small one's middle must touch no other target, nor another small one's circle. */
  function isCrowded({ element, box }: (typeof targets)[number]): boolean {
    const { x, y } = center(box);
    return targets.some((other) => {
      if (other.element === element || other.element.contains(element) || element.contains(other.element))
        return false;
      const dx = Math.max(other.box.left - x, 0, x - other.box.right);
      const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
      if (Math.hypot(dx, dy) < least / 2) return true;
      const its = center(other.box);
      return isSmall(other.box) && Math.hypot(its.x - x, its.y - y) < least;
    });
  }
  return targets
    .filter((target) => isSmall(target.box) && !isInSentence(target.element) && isCrowded(target))
    .map(({ element, box }) => {
      const name = `${element.tagName.toLowerCase()} "${element.textContent?.trim().slice(0, 40)}"`;
      return `${name} ${Math.round(box.width)} x ${Math.round(box.height)}`;
    });
}

/** Whatever moves by itself or glides: nothing on this site does, for nobody (2.2.2, 2.3.3). */
export function movingThings(): string[] {
  return [...document.querySelectorAll('*')]
    .filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== 'none' || /[1-9]/.test(transitionDuration);
    })
    .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')}`);
}

/** Texts that their box cuts off. A list that scrolls by intent, and what only ears get, are none. */
export function squeezedTexts(): string[] {
  return [...document.body.querySelectorAll<HTMLElement>('*')]
    .filter((element) => {
      const { overflowX, overflowY, clipPath, position } = getComputedStyle(element);
      if (!element.checkVisibility() || (clipPath !== 'none' && position === 'absolute')) return false;
      if (element.closest('[role=listbox], .map-canvas, .skip-link')) return false;
      const isCutAcross = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const isCutBelow = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      return (isCutAcross || isCutBelow) && element.tagName !== 'INPUT';
    })
    .map(
      (element) =>
        `${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.slice(0, 40)}"`,
    );
}

/** Controls whose focus shows no ring, or that something covers while they have it. */
export async function unseenFocus(): Promise<string[]> {
  const before = document.activeElement;
  const faults: string[] = [];
  const controls = 'a[href], button, input, select, summary, [tabindex="0"]';
  for (const element of document.querySelectorAll<HTMLElement>(controls)) {
    if (!element.checkVisibility() || element.tabIndex < 0) continue;
    element.focus();
    element.scrollIntoView({ block: 'nearest' });
    // What closes when focus leaves it has closed by then.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
      Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1),
    );
    const name = `${element.tagName.toLowerCase()} "${element.textContent?.trim().slice(0, 40)}"`;
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) faults.push(`${name}: no ring`);
    const isOnTop = top !== null && (element.contains(top) || top.contains(element) || isInline(element));
    if (!isOnTop) faults.push(`${name}: below ${top?.tagName.toLowerCase()}.${top?.getAttribute('class')}`);
  }
  if (before instanceof HTMLElement) before.focus();
  return faults;

  /** A link over two lines has its middle between words. */
  function isInline(element: Element): boolean {
    return element.getClientRects().length > 1;
  }
}

/** In forced colours: texts that do not stand out from what is below them (1.4.3), buttons and boxes without an edge (1.4.11). */
export function unseenInForcedColours(): string[] {
  const faults: string[] = [];
  const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  function luminance(color: string): number {
    const [red = 0, green = 0, blue = 0] = channels(color).map((each) => {
      const share = each / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function groundOf(element: Element | null): string {
    if (element === null) return 'rgb(255, 255, 255)';
    const color = getComputedStyle(element).backgroundColor;
    return channels(color)[3] === 0 ? groundOf(element.parentElement) : color;
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility() || element.closest('svg, .map-canvas')) continue;
    const { color, borderTopStyle, borderTopWidth } = getComputedStyle(element);
    const name = `${element.tagName.toLowerCase()} "${element.textContent?.trim().slice(0, 40)}"`;
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    const [light = 0, dark = 0] = [luminance(color), luminance(groundOf(element))].sort((a, b) => b - a);
    if (hasText && (light + 0.05) / (dark + 0.05) < 4.5) faults.push(`${name}: not readable`);
    // Round and square marks are drawn by the browser, in the system's colours, and take no border.
    const isBox = element.matches(
      'input:not([type="radio"], [type="checkbox"]), select, button:not(.usa-button--unstyled), .usa-button:not(.usa-button--unstyled)',
    );
    if (isBox && (borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) < 1))
      faults.push(`${name}: no edge`);
  }
  return faults;
}
