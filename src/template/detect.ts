import rules from '../data/detect.json' with { type: 'json' };
import type { TemplateVerdict } from '../model/record.js';
import type { FormNode, Template } from '../model/template.js';
import { labelKeys } from '../text/labels.js';

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
  const printed = new Set(texts.flatMap(labelKeys));
  const fits = templates
    .map((template) => measureFit(template, printed))
    .sort((a, b) => b.hits.length - a.hits.length || b.score - a.score);
  const [first = null, second = null] = fits.filter((f) => f.hits.length >= rules.fewest_labels);
  if (!first) return { best: null, runnerUp: fits.find((f) => f.hits.length > 0) ?? null, reasons: [] };
  const rivals = fits.filter((f) => f.hits.length === first.hits.length);
  const byYear = rivals.find((f) => year !== null && isInForce(f.template, year));
  const best = rivals.length > 1 && byYear ? byYear : first;
  const own = best.hits.filter((label) => !templates.some((t) => t !== best.template && knows(t, label)));
  const reasons = [
    `${best.hits.length} labels of this form, among them ${sample(own.length > 0 ? own : best.hits)}`,
  ];
  if (rivals.length > 1)
    reasons.push(
      byYear ? `edition by the report year ${year}: the labels fit both` : 'the labels fit several editions',
    );
  return { best, runnerUp: fits.find((f) => f !== best && f.hits.length > 0) ?? second, reasons };
}

function measureFit(template: Template, printed: ReadonlySet<string>): Fit {
  const nodes = template.forms.flatMap((form) => form.nodes);
  const isPrinted = (keys: readonly string[]) =>
    keys.some((key) => key.length >= rules.shortest_label && printed.has(key));
  const found = nodes.filter((node) => isPrinted(node.keys));
  const hits = [...new Set(found.map((node) => node.label))];
  const isRegular = (node: FormNode) => !node.local || node.kind !== 'row';
  const regular = new Set(nodes.filter(isRegular).map((node) => node.label));
  const share = hits.filter((label) => regular.has(label)).length / regular.size;
  return { template, hits, score: Math.round(share * 1000) / 1000 };
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
