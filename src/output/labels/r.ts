import reasons from '../../data/missing-reasons.json' with { type: 'json' };
import type { CellType } from '../column.js';
import type { Group, LabelledTable } from './labelled-table.js';

const CLASSES: Readonly<Record<CellType, string>> = {
  text: 'character',
  integer: 'numeric',
  number: 'numeric',
  boolean: 'logical',
};

/** A script that loads the table into R as `data`. */
export function writeR(table: LabelledTable): string {
  const { file, delimiter, columns, shape } = table;
  const figures = columns.filter(({ unit }) => unit !== null);
  return [
    `# Loads ${file} as "data". Needs the package haven; run it in the folder of the data:`,
    '# source("<this file>", encoding = "UTF-8")',
    '# Why a number is missing, by haven::na_tag(): a blank, b mark, c text, d not in this form, e not read, f withheld.',
    'library(haven)',
    '',
    `columns <- ${vector(columns.map(({ name, type }) => [name, CLASSES[type]]))}`,
    `label_zh <- ${vector(columns.map(({ name, zh }) => [name, zh]))}`,
    `label_en <- ${vector(columns.map(({ name, en }) => [name, en]))}`,
    `unit <- ${vector(figures.map(({ name, unit }) => [name, unit ?? '']))}`,
    `reasons <- ${vector(Object.values(reasons).map(({ letter, zh, en }) => [letter, `${zh} | ${en}`]))}`,
    'reasons <- setNames(tagged_na(names(reasons)), reasons)',
    `states <- ${vector((['blank', 'mark', 'text', 'withheld'] as const).map((state) => [state, reasons[state].letter]))}`,
    '',
    'data <- read.table(',
    `  ${text(file)}, skip = 1, sep = ${text(delimiter)}, quote = "\\"", comment.char = "", na.strings = "",`,
    '  encoding = "UTF-8", col.names = names(columns), colClasses = unname(columns), check.names = FALSE',
    ')',
    '',
    ...(shape === 'wide' ? tellReasons(table.groups) : TELL_STATES),
    'for (name in names(columns)) {',
    '  attr(data[[name]], "label") <- paste(label_zh[[name]], label_en[[name]], sep = " | ")',
    '  if (name %in% names(unit)) attr(data[[name]], "unit") <- unit[[name]]',
    '}',
    '',
  ].join('\n');
}

function tellReasons(groups: readonly Group[]): string[] {
  const list = groups.map(({ names, forms, prose }) =>
    [
      '  list(',
      `    names = c(${names.map(text).join(', ')}),`,
      `    forms = c(${forms.map(({ family, edition }) => text(`${family} ${edition}`)).join(', ')}),`,
      `    prose = list(${prose.map(([first, last]) => `${first}:${last}`).join(', ')})`,
      '  )',
    ].join('\n'),
  );
  return ['groups <- list(', list.join(',\n'), ')', TELL_REASONS];
}

const TELL_REASONS = `listed <- paste0(" ", ifelse(is.na(data$nonnumbers), "", data$nonnumbers), " ")
form <- paste(data$family, data$edition)
prose <- data$family %in% "prose-only"
placed <- !is.na(data$family) & !(prose & is.na(data$report_year))
for (group in groups) {
  asked <- form %in% group$forms
  for (years in group$prose) asked <- asked | (prose & data$report_year %in% years)
  for (name in group$names) {
    tag <- ifelse(placed & !asked, "d", "e")
    for (state in names(states)) {
      tag[grepl(paste0(" ", name, "=", state, " "), listed, fixed = TRUE)] <- states[[state]]
    }
    value <- data[[name]]
    if (anyNA(value)) value[is.na(value)] <- tagged_na(tag[is.na(value)])
    data[[name]] <- labelled(value, reasons)
  }
}
`;

const TELL_STATES = [
  'missing <- is.na(data$value) & data$state %in% names(states)',
  'if (any(missing)) data$value[missing] <- tagged_na(unname(states[data$state[missing]]))',
  'data$value <- labelled(data$value, reasons)',
  '',
];

function vector(entries: readonly (readonly [name: string, value: string])[]): string {
  return `c(\n${entries.map(([name, value]) => `  \`${name}\` = ${text(value)}`).join(',\n')}\n)`;
}

function text(value: string): string {
  return JSON.stringify(value);
}
