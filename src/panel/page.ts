import type { GipRecord } from '../model/record.js';
import { editionOf } from '../template/crosswalk.js';
import { type PanelCell, readCells } from './cells.js';
import { pack } from './pack.js';

/** Where a row or a decision comes from. */
export interface PageSource {
  readonly path: string;
  readonly container: string | null;
  readonly sha256: string;
}

/** What the panel keeps of a page. */
export interface PanelPage extends PageSource {
  readonly year: number;
  readonly adcode: string | null;
  readonly adcode_current: string | null;
  readonly level: string | null;
  readonly kind: string | null;
  readonly name: string;
  /** What tells bodies of one area apart: nothing for its government, else the name without the area's. */
  readonly ownName: string;
  readonly status: string;
  readonly family: string | null;
  readonly form: string | null;
  /** The edition by whose lines the page is read. */
  readonly edition: string;
  /** By which the better page is found, one number a rule, lower is better. */
  readonly rank: readonly number[];
  readonly cells: string;
}

/** A page that is in no row, and why. */
export interface LeftOut extends PageSource {
  readonly reason: string;
  readonly year: number | null;
  readonly name: string | null;
}

/** The rules by which one of several pages of a body and year is taken, in their order. */
export const RULES = [
  'status',
  'fewer_contradicted',
  'more_double',
  'more_figures',
  'more_from_tables',
  'government_site',
] as const;

const STATUSES = ['parsed', 'partial', 'no_figures'];

/** What the panel keeps of a record; of one that says not what it is about, only why it is left out. */
export function readPage(record: GipRecord): PanelPage | LeftOut {
  const { source, report, template, status } = record;
  const { path, container, sha256 } = source;
  const { report_year: year, publisher: name, adcode, adcode_current, level, kind } = report;
  const reason = whyNot(record);
  if (reason !== null || year === null || name === null)
    return { path, container, sha256, reason: reason ?? '', year, name };
  const edition = editionOf(template.edition, year);
  const cells = readCells(record, edition);
  return {
    ...{ path, container, sha256, year, name, adcode, adcode_current, level, kind, status, edition },
    ownName: kind === 'government' && adcode !== null ? '' : withoutPlace(name, report.place),
    family: template.family,
    form: template.edition,
    rank: rankOf(record, cells),
    cells: pack(cells),
  };
}

/** A body whose area is unknown may be any of several of its name. */
function whyNot({ status, report }: GipRecord): string | null {
  if (!STATUSES.includes(status)) return status;
  if (report.report_year === null) return 'no_year';
  if (report.publisher === null) return 'no_publisher';
  if (report.adcode !== null || report.level === 'national') return null;
  return report.alternatives.length > 0 ? 'several_places' : 'no_place';
}

function withoutPlace(name: string, place: string | null): string {
  if (place === null || !name.startsWith(place)) return name;
  return name.slice(place.length) || name;
}

function rankOf({ status, source }: GipRecord, cells: readonly PanelCell[]): number[] {
  const count = (is: (cell: PanelCell) => boolean) => cells.filter(is).length;
  return [
    STATUSES.indexOf(status),
    count(({ corroboration }) => corroboration === 'contradicted'),
    -count(({ value, corroboration }) => value !== null && corroboration === 'double'),
    -count(({ value }) => value !== null),
    -count(({ value, origin }) => value !== null && origin === 'table'),
    isOfGovernment(source.url) ? 0 : 1,
  ];
}

const governmentSite = /^https?:\/\/(?:[^/?#@]*\.)?gov\.cn(?::\d+)?(?:[/?#]|$)/i;

function isOfGovernment(url: string | null): boolean {
  return url !== null && governmentSite.test(url.slice(0, 300));
}
