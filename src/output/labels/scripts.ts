import type { Labels } from '../../model/formats.js';
import type { LabelledTable } from './labelled-table.js';
import { writePandas } from './pandas.js';
import { writeR } from './r.js';
import { writeStata } from './stata.js';

interface Script {
  /** Ending of its file. */
  readonly ending: string;
  readonly write: (table: LabelledTable) => string;
}

/** How a labelled table is loaded, by the program that loads it. */
export const SCRIPTS: Readonly<Record<Labels, Script>> = {
  stata: { ending: '.do', write: writeStata },
  r: { ending: '.R', write: writeR },
  pandas: { ending: '.py', write: writePandas },
};
