import rules from '../data/detect.json' with { type: 'json' };
import type { TemplateVerdict } from '../model/record.js';
import type { Template } from '../model/template.js';
import { labelKeys } from '../text/labels.js';
import { rememberWord, type Word } from '../text/word.js';

const PROSE_ONLY = 'prose-only';

/** How well one form fits the page. */
interface Fit {
  readonly template: Template;
  /** How many labels of its tables the page prints. */
  readonly hits: number;
  readonly score: number;
}

export interface Detection {
  readonly best: Fit | null;
  readonly runnerUp: Fit | null;
  readonly reasons: readonly string[];
}

/**
 * Recognises the form by the labels that the page prints, never by the year alone: the form that knows most of them,
 * whatever the page has left out or added.
 * @param words cells and lines of the page's body that may be labels
 * @param year the report year, used only between editions that the page's labels do not tell apart
 */
export function detectTemplate(
  words: readonly Word[],
  year: number | null,
  templates: readonly Template[],
): Detection {
  const index = indexOf(templates);
  const found = findNodes(words, index);
  const fits = measureFits(found, index).sort((a, b) => b.hits - a.hits || b.score - a.score);
  const [first = null, second = null] = fits.filter((f) => f.hits >= rules.fewest_labels);
  if (!first) return { best: null, runnerUp: fits.find((f) => f.hits > 0) ?? null, reasons: [] };
  const rivals = fits.filter((f) => f.hits === first.hits);
  const byYear = rivals.find((f) => year !== null && isInForce(f.template, year));
  const best = rivals.length > 1 && byYear ? byYear : first;
  const reasons = [
    `${best.hits} labels of this form, among them ${sample(templates.indexOf(best.template), found, index)}`,
  ];
  if (rivals.length > 1)
    reasons.push(
      byYear ? `edition by the report year ${year}: the labels fit both` : 'the labels fit several editions',
    );
  return { best, runnerUp: fits.find((f) => f !== best && f.hits > 0) ?? second, reasons };
}

/** A label of a template, once. */
interface Label {
  readonly text: string;
  /** The position of its template. */
  readonly owner: number;
  /** Rows that only some pages have are none. */
  isRegular: boolean;
  /** No other template knows it. */
  readonly isOwn: () => boolean;
}

/** The labels of some templates, looked up by their keys. */
interface LabelIndex {
  readonly templates: readonly Template[];
  /** The nodes of all forms that a text may be, by their numbers. */
  readonly nodesOf: (word: Word) => readonly number[];
  /** Of each node the number of its label. */
  readonly labelOf: readonly number[];
  readonly labels: readonly Label[];
  /** Of each label the position of its template, and 1 where it is regular. */
  readonly owners: Uint16Array;
  readonly isRegular: Uint8Array;
  /** Of each template how many labels are regular. */
  readonly regular: readonly number[];
}

const indexes = new WeakMap<readonly Template[], LabelIndex>();

function indexOf(templates: readonly Template[]): LabelIndex {
  const index = indexes.get(templates) ?? buildIndex(templates);
  indexes.set(templates, index);
  return index;
}

function buildIndex(templates: readonly Template[]): LabelIndex {
  const labels: Label[] = [];
  const labelOf: number[] = [];
  const nodes = new Map<string, number[]>();
  for (const [owner, template] of templates.entries()) {
    const known = new Map<string, number>();
    for (const node of template.forms.flatMap((form) => form.nodes)) {
      const at = known.get(node.label) ?? labels.push(createLabel(node.label, owner, templates)) - 1;
      known.set(node.label, at);
      const label = labels[at];
      if (label && (!node.local || node.kind !== 'row')) label.isRegular = true;
      for (const key of node.keys)
        if (key.length >= rules.shortest_label) listIn(nodes, key).push(labelOf.length);
      labelOf.push(at);
    }
  }
  const nodesOf = rememberWord(({ text }) => {
    const found = labelKeys(text).flatMap((key) => nodes.get(key) ?? []);
    return found.length > 0 ? found : NO_NODES;
  });
  const regular = templates.map((_, i) => labels.filter((l) => l.owner === i && l.isRegular).length);
  const owners = Uint16Array.from(labels, ({ owner }) => owner);
  const isRegular = Uint8Array.from(labels, (label) => Number(label.isRegular));
  return { templates, nodesOf, labelOf, labels, owners, isRegular, regular };
}

const NO_NODES: readonly number[] = [];

function createLabel(text: string, owner: number, templates: readonly Template[]): Label {
  let known: boolean | undefined;
  const isOwn = () => {
    known ??= !templates.some((other, i) => i !== owner && knows(other, text));
    return known;
  };
  return { text, owner, isRegular: false, isOwn };
}

function listIn(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** 1 for every node that a text of the page may be. */
function findNodes(words: readonly Word[], { nodesOf, labelOf }: LabelIndex): Uint8Array {
  const found = new Uint8Array(labelOf.length);
  for (const word of words) for (const node of nodesOf(word)) found[node] = 1;
  return found;
}

/** The fit of every template. */
function measureFits(found: Uint8Array, index: LabelIndex): Fit[] {
  const { templates, labelOf, owners, isRegular, regular } = index;
  const isCounted = new Uint8Array(owners.length);
  const hits = templates.map(() => 0);
  const usual = templates.map(() => 0);
  for (let node = 0; node < found.length; node++) {
    if (found[node] === 0) continue;
    const label = labelOf[node] ?? 0;
    if (isCounted[label] === 1) continue;
    isCounted[label] = 1;
    const owner = owners[label] ?? 0;
    hits[owner] = (hits[owner] ?? 0) + 1;
    if (isRegular[label] === 1) usual[owner] = (usual[owner] ?? 0) + 1;
  }
  return templates.map((template, i) => {
    const share = (usual[i] ?? 0) / (regular[i] ?? 0);
    return { template, hits: hits[i] ?? 0, score: Math.round(share * 1000) / 1000 };
  });
}

/** Some labels of a template that are found, in the order of its nodes; those that no other has, if there are any. */
function sample(owner: number, found: Uint8Array, { labelOf, labels, owners }: LabelIndex): string {
  const some = new Set<string>();
  const own = new Set<string>();
  for (let node = 0; node < found.length && own.size < rules.labels_in_reason; node++) {
    const at = labelOf[node] ?? 0;
    const label = found[node] === 1 && owners[at] === owner ? labels[at] : undefined;
    if (!label) continue;
    if (some.size < rules.labels_in_reason) some.add(label.text);
    if (label.isOwn()) own.add(label.text);
  }
  return [...(own.size > 0 ? own : some)].join(', ');
}

function knows(template: Template, label: string): boolean {
  const keys = labelKeys(label);
  return template.forms.some((form) => keys.some((key) => form.keys.has(key)));
}

function isInForce({ data }: Template, year: number): boolean {
  return year >= data.years[0] && year <= data.years[1];
}

/** The verdict as the record gives it: a form, prose only, or nothing where the page is no report. */
export function toVerdict({ best, runnerUp, reasons }: Detection, isReport: boolean): TemplateVerdict {
  const rival = runnerUp && {
    family: runnerUp.template.data.family,
    edition: runnerUp.template.data.edition,
    score: runnerUp.score,
  };
  if (!isReport)
    return { family: null, edition: null, score: 0, runner_up: rival, reasons: ['the page is no report'] };
  if (!best)
    return {
      family: PROSE_ONLY,
      edition: null,
      score: 0,
      runner_up: rival,
      reasons: ['no table of a known form'],
    };
  const { family, edition } = best.template.data;
  return { family, edition, score: best.score, runner_up: rival, reasons: [...reasons] };
}
