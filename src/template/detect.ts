import rules from '../data/detect.json' with { type: 'json' };
import type { TemplateVerdict } from '../model/record.js';
import type { FormNode, Template } from '../model/template.js';
import { labelKeys } from '../text/labels.js';
import { remember } from '../text/remember.js';

const PROSE_ONLY = 'prose-only';

/** How well one form fits the page. */
interface Fit {
  readonly template: Template;
  /** Labels of its tables that the page prints. */
  readonly hits: readonly string[];
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
 * @param texts cells and lines of the page's body that may be labels
 * @param year the report year, used only between editions that the page's labels do not tell apart
 */
export function detectTemplate(
  texts: readonly string[],
  year: number | null,
  templates: readonly Template[],
): Detection {
  const fits = measureFits(texts, templates).sort(
    (a, b) => b.hits.length - a.hits.length || b.score - a.score,
  );
  const [first = null, second = null] = fits.filter((f) => f.hits.length >= rules.fewest_labels);
  if (!first) return { best: null, runnerUp: fits.find((f) => f.hits.length > 0) ?? null, reasons: [] };
  const rivals = fits.filter((f) => f.hits.length === first.hits.length);
  const byYear = rivals.find((f) => year !== null && isInForce(f.template, year));
  const best = rivals.length > 1 && byYear ? byYear : first;
  const { isOwn } = indexOf(templates);
  const own = best.hits.filter((label) => isOwn(best.template, label));
  const reasons = [
    `${best.hits.length} labels of this form, among them ${sample(own.length > 0 ? own : best.hits)}`,
  ];
  if (rivals.length > 1)
    reasons.push(
      byYear ? `edition by the report year ${year}: the labels fit both` : 'the labels fit several editions',
    );
  return { best, runnerUp: fits.find((f) => f !== best && f.hits.length > 0) ?? second, reasons };
}

/** The labels of some templates, looked up by their keys. */
interface LabelIndex {
  /** The nodes that a text may be, as their places in `nodes`. */
  readonly placesOf: (text: string) => readonly number[];
  readonly nodes: readonly { readonly template: Template; readonly node: FormNode }[];
  /** Labels of a template but those of rows that only some pages have. */
  readonly regular: ReadonlyMap<Template, ReadonlySet<string>>;
  /** No other template knows the label. */
  readonly isOwn: (template: Template, label: string) => boolean;
}

const indexes = new WeakMap<readonly Template[], LabelIndex>();

function indexOf(templates: readonly Template[]): LabelIndex {
  const index = indexes.get(templates) ?? buildIndex(templates);
  indexes.set(templates, index);
  return index;
}

function buildIndex(templates: readonly Template[]): LabelIndex {
  const nodes = templates.flatMap((template) =>
    template.forms.flatMap((form) => form.nodes.map((node) => ({ template, node }))),
  );
  const places = new Map<string, number[]>();
  for (const [at, { node }] of nodes.entries())
    for (const key of node.keys) if (key.length >= rules.shortest_label) listIn(places, key).push(at);
  const regular = new Map(templates.map((template) => [template, new Set<string>()]));
  for (const { template, node } of nodes)
    if (!node.local || node.kind !== 'row') regular.get(template)?.add(node.label);
  const own = new Map(templates.map((template) => [template, new Map<string, boolean>()]));
  const isOwn = (template: Template, label: string) => {
    const known = own.get(template)?.get(label);
    if (known !== undefined) return known;
    const isFound = !templates.some((other) => other !== template && knows(other, label));
    own.get(template)?.set(label, isFound);
    return isFound;
  };
  const placesOf = remember((text) => labelKeys(text).flatMap((key) => places.get(key) ?? []));
  return { placesOf, nodes, regular, isOwn };
}

function listIn(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** The fit of every template. */
function measureFits(texts: readonly string[], templates: readonly Template[]): Fit[] {
  const { placesOf, nodes, regular } = indexOf(templates);
  const found = new Uint8Array(nodes.length);
  for (const text of texts) for (const at of placesOf(text)) found[at] = 1;
  const hits = new Map(templates.map((template) => [template, new Set<string>()]));
  for (let at = found.indexOf(1); at >= 0; at = found.indexOf(1, at + 1)) {
    const one = nodes[at];
    if (one) hits.get(one.template)?.add(one.node.label);
  }
  return templates.map((template) => {
    const own = [...(hits.get(template) ?? [])];
    const known = regular.get(template) ?? new Set();
    const share = own.filter((label) => known.has(label)).length / known.size;
    return { template, hits: own, score: Math.round(share * 1000) / 1000 };
  });
}

function knows(template: Template, label: string): boolean {
  const keys = labelKeys(label);
  return template.forms.some((form) => keys.some((key) => form.keys.has(key)));
}

function isInForce({ data }: Template, year: number): boolean {
  return year >= data.years[0] && year <= data.years[1];
}

function sample(labels: readonly string[]): string {
  return labels.slice(0, rules.labels_in_reason).join(', ');
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
