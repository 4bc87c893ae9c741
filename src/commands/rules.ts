import { type CatalogueEntry, findRule, listRules } from '../check/catalogue.js';
import { CallError } from '../model/call-error.js';
import type { Language } from '../talk/language.js';

/**
 * The catalogue of rules, a line each: id, kind, name; or all about one of them, in both languages.
 * @throws CallError where no rule has the id
 */
export function printRules(id: string | undefined, language: Language): string {
  if (id === undefined) return listLines(listRules(), language);
  const entry = findRule(id);
  if (!entry) throw new CallError(`there is no rule ${id}; gip-parse rules lists them`);
  return describe(entry).join('\n');
}

function listLines(entries: readonly CatalogueEntry[], language: Language): string {
  const widest = Math.max(...entries.map(({ rule }) => rule.id.length));
  return entries
    .map(({ rule: { id, kind, name } }) => `${id.padEnd(widest)}  ${kind.padEnd(9)}  ${name[language]}\n`)
    .join('');
}

function describe({ rule, scope, members }: CatalogueEntry): string[] {
  const { id, kind, name, explanation, false_alarms } = rule;
  const conditions = [
    ...(rule.where ? [`listed only where the page has ${rule.where.join(', ')}`] : []),
    ...(rule.unless
      ? [`not listed where the page has ${rule.unless.join(' or ')} and none of the line`]
      : []),
  ];
  return [
    `${id} (${kind})`,
    name.en,
    name.zh,
    '',
    ...(rule.line === undefined ? [] : [rule.line, '']),
    ...(members.length > 0 ? [`* stands for each of: ${members.join(', ')}`, ''] : []),
    explanation.en,
    explanation.zh,
    '',
    `about: ${scope}${rule.editions ? `, editions ${rule.editions.join(', ')}` : ''}`,
    ...conditions,
    `source: ${rule.source}`,
    `since: ${rule.since}`,
    `false alarms: ${false_alarms.en} ${false_alarms.zh}`,
    '',
  ];
}

const INTRODUCTION = `# Rules

<!-- Written by npm run rules from the data in src/data; do not edit. -->

What the figures of a page, and of the pages of a folder, are put to. \`gip-parse rules ID\` prints one of these.
What a record and a reader can and cannot conclude from them: [checks.md](checks.md).
`;

const KINDS = {
  identity:
    '## Identities\n\nTrue of every sound form; a failure means that a figure is wrong, on the page or in the reading.\n',
  bound:
    '## Bounds\n\nA part is no more than its whole; a failure means that a figure is wrong or counted by another rule.\n',
  suspicion: '## Suspicions\n\nTrue of most pages; those of which they are not may have good reasons.\n',
};

/** docs/rules.md: the catalogue as a page. */
export function writeRulesPage(): string {
  const entries = listRules();
  const parts = Object.entries(KINDS).map(([kind, head]) => {
    const own = entries.filter(({ rule }) => rule.kind === kind);
    return [head, ...own.map(describeInMarkdown)].join('\n');
  });
  return [INTRODUCTION, ...parts].join('\n');
}

function describeInMarkdown(entry: CatalogueEntry): string {
  const { id, name } = entry.rule;
  const [, , , , ...rest] = describe(entry);
  const line = entry.rule.line;
  const [, , ...behind] = line === undefined ? ['', '', ...rest] : rest;
  const equation = line === undefined ? [] : ['```text', line, '```', ''];
  return [`### ${id}`, '', `${name.en} · ${name.zh}`, '', ...equation, ...paragraphs(behind)].join('\n');
}

/** Lines that stand alone in the terminal are items of a list on a page. */
function paragraphs(lines: readonly string[]): string[] {
  const items = lines.filter((line) => line !== '').map((line) => `- ${line.replaceAll('*', '\\*')}`);
  return [...items, ''];
}
