import type { PageBytes } from './read-bytes.js';

/** Where a page comes from. */
export interface PageInput {
  readonly kind: 'page';
  /**
   * What the record calls it: relative to the folder given, a single file's name, its name in an archive, `#12` and its
   * address for the twelfth line, row or record of a dump, `-` for stdin.
   */
  readonly path: string;
  /** The archive or dump that holds it, called as a page would be; `a.zip!/b.tar` for one in another; null for a file. */
  readonly container: string | null;
  /** The page on disk as the call names it; null where its bytes do not lie there as they are, or its name is no text. */
  readonly file: string | null;
  readonly url: string | null;
  readonly fetchedAt: string | null;
  /** The encoding that the transfer declared. */
  readonly declared: string | null;
  /**
   * The bytes, once at most and before the next input is asked for; whoever does not want them leaves them.
   * @throws where the file or the container cannot be read
   */
  readonly read: () => Promise<PageBytes>;
}

/** An input that is no page: another file, or something that cannot be read. */
export interface NoPage {
  /** `skipped` is no fault; `missing` and `no_pages` are. */
  readonly kind: 'skipped' | 'missing' | 'no_pages';
  readonly path: string;
  readonly container: string | null;
  /** What is said of it, after its path. */
  readonly reason: string;
}

export type Input = PageInput | NoPage;

/** What inputs are read with. */
export interface InputOptions extends Partial<ContainerOptions> {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Of larger pages, in bytes, only size and hash are kept. */
  readonly maxBytes: number;
}

export const CONTAINER_KINDS = ['jsonl', 'csv', 'warc', 'zip', 'tar', 'list'] as const;
export type ContainerKind = (typeof CONTAINER_KINDS)[number];

/** What a line or row of a dump may hold. */
export const FIELDS = ['body', 'url', 'date', 'encoding'] as const;
/** The name of the field or column that holds it; the usual names are tried where none is given. */
export type FieldNames = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/** How containers are read, and how much of them. */
export interface ContainerOptions {
  readonly stdinFormat: ContainerKind | 'page';
  readonly jsonlFields: FieldNames;
  readonly csvColumns: FieldNames;
  /** Files in an archive, those of archives in it among them. */
  readonly maxMembers: number;
  /** Bytes that come out of a container, whatever it is packed with. */
  readonly maxExpanded: number;
  /** Bytes that come out for each byte of the container. */
  readonly maxRatio: number;
  /** Archives in one another. */
  readonly maxNesting: number;
  /** Follow links that lead out of the folder given, and links to folders. */
  readonly followLinks: boolean;
}

export const CONTAINER_DEFAULTS: ContainerOptions = {
  stdinFormat: 'page',
  jsonlFields: {},
  csvColumns: {},
  maxMembers: 2_000_000,
  maxExpanded: 50_000_000_000,
  maxRatio: 200,
  maxNesting: 3,
  followLinks: false,
};
