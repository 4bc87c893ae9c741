import { type ChildNode, DomHandler, isTag, isText } from 'domhandler';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import data from '../../src/data/html.json' with { type: 'json' };
import { elementsOf, idOf } from '../../src/page/names.js';
import { PageTree } from '../../src/page/tree.js';
import { damagePage } from '../support/fuzz.js';
import { fixturePages } from '../support/pages.js';
import { createRandom } from '../support/renderer/random.js';

/** htmlparser2 ends a closing tag at the white space in it: what follows begins behind the tag, here and for a reader. */
function behindTag(source: string, at: number | null): number {
  const start = at ?? 0;
  const isInTag = start > 0 && source.lastIndexOf('</', start - 1) > source.lastIndexOf('>', start - 1);
  return isInTag ? source.indexOf('>', start) + 1 : start;
}

/** The attributes of an element that are noted. */
function attributesOf(element: string): string[] {
  return [
    ...new Set(
      data.attributes.flatMap(({ names, of }) => (of.flatMap(elementsOf).includes(element) ? names : [])),
    ),
  ];
}

/** Elements and texts in order: name, range and attributes of those that are noted, or range. */
function fromObjects(source: string): unknown[] {
  const handler = new DomHandler(undefined, { withStartIndices: true, withEndIndices: true });
  const parser = new Parser(handler, { decodeEntities: false });
  parser.end(source);
  const { children } = handler.root;
  /** What nothing closes ends with the page, not with the last tag that is whole. */
  const last = (at: number | null) => (at === parser.startIndex ? source.length : at);
  const nodes: unknown[] = [];
  const pending: ChildNode[] = [...children].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    const range = [behindTag(source, node.startIndex), last(node.endIndex)];
    if (isText(node)) nodes.push(range);
    if (!isTag(node)) continue;
    const own = Object.entries(node.attribs).filter(([name]) => attributesOf(node.name).includes(name));
    nodes.push([node.name, ...range, Object.fromEntries(own)]);
    pending.push(...[...node.children].reverse());
  }
  return nodes;
}

/** The name in a tag as it is printed. */
function nameAt(source: string, start: number): string {
  return (/<\/?([^ \t\n\f\r>/]+)/.exec(source.slice(start))?.[1] ?? '').toLowerCase();
}

function fromColumns(tree: PageTree): unknown[] {
  return Array.from({ length: tree.size }, (_, node) => {
    const range = [tree.start(node), tree.last(node)];
    if (tree.id(node) === 0) return range;
    const element = nameAt(tree.source, tree.start(node));
    const own = attributesOf(element).flatMap((name) => {
      const value = tree.attribute(node, idOf(name));
      return value === undefined ? [] : [[name, value]];
    });
    return [element, ...range, Object.fromEntries(own)];
  });
}

const treeOf = (source: string) => new PageTree(source);

const pages = fixturePages().map(({ bytes }) => bytes);

describe('the tree of a page', () => {
  it('has the elements, texts, places and attributes of the one that htmlparser2 makes', () => {
    const damaged = Array.from({ length: 60 }, (_, i) => damagePage(pages, createRandom(4_000_000 + i)).page);
    for (const bytes of [...pages, ...damaged]) {
      const source = bytes.toString('utf8');
      expect(fromColumns(treeOf(source))).toEqual(fromObjects(source));
    }
  });

  it('puts the content of an element behind its opening tag, whatever signs its attributes hold', () => {
    const source = '<td title="a > b">12</td>';
    expect(treeOf(source).contentStart(0)).toBe(source.indexOf('12'));
  });

  it('leaves out a closing tag that closes nothing within a text', () => {
    const tree = treeOf('<p>12</font>34</p>');
    expect(tree.size).toBe(2);
    expect(tree.text(1)).toBe('1234');
  });

  it('does not take what ends a closing tag with white space in it for text', () => {
    const tree = treeOf('<td>5</td >6');
    expect([tree.text(1), tree.text(2)]).toEqual(['5', '6']);
  });

  it('opens and closes elements as htmlparser2 does in tangled markup', () => {
    const tag = fc.constantFrom(
      'p',
      'td',
      'tr',
      'table',
      'li',
      'ul',
      'div',
      'svg',
      'title',
      'b',
      'br',
      'option',
      'x:y',
      'tbody',
    );
    const token = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      tag.map((name) => `<${name.toUpperCase()} CLASS="a" style=b class='c'/>`),
      fc.constantFrom('12', ' ', '<!-- - -->', '<', '</', '<?a?>', '<![CDATA[1]]>', '<!x>', '&lt;'),
      fc.constantFrom(
        '<!-->',
        '<!--->',
        '<!->',
        '<!>',
        '<![CDAT>',
        '</>',
        '</ td>',
        '</1>',
        '</td\n>',
        '<?>',
        '-->',
        ']]>',
      ),
      fc.constantFrom(
        '<td',
        ' style',
        '=',
        ' = ',
        '"',
        "'",
        '/',
        ' / ',
        '>',
        '\t',
        '<td style=a/>',
        '<td style="a>"class>',
      ),
      fc.constantFrom(
        '<script>',
        '</script >',
        '<STYLE/>',
        '<style>',
        '</style>',
        '<textarea >',
        '</textarea',
        '<xmp/ >',
        '</xmp>',
      ),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const source = `${tokens.join('')}<hr>`;
        expect(fromColumns(treeOf(source))).toEqual(fromObjects(source));
      }),
      { numRuns: 3000 },
    );
  });
});
