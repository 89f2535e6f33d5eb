// Owns what a screen reader gets: the browser's accessibility tree, and what live regions said, in the order they said it.

import type { Page } from '@playwright/test';

/** One node as assistive technology sees it: `{role: 'combobox', name: 'Your home address', description: '…', …}`. */
export interface AxNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** `focused`, `invalid`, `expanded`, `live`, `level`: whatever the browser computes, as a text. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Every node that is not ignored, in reading order. */
export async function axTree(page: Page): Promise<readonly AxNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const ordered: AxNode[] = [];
  const visit = (id: string) => {
    const node = byId.get(id);
    if (!node) return;
    if (!node.ignored) {
      const properties = (node.properties ?? []).map(({ name, value }) => [name, String(value.value)]);
      ordered.push({
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        description: String(node.description?.value ?? ''),
        properties: Object.fromEntries(properties),
      });
    }
    for (const child of node.childIds ?? []) visit(child);
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  if (root) visit(root.nodeId);
  return ordered;
}

/** The innermost node that has focus. */
export async function focusedNode(page: Page): Promise<AxNode | undefined> {
  const focused = (await axTree(page)).filter(({ properties }) => properties.focused === 'true');
  return focused.at(-1);
}

/** Starts to write down what live regions say. Call it before the page is opened. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heardByTest', heard);
    const last = new WeakMap<Element, string>();
    const regions = '[role=status], [role=alert], [aria-live]:not([aria-live=off])';
    new MutationObserver((changes) => {
      const touched = new Set<Element>();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(regions);
        if (region) touched.add(region);
      }
      for (const region of touched) {
        const text = region.textContent?.trim() ?? '';
        if (text !== '' && text !== last.get(region)) heard.push(text);
        last.set(region, text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** What has been said since the last time this was asked. */
export async function heard(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (Reflect.get(window, 'heardByTest') as string[]).splice(0));
}
