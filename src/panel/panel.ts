import type { GipRecord } from '../model/record.js';
import { compareText } from '../text/strings.js';
import { joinBodies } from './bodies.js';
import { compareSource, type Decision, explain, sortPages } from './choose.js';
import { type LeftOut, type PanelPage, readPage } from './page.js';

/** One row of the panel: a body in a year, filled by one page. */
export interface PanelRow {
  readonly body: string;
  readonly page: PanelPage;
  /** How many pages of this body and year there are. */
  readonly pages: number;
}

export interface Panel {
  /** Takes a record; in whichever order they come, the panel is the same. */
  readonly add: (record: GipRecord) => void;
  /** Rows by body and year; what was decided on the way, left-out pages first. */
  readonly finish: () => { readonly rows: PanelRow[]; readonly decisions: Decision[] };
}

/** Gathers the pages of a panel, keeping of each only what a row needs. */
export function createPanel(): Panel {
  const pages: PanelPage[] = [];
  const leftOut: LeftOut[] = [];
  return {
    add(record) {
      const page = readPage(record);
      if ('reason' in page) leftOut.push(page);
      else pages.push(page);
    },
    finish: () => buildPanel(pages, leftOut),
  };
}

function buildPanel(pages: readonly PanelPage[], leftOut: readonly LeftOut[]) {
  const { bodyOf, notJoined } = joinBodies(pages);
  const groups = new Map<string, { body: string; own: PanelPage[] }>();
  for (const page of pages) {
    const body = bodyOf(page);
    const key = `${body}\n${page.year}`;
    const group = groups.get(key) ?? { body, own: [] };
    group.own.push(page);
    groups.set(key, group);
  }
  const rows: PanelRow[] = [];
  const decisions: Decision[] = [
    ...[...leftOut].sort(compareSource).map(describeLeftOut),
    ...[...notJoined].sort(compareSource).map((page) => describeNotJoined(page, bodyOf(page))),
  ];
  const inOrder = [...groups.values()].sort(
    (a, b) => compareText(a.body, b.body) || yearOf(a.own) - yearOf(b.own),
  );
  for (const { body, own } of inOrder) {
    const [page, ...others] = sortPages(own);
    if (!page) continue;
    rows.push({ body, page, pages: own.length });
    for (const other of others) decisions.push(...explain(body, page, other));
  }
  return { rows, decisions };
}

function yearOf([page]: readonly PanelPage[]): number {
  return page?.year ?? 0;
}

const NOTHING = { chosen_path: null, variable: null, value: null, chosen_value: null };

function describeLeftOut({ reason, ...page }: LeftOut): Decision {
  return { decision: 'left_out', rule: reason, body: null, ...page, ...NOTHING };
}

function describeNotJoined({ year, name, path, container, sha256 }: PanelPage, body: string): Decision {
  const about = { body, year, name, path, container, sha256 };
  return { decision: 'not_joined', rule: 'same_successor', ...about, ...NOTHING };
}
