import type { Document, Element, ParentNode } from 'domhandler';
import { DomUtils } from 'htmlparser2';

/** No page has so many elements that are looked for by name. */
const MOST = 5000;

/**
 * Elements of these names under a node, in the order of the page. Selectors compare the children of the page with one
 * another, which takes too long where there are many.
 */
export function findElements(root: ParentNode, names: readonly string[], most = MOST): Element[] {
  const wanted = new Set(names);
  const found = DomUtils.find(
    (node) => DomUtils.isTag(node) && wanted.has(node.name),
    root.children,
    true,
    most,
  );
  return found.filter(DomUtils.isTag);
}

export function findElement(root: ParentNode, name: string): Element | undefined {
  return findElements(root, [name], 1)[0];
}

/** All text under a node, or nothing. */
export function textUnder(node: Document | Element | undefined): string {
  return node ? DomUtils.textContent(node) : '';
}
