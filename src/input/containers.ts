import type { Entry, FileEntry, PageEntry, Reader, Settings, Source } from './container.js';
import type { ContainerKind, Input, NoPage, PageInput } from './input.js';
import { kindOfName, skipReason } from './kind-of-name.js';
import { type Budget, createBudget } from './limits.js';
import { readBytes } from './read-bytes.js';
import { reasonOf } from './reasons.js';
import { gunzip } from './streams.js';

/** A container, and where it stands. */
export interface Container extends Source {
  readonly kind: Exclude<ContainerKind, 'list'>;
  readonly path: string;
  readonly container: string | null;
  /** Whether the call names it: what was only found in a folder may hold no pages. */
  readonly isNamed: boolean;
}

interface Context {
  readonly settings: Settings;
  readonly budget: Budget;
  readonly depth: number;
}

/** Each is loaded when the first of its containers turns up. */
const READERS: Readonly<Record<Container['kind'], () => Promise<Reader>>> = {
  jsonl: async () => (await import('./read-jsonl.js')).readJsonl,
  csv: async () => (await import('./read-csv.js')).readCsv,
  warc: async () => (await import('./read-warc.js')).readWarc,
  zip: async () => (await import('./read-zip.js')).readZip,
  tar: async () => (await import('./read-tar.js')).readTar,
};

const NO_PAGES = 'holds no pages';
export const LIST_WITHIN = 'is a list of paths, which is read only where it is named itself';

/** The pages of a container, of `size` bytes where that is known, and of those in it. */
export function readContainer(
  found: Container,
  size: number | null,
  settings: Settings,
): AsyncGenerator<Input> {
  const budget = createBudget(settings);
  budget.feed(size ?? 0);
  const open = size === null ? () => budget.count(found.open()) : found.open;
  return readAll({ ...found, open }, { settings, budget, depth: 1 });
}

async function* readAll(found: Container, context: Context): AsyncGenerator<Input> {
  const { settings, budget } = context;
  const inside = found.container === null ? found.path : `${found.container}!/${found.path}`;
  const told = (kind: NoPage['kind'], reason: string): NoPage => ({
    kind,
    path: found.path,
    container: found.container,
    reason,
  });
  let inputs = 0;
  try {
    const read = await READERS[found.kind]();
    for await (const entry of read(found, settings, budget)) {
      if (entry.kind === 'refused') return yield told(found.isNamed ? 'missing' : 'skipped', entry.reason);
      if (entry.kind === 'file') budget.addMember();
      if (budget.spent() === null) yield* readEntry(entry, inside, context);
      const reason = budget.spent();
      if (reason !== null) return yield told('missing', `${reason}: the rest is not read`);
      if (entry.kind !== 'skipped') inputs++;
    }
  } catch (error) {
    return yield told('missing', `${reasonOf(error)}; files read before: ${inputs}`);
  }
  if (inputs === 0) yield told(found.isNamed ? 'no_pages' : 'skipped', NO_PAGES);
}

async function* readEntry(
  entry: Exclude<Entry, { kind: 'refused' }>,
  container: string,
  context: Context,
): AsyncGenerator<Input> {
  if (entry.kind === 'page') yield pageOf(entry, container, context);
  else if (entry.kind === 'file') yield* readFile(entry, container, context);
  else yield { kind: entry.kind, path: entry.path, container, reason: entry.reason };
}

async function* readFile(
  { path, open }: FileEntry,
  container: string,
  context: Context,
): AsyncGenerator<Input> {
  const { settings, budget, depth } = context;
  const { kind, isGzip } = kindOfName(path);
  const noPage = (is: NoPage['kind'], reason: string): NoPage => ({ kind: is, path, container, reason });
  if (kind === 'unknown') yield noPage('skipped', skipReason(path));
  else if (kind === 'list') yield noPage('skipped', LIST_WITHIN);
  else if (kind === 'page') {
    const page = {
      url: null,
      fetchedAt: null,
      declared: null,
      open: isGzip ? () => gunzip(open(), budget) : open,
    };
    yield pageOf({ ...page, path }, container, context);
  } else if (depth >= settings.maxNesting)
    yield noPage('missing', `is nested deeper than --max-nesting ${settings.maxNesting} allows`);
  else
    yield* readAll(
      { kind, path, container, open, file: null, isNamed: false },
      { ...context, depth: depth + 1 },
    );
}

function pageOf(page: Omit<PageEntry, 'kind'>, container: string, { settings }: Context): PageInput {
  const { path, url, fetchedAt, declared, open } = page;
  const read = async () => {
    try {
      return await readBytes(open(), settings.maxBytes);
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error });
    }
  };
  return { kind: 'page', path, container, file: null, url, fetchedAt, declared, read };
}
