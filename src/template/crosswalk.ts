import data from '../data/crosswalk.json' with { type: 'json' };

const RELATIONS = ['same', 'renamed', 'redefined', 'break'] as const;
type Relation = (typeof RELATIONS)[number];

interface InTwoLanguages {
  readonly zh: string;
  readonly en: string;
}

/** How the form of one edition states a variable. */
interface CrosswalkLine {
  readonly edition: string;
  /** Indicators that are added; of a `break` the neighbours that do not compare. */
  readonly codes: readonly string[];
  readonly relation: Relation;
  readonly note: InTwoLanguages;
  /** The notice that fixes the form. */
  readonly source: string;
}

/** A column that holds what forms of several editions ask for. */
interface Variable {
  readonly name: string;
  readonly label: InTwoLanguages;
  readonly unit: string;
  /** Newest edition first. */
  readonly lines: readonly CrosswalkLine[];
}

type VariableData = (typeof data.variables)[number];

/** The variables of the panel, in the order of its columns. */
export const crosswalk: readonly Variable[] = data.variables.flatMap((variable) =>
  'each' in variable
    ? data.applicants.map(({ code, suffix, zh, en }) => build(variable, { code, suffix, zh, en }))
    : [build(variable, { code: '', suffix: '', zh: '', en: '' })],
);

/** Indicators that only one form has, by code or by the beginning of several, and why nothing stands for them elsewhere. */
export const noCounterpart = data.no_counterpart;

/** Names, codes and labels have `*` where they stand for each applicant. */
function build(
  { name, label, unit, lines }: VariableData,
  { code, suffix, zh, en }: { code: string; suffix: string; zh: string; en: string },
): Variable {
  return {
    name: name.replace('*', suffix),
    label: { zh: label.zh.replace('*', zh), en: label.en.replace('*', en) },
    unit,
    lines: lines.map(({ edition, codes, relation, note }) => ({
      edition,
      codes: codes.replaceAll('*', code).split(' + '),
      relation: relation as Relation,
      note,
      source: data.editions.find((known) => known.edition === edition)?.source ?? '',
    })),
  };
}

/** The edition whose lines a page is read by: its form's, else that of the forms in use in its year. */
export function editionOf(edition: string | null, year: number): string {
  const known = data.editions.find((own) => own.edition === edition);
  const inUse = data.editions.find(({ years: [first = 0, last = 0] }) => first <= year && year <= last);
  return (known ?? inUse ?? data.editions[0])?.edition ?? '';
}

/** How one indicator compares with the one that stands for it in a newer form. */
interface CodePair {
  readonly from: string;
  /** Edition of the form that states `from` so. */
  readonly edition: string;
  readonly code: string;
  readonly kind: Relation;
  readonly note: InTwoLanguages;
}

/** The lines of the crosswalk as pairs of indicators; parts of a sum are no pairs, neighbours that do not compare are. */
export function pairCodes(): CodePair[] {
  return crosswalk.flatMap(({ lines }) => {
    const to = lines.find(({ relation }) => relation === 'same')?.codes ?? [];
    const [code = ''] = to;
    if (to.length !== 1) return [];
    return lines.flatMap(({ edition, codes, relation, note }) => {
      if (relation !== 'break' && codes.length > 1) return [];
      const others = codes.filter((from) => from !== code || relation !== 'same');
      return others.map((from) => ({ from, edition, code, kind: relation, note }));
    });
  });
}
