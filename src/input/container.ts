import type { DiskPath } from './disk.js';
import type { InputOptions } from './input.js';
import type { Budget } from './limits.js';
import type { Bytes } from './streams.js';

/** A container as it is read: its bytes can be had once. */
export interface Source {
  readonly open: () => Bytes;
  /** On disk, where it lies there as it is. */
  readonly file: DiskPath | null;
}

/** A page out of a dump; read at most once, before the next entry is asked for. */
export interface PageEntry {
  readonly kind: 'page';
  readonly path: string;
  readonly url: string | null;
  readonly fetchedAt: string | null;
  readonly declared: string | null;
  readonly open: () => Bytes;
}

/** A file out of an archive, to be judged by its name; read like a page. */
export interface FileEntry {
  readonly kind: 'file';
  readonly path: string;
  readonly open: () => Bytes;
}

/** Something in a container that is not read. */
export interface NoEntry {
  readonly kind: 'skipped' | 'missing';
  readonly path: string;
  readonly reason: string;
}

/** The container as a whole holds no pages. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: string;
}

export type Entry = PageEntry | FileEntry | NoEntry | Refusal;

export type Settings = Required<InputOptions>;

/** Reads a container's entries in its order; throws where it cannot be read on. */
export type Reader = (source: Source, settings: Settings, budget: Budget) => AsyncGenerator<Entry>;
