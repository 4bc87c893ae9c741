import type { PageHead } from '../model/page.js';
import { idOf } from './names.js';
import type { PageTree } from './tree.js';

const HEAD = idOf('head');
const TITLE = idOf('title');
const META = idOf('meta');
const NAME = idOf('name');
const CONTENT = idOf('content');

/** The head of a page; null where it has none. */
export function readHead(tree: PageTree): PageHead | null {
  const head = findFirst(tree, HEAD, 0, tree.size);
  if (head < 0) return null;
  const end = tree.after(head);
  const declared = new Map<string, string>();
  for (let node = findFirst(tree, META, head, end); node >= 0; node = findFirst(tree, META, node + 1, end)) {
    const name = (tree.attribute(node, NAME) ?? '').toLowerCase();
    if (!declared.has(name)) declared.set(name, tree.attribute(node, CONTENT) ?? '');
  }
  return { title: readTitle(tree, head, end), declared };
}

/** The text of the first title among some nodes, or nothing. */
export function readTitle(tree: PageTree, from = 0, to = tree.size): string {
  const title = findFirst(tree, TITLE, from, to);
  let text = '';
  for (let node = title + 1; title >= 0 && node < tree.after(title); node++)
    if (tree.id(node) === 0) text += tree.text(node);
  return text;
}

function findFirst(tree: PageTree, id: number, from: number, to: number): number {
  for (let node = from; node < to; node++) if (tree.id(node) === id) return node;
  return -1;
}
