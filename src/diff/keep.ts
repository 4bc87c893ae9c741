import { numberOf } from '../model/figure.js';
import type { GipRecord } from '../model/record.js';

/** What a comparison needs of a record. */
export interface KeptRecord {
  readonly path: string;
  readonly container: string | null;
  readonly sha256: string;
  /** Family and edition of the form; empty where there is none. */
  readonly template: string;
  /** What a person would see change, as text by its name. */
  readonly facts: ReadonlyMap<string, string>;
  /** Its values by code and origin, packed: a hundred thousand records are kept until their partners come. */
  readonly values: string;
}

/** Between code and origin of a value. */
export const ORIGIN = ' ';

/** Keeps records short: codes are numbered as they come. */
export interface Keeper {
  readonly keep: (record: GipRecord) => KeptRecord;
  /** What stands for each code and origin: a number, or the state where there is none. */
  readonly valuesOf: (kept: KeptRecord) => Map<string, string>;
}

export function createKeeper(): Keeper {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const numberFor = (name: string) => {
    const number = numbers.get(name) ?? names.push(name) - 1;
    numbers.set(name, number);
    return number;
  };
  return {
    keep({ source: { path, container, sha256 }, status, template, report, values }) {
      const form = [template.family, template.edition].filter((part) => part !== null).join(' ');
      const { report_year, publisher, adcode } = report;
      const facts = Object.entries({ status, template: form, report_year, publisher, adcode });
      const packed = values.map(
        (value) =>
          `${numberFor(value.code + ORIGIN + value.origin)}=${String(numberOf(value) ?? value.state)}`,
      );
      return {
        ...{ path, container, sha256, template: form },
        facts: new Map(
          facts.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const])),
        ),
        values: Buffer.from(packed.join(';')).toString('latin1'),
      };
    },
    valuesOf: ({ values }) =>
      new Map(
        (values === '' ? [] : values.split(';')).map((pair) => {
          const [number = '', value = ''] = pair.split('=');
          return [names[Number(number)] ?? '', value];
        }),
      ),
  };
}
