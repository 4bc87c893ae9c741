import { type PageBytes, readBytes } from '../input/read-bytes.js';
import type { GipRecord } from '../model/record.js';
import type { Catalogue } from '../model/template.js';
import { loadWriter } from '../output/writers.js';
import { loadCatalogue } from '../template/load.js';
import { openCache, type RecordCache } from './cache.js';
import { readingOf } from './fingerprint.js';
import { loadFinisher } from './finish-record.js';
import { rowOfRecord } from './input-row.js';
import type { PageJob, PageResult, PageSettings } from './page-job.js';
import { type PageStage, readRecord } from './read-record.js';

/** Makes ready what the pages of a run are read with, and reads them one at a time. */
export async function createPageReader(
  settings: PageSettings,
): Promise<(job: PageJob) => Promise<PageResult>> {
  const { templates, encoding, maxBytes, text, profile } = settings;
  const catalogue = await readCatalogue(templates);
  const print = text === null ? toJson : (await loadWriter(text, catalogue.indicators)).write;
  const finish = await loadFinisher(settings);
  const reading = { catalogue, encoding, maxBytes };
  let cacheProblem: string | null = null;
  const cache = openCacheFor(settings, (problem) => {
    cacheProblem = problem;
  });
  return async (job) => {
    cacheProblem = null;
    const started = performance.now();
    const { stages, mark } = createStopwatch(started);
    const onStage = profile ? mark : null;
    const whole = await readRecord(job, () => readJob(job, maxBytes), { ...reading, cache, onStage });
    const record = finish(whole);
    const output = encode(print(record));
    onStage?.('write');
    const row = rowOfRecord(record, job.spent + performance.now() - started);
    return { output, row, stages, cacheProblem };
  };
}

/** Adds up the time from each mark to the next, by the stage that is done at it. */
function createStopwatch(started: number) {
  const stages: Partial<Record<PageStage, number>> = {};
  let last = started;
  return {
    stages,
    mark(stage: PageStage) {
      const now = performance.now();
      stages[stage] = (stages[stage] ?? 0) + now - last;
      last = now;
    },
  };
}

/** The tool's forms, and those of a folder where one is named: only then what checks them is loaded. */
async function readCatalogue(templates: string | null): Promise<Catalogue> {
  if (templates === null) return loadCatalogue();
  const { loadExtraTemplates } = await import('../extra-templates.js');
  return loadExtraTemplates(templates);
}

const encoder = new TextEncoder();
/** Room for the text of all but a few records: into it, text is encoded in half of the time. */
const room = new Uint8Array(2 ** 21);
/** Bytes that a unit of text takes at most in UTF-8. */
const MOST_UTF8 = 3;

function encode(text: string): Uint8Array {
  if (text.length * MOST_UTF8 > room.length) return encoder.encode(text);
  return room.slice(0, encoder.encodeInto(text, room).written);
}

const toJson = (record: GipRecord) => JSON.stringify(record);

function openCacheFor(settings: PageSettings, onProblem: (problem: string) => void): RecordCache | null {
  return settings.cache === null ? null : openCache(settings.cache, readingOf(settings), onProblem);
}

async function readJob({ file, bytes }: PageJob, maxBytes: number): Promise<PageBytes | null> {
  return file === null ? bytes : readBytes(file, maxBytes);
}
