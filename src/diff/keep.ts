import { numberOf } from '../model/figure.js';
import type { GipRecord } from '../model/record.js';

/** What a comparison needs of a record. */
export interface KeptRecord {
  readonly path: string;
  readonly container: string | null;
  readonly sha256: string;
  /** Family and edition of the form; empty where there is none. */
  readonly template: string;
  /** What a person would see change: facts of the page, then values, each as text by its name. */
  readonly facts: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, string>;
}

/** Between code and origin of a value. */
export const ORIGIN = ' ';

/** Keeps of a record what is compared. */
export function keepRecord({ source, status, template, report, values }: GipRecord): KeptRecord {
  const { path, container, sha256 } = source;
  const form = [template.family, template.edition].filter((part) => part !== null).join(' ');
  const { report_year, publisher, adcode } = report;
  const facts = Object.entries({ status, template: form, report_year, publisher, adcode });
  return {
    ...{ path, container, sha256, template: form },
    facts: new Map(
      facts.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const])),
    ),
    values: new Map(
      values.map((value) => [value.code + ORIGIN + value.origin, String(numberOf(value) ?? value.state)]),
    ),
  };
}
