import { type ChildNode, Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { type PageTree, readTree } from '../../src/page/tree.js';
import { damagePage } from '../support/fuzz.js';
import { fixturePages } from '../support/pages.js';
import { createRandom } from '../support/renderer/random.js';

/** Elements and texts in order: name, range and attributes, or range. */
function fromObjects(source: string): unknown[] {
  const { children } = parseDocument(source, {
    withStartIndices: true,
    withEndIndices: true,
    decodeEntities: false,
  });
  const nodes: unknown[] = [];
  const pending: ChildNode[] = [...children].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    const range = [node.startIndex, node.endIndex];
    if (isText(node)) nodes.push(range);
    if (!isTag(node)) continue;
    nodes.push([node.name, ...range, { ...node.attribs }]);
    pending.push(...[...node.children].reverse());
  }
  return nodes;
}

function fromColumns(tree: PageTree, source: string): unknown[] {
  const names = attributeNames(source);
  return Array.from({ length: tree.size }, (_, node) => {
    const range = [tree.start(node), tree.last(node)];
    if (tree.name(node) === '') return range;
    const own = names.flatMap((name) => {
      const value = tree.attribute(node, name);
      return value === undefined ? [] : [[name, value]];
    });
    return [tree.name(node), ...range, Object.fromEntries(own)];
  });
}

/** Every attribute's name on the page, in the order of its first. */
function attributeNames(source: string): string[] {
  const pending: ChildNode[] = [...parseDocument(source).children];
  const names = new Set<string>();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!(node instanceof Element)) continue;
    for (const name of Object.keys(node.attribs)) names.add(name);
    pending.push(...node.children);
  }
  return [...names];
}

const pages = fixturePages().map(({ bytes }) => bytes);

describe('the tree of a page', () => {
  it('has the elements, texts, places and attributes of the one that htmlparser2 makes', () => {
    const damaged = Array.from({ length: 60 }, (_, i) => damagePage(pages, createRandom(4_000_000 + i)).page);
    for (const bytes of [...pages, ...damaged]) {
      const source = bytes.toString('utf8');
      expect(fromColumns(readTree(source), source)).toEqual(fromObjects(source));
    }
  });

  it('puts the content of an element behind its opening tag, whatever signs its attributes hold', () => {
    const source = '<td title="a > b">12</td>';
    expect(readTree(source).contentStart(0)).toBe(source.indexOf('12'));
  });

  it('leaves out a closing tag that closes nothing within a text', () => {
    const tree = readTree('<p>12</font>34</p>');
    expect(tree.size).toBe(2);
    expect(tree.text(1)).toBe('1234');
  });
});
