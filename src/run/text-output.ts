import { once } from 'node:events';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import type { Writer } from '../output/writers.js';
import type { Output, Target } from './output.js';

type Put = (text: string | Uint8Array) => void | Promise<void>;

/** Pieces of text with what stands before, between and behind them. */
export function createText({ open, between, close }: Writer, put: Put, hasPieces = false) {
  let isFirst = !hasPieces;
  return {
    begin: () => put(open()),
    async add(piece: Uint8Array) {
      if (piece.length === 0) return;
      if (!isFirst && between !== '') await put(between);
      await put(piece);
      isFirst = false;
    },
    finish: () => put(close()),
  };
}

/** A stream, which is waited for where it is full, until the signal fires. */
export function streamTarget(writer: Writer, stream: Writable, signal: AbortSignal): Target {
  const put = async (text: string | Uint8Array) => {
    if (text.length === 0 || stream.write(text)) return;
    await once(stream, 'drain', { signal }).catch((error) => {
      signal.throwIfAborted();
      throw error;
    });
  };
  return plainTarget(writer, put, () => {});
}

/** A device or a pipe that is there and stays what it is. */
export function deviceTarget(writer: Writer, path: string): Target {
  const file = openSync(path, 'w');
  return plainTarget(
    writer,
    (text) => writeFileSync(file, text),
    () => closeSync(file),
  );
}

/** What was written cannot be taken back. */
function plainTarget(writer: Writer, put: Put, close: () => void): Target {
  const text = createText(writer, put);
  const output: Output = {
    add: (_, piece) => (piece ? text.add(piece) : undefined),
    async finish() {
      await text.finish();
      close();
    },
    abandon() {
      close();
      return null;
    },
  };
  return {
    earlier: [],
    async begin() {
      await text.begin();
      return output;
    },
  };
}
