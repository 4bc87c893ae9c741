import type { PageBytes } from './read-bytes.js';

/** Where a page comes from. */
export interface PageInput {
  readonly kind: 'page';
  /** What the record calls it: relative to the folder or container given, a single file's name, `-` for stdin. */
  readonly path: string;
  /** The archive or dump that holds it, as the call names it or relative to the folder given; null for a file. */
  readonly container: string | null;
  /** The page on disk as the call names it; null in a container and for stdin. */
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
export interface InputOptions {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Of larger pages, in bytes, only size and hash are kept. */
  readonly maxBytes: number;
}
