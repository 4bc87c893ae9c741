import type { GipRecord } from '../model/record.js';
import type { Catalogue, Indicator, Template } from '../model/template.js';
import { explainCode } from '../output/why-code.js';
import { explainPage } from '../output/why-page.js';
import { isUnusable } from '../run/input-row.js';
import type { Translate } from '../talk/translate.js';
import { codesOf } from '../template/codes.js';
import { likeness } from '../text/labels.js';
import { viewPage } from '../view-page.js';
import { containerOptionsOf } from './input-options.js';
import type { Terminal } from './terminal.js';
import type { WhyFlags } from './why-command.js';

const MOST_SUGGESTIONS = 5;
const LEAST_ALIKE = 0.5;

type Speaker = Pick<Terminal, 'stdin' | 'stdout' | 'say' | 'translate' | 'language'>;

/**
 * Explains a page, or how it states one indicator, by code or column name.
 * @returns the exit status: 0; 1 where the page cannot be read or does not state the indicator; 2 for an unknown code
 */
export async function why(
  path: string,
  wanted: string | undefined,
  flags: WhyFlags,
  catalogue: Catalogue,
  { stdin, stdout, say, translate, language }: Speaker,
): Promise<0 | 1 | 2> {
  const indicator = wanted === undefined ? undefined : findIndicator(wanted, catalogue);
  if (wanted !== undefined && !indicator) {
    say(`gip-parse: ${wanted}: no indicator of the codebook; ${suggest(wanted, catalogue)}`);
    return 2;
  }
  const { maxBytes, encoding, page: name } = flags;
  const input = { ...containerOptionsOf(flags), stdin, maxBytes };
  const options = { catalogue, ...(encoding === undefined ? {} : { encoding }) };
  try {
    const { record, look } = await viewPage({ path, name }, input, options);
    const isThere = record.values.some(({ code }) => code === indicator?.code);
    const meaning = indicator && language() === 'en' ? [indicator.meaning] : [];
    const lines = indicator
      ? explainCode(record, { ...indicator, meaning }, look, translate)
      : explainPage(record, translate);
    if (indicator && !isThere) lines.push(...explainAbsence(record, indicator, catalogue, translate));
    stdout.write(`${lines.join('\n')}\n`);
    return isUnusable(record, false) || (indicator && !isThere) ? 1 : 0;
  } catch (error) {
    say(`gip-parse: ${path}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

function findIndicator(wanted: string, { indicators }: Catalogue): Indicator | undefined {
  return [...indicators.values()].find(({ code, name }) => code === wanted || name === wanted);
}

/** The indicators most like what was asked for. */
function suggest(wanted: string, { indicators }: Catalogue): string {
  const nearest = [...indicators.values()]
    .map(({ code, name, label_zh: label }) => ({
      code,
      name,
      score: likenessOf(wanted, [code, name, label]),
    }))
    .filter(({ score }) => score >= LEAST_ALIKE)
    .sort((a, b) => b.score - a.score || a.code.length - b.code.length)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ code, name }) => `${code} (${name})`);
  return nearest.length > 0 ? `did you mean ${nearest.join(', ')}?` : 'gip-parse codebook lists them';
}

function likenessOf(wanted: string, words: readonly string[]): number {
  return Math.max(...words.map((word) => (word.includes(wanted) ? 1 : likeness(word, wanted))));
}

/** What is known of an indicator that the page does not state. */
function explainAbsence(
  { status, reason, template, coverage }: GipRecord,
  { code }: Indicator,
  { templates, indicators }: Catalogue,
  translate: Translate,
): string[] {
  const form = templates.find(({ data }) => isForm(data, template));
  const said = [
    translate(
      `  The page does not state it: there is no cell and no sentence for it. Status ${status}: ${reason}`,
    ),
  ];
  if (!form) return said;
  if (!codesOf(form.data, indicators).has(code))
    return [...said, translate(`  The form (${form.data.id}) does not ask for it.`)];
  const missing = coverage.rows_missing.length > 0 ? coverage.rows_missing.join(', ') : translate('none');
  return [
    ...said,
    translate(`  The form (${form.data.id}) asks for it. Rows of the form that the page lacks: ${missing}`),
  ];
}

function isForm(data: Template['data'], { family, edition }: GipRecord['template']): boolean {
  return data.family === family && data.edition === edition;
}
