import type { Random } from './renderer/random.js';

/** Damages a page; `other` is another page of the same run. */
type Damage = (page: Buffer, random: Random, other: Buffer) => Buffer;

const tag = /<[^<>]*>/g;
const onText =
  (change: (text: string, random: Random, other: string) => string): Damage =>
  (page, random, other) =>
    Buffer.from(change(page.toString('latin1'), random, other.toString('latin1')), 'latin1');
const place = (text: { readonly length: number }, random: Random) => random.int(0, text.length);
const elements = [
  'div',
  'b',
  'table',
  'tr',
  'td rowspan=9',
  'td colspan=-1',
  'ul',
  'a',
  'x:y',
  '!--',
  'script',
];
const oddities = [
  '\0',
  '\u00ff\u00fe',
  '<',
  '>',
  '"',
  '&#1114112;',
  '&#0;',
  '\u001b',
  '\r',
  '</',
  '<![CDATA[',
];

/** What scrapers, editors and accidents do to pages. */
export const damages: Readonly<Record<string, Damage>> = {
  'bytes flipped'(page, random) {
    const copy = Buffer.from(page);
    for (let i = random.int(1, 200); i > 0 && copy.length > 0; i--)
      copy[random.int(0, copy.length - 1)] = random.int(0, 255);
    return copy;
  },
  cut: (page, random) => page.subarray(place(page, random)),
  'cut short': (page, random) => page.subarray(0, place(page, random)),
  'piece lost'(page, random) {
    const from = place(page, random);
    return Buffer.concat([page.subarray(0, from), page.subarray(random.int(from, page.length))]);
  },
  spliced: (page, random, other) =>
    Buffer.concat([page.subarray(0, place(page, random)), other.subarray(place(other, random))]),
  'tags lost': onText((text, random) => {
    const share = random.int(1, 60) / 100;
    return text.replace(tag, (found) => (random.chance(share) ? '' : found));
  }),
  'tags doubled': onText((text, random) =>
    text.replace(tag, (found) => (random.chance(0.2) ? found.repeat(random.int(2, 4)) : found)),
  ),
  'tags shuffled': onText((text, random) => {
    const tags = text.match(tag) ?? [];
    return tags.length === 0
      ? text
      : text.replace(tag, (found) => (random.chance(0.3) ? random.pick(tags) : found));
  }),
  'attributes mangled': onText((text, random) =>
    text.replace(/="[^"]*"|='[^']*'|=\w+/g, (found) =>
      random.chance(0.3) ? random.pick(['="', "='", '=', '=-1', '=99999', '="<td>"', '']) : found,
    ),
  ),
  nested: onText((text, random) => {
    const at = place(text, random);
    const opened = Array.from({ length: random.int(1, 300) }, () => `<${random.pick(elements)}>`);
    return text.slice(0, at) + opened.join('') + text.slice(at);
  }),
  oddities: onText((text, random) => {
    let changed = text;
    for (let i = random.int(1, 40); i > 0; i--) {
      const at = place(changed, random);
      changed = changed.slice(0, at) + random.pick(oddities) + changed.slice(at);
    }
    return changed;
  }),
  'encodings mixed'(page, random) {
    const at = place(page, random);
    const encoding = random.pick(['utf16le', 'latin1', 'base64', 'hex'] as const);
    const changed = Buffer.from(page.subarray(at).toString('utf8').slice(0, 20_000), encoding);
    return Buffer.concat([page.subarray(0, at), changed]);
  },
  'lines joined': onText((text) => text.replace(/[\r\n]+/g, ' ')),
  'digits and marks repeated': onText((text, random) =>
    text.replace(/[\d,.|\t()]/g, (found) => (random.chance(0.1) ? found.repeat(random.int(2, 60)) : found)),
  ),
};

/** One page with one to four damages. */
export function damagePage(pages: readonly Buffer[], random: Random): { page: Buffer; names: string[] } {
  const names = Array.from({ length: random.int(1, 4) }, () => random.pick(Object.keys(damages)));
  const page = names.reduce(
    (damaged, name) => damages[name]?.(damaged, random, random.pick(pages)) ?? damaged,
    random.pick(pages),
  );
  return { page, names };
}
