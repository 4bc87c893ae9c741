import type { GipRecord, Value } from '../model/record.js';
import type { CheckedValue } from './figures.js';

/** What rules over several pages need of one; the rest of its record need not be kept. */
export interface PageFacts {
  readonly path: string;
  readonly file: string | null;
  readonly sha256: string;
  readonly family: string | null;
  readonly edition: string | null;
  readonly year: number | null;
  readonly adcode: string | null;
  readonly isGovernment: boolean;
  /** The same for the reports of one body, whatever its name was in a year; null where the page does not tell. */
  readonly body: string | null;
  /** Numbers only. */
  readonly values: readonly CheckedValue[];
}

export function keepFacts(record: GipRecord, file: string | null): PageFacts {
  const { report, template, source, values } = record;
  const isGovernment = report.kind === 'government';
  return {
    path: source.path,
    file,
    sha256: source.sha256,
    family: template.family,
    edition: template.edition,
    year: report.report_year,
    adcode: report.adcode,
    isGovernment,
    body: detach(nameBody(report, isGovernment)),
    values: values.flatMap(keepValue),
  };
}

/** A part of a text keeps all of it in memory: a folder's pages must not stay there for their figures. */
function keepValue({ code, value, state, origin, approximate, place }: Value): CheckedValue[] {
  return value === null ? [] : [{ code, value, state, origin, approximate, place, raw: String(value) }];
}

function detach(text: string | null): string | null {
  return text === null ? null : Buffer.from(text).toString();
}

/** A government is known by its area, whose code of today outlives its names; other bodies by area and name. */
function nameBody(
  { adcode, adcode_current, publisher }: GipRecord['report'],
  isGovernment: boolean,
): string | null {
  const area = adcode_current ?? adcode;
  if (isGovernment && area !== null) return area;
  return publisher === null ? null : `${area ?? ''} ${publisher}`;
}
