import reasons from '../../data/missing-reasons.json' with { type: 'json' };
import type { CellType } from '../column.js';
import type { Group, LabelledTable } from './labelled-table.js';

const TYPES: Readonly<Record<CellType, string>> = {
  text: 'string',
  integer: 'Int64',
  number: 'float64',
  boolean: 'boolean',
};

/** A script that loads the table with pandas as `data`, and beside it `missing` with the reasons. */
export function writePandas(table: LabelledTable): string {
  const { file, delimiter, columns, shape } = table;
  return [
    `"""Loads ${file}, which lies beside this file, with pandas.`,
    '',
    'data      the table; data.attrs["labels"] holds labels in Chinese and English and units, by column',
    'missing   why a number is missing, by the same rows and the columns of figures: the keys of "reasons"',
    '"""',
    'from pathlib import Path',
    '',
    'import pandas as pd',
    '',
    `types = ${dictionary(columns.map(({ name, type }) => [name, text(TYPES[type])]))}`,
    `labels = ${dictionary(columns.map(({ name, zh, en, unit }) => [name, `{"zh": ${text(zh)}, "en": ${text(en)}, "unit": ${unit === null ? 'None' : text(unit)}}`]))}`,
    `reasons = ${dictionary(Object.values(reasons).map(({ letter, zh, en }) => [letter, `{"zh": ${text(zh)}, "en": ${text(en)}}`]))}`,
    `states = ${dictionary((['blank', 'mark', 'text', 'withheld'] as const).map((state) => [state, text(reasons[state].letter)]))}`,
    '',
    'data = pd.read_csv(',
    `    Path(__file__).with_name(${text(file)}), sep=${text(delimiter)}, encoding="utf-8-sig", dtype=types,`,
    '    keep_default_na=False, na_values=[""],',
    ')',
    'data.attrs["labels"] = labels',
    '',
    ...(shape === 'wide' ? tellReasons(table.groups) : TELL_STATES),
  ].join('\n');
}

function tellReasons(groups: readonly Group[]): string[] {
  const list = groups.map(({ names, forms, prose }) => {
    const pairs = forms.map(({ family, edition }) => `(${text(family)}, ${text(edition)})`);
    const years = prose.map(([first, last]) => `(${first}, ${last})`);
    return `    ([${names.map(text).join(', ')}],\n     [${pairs.join(', ')}],\n     [${years.join(', ')}]),`;
  });
  return ['groups = [', ...list, ']', TELL_REASONS];
}

const TELL_REASONS = `listed = " " + data["nonnumbers"].fillna("") + " "
prose = data["family"].eq("prose-only").fillna(False)
placed = data["family"].notna() & ~(prose & data["report_year"].isna())
columns = {}
for names, forms, periods in groups:
    asked = pd.Series(list(zip(data["family"], data["edition"])), index=data.index, dtype=object).isin(forms)
    for first, last in periods:
        asked = asked | (prose & data["report_year"].between(first, last).fillna(False))
    for name in names:
        tag = pd.Series("e", index=data.index).mask(placed & ~asked, "d")
        for state, letter in states.items():
            tag = tag.mask(listed.str.contains(f" {name}={state} ", regex=False), letter)
        columns[name] = tag.where(data[name].isna())
missing = pd.DataFrame(columns, index=data.index)
`;

const TELL_STATES = ['missing = data["state"].map(states).where(data["value"].isna()).to_frame("value")', ''];

function dictionary(entries: readonly (readonly [name: string, value: string])[]): string {
  return `{\n${entries.map(([name, value]) => `    ${text(name)}: ${value},`).join('\n')}\n}`;
}

function text(value: string): string {
  return JSON.stringify(value);
}
