import { closeSync, openSync, readSync } from 'node:fs';

/** Where a line stands in its file, in bytes. */
export interface LinePlace {
  readonly at: number;
  readonly length: number;
}

const CHUNK = 1 << 20;

/** The lines of a file, one after another; one without a line break at its end is cut off, and none. */
export function* readLines(file: string): Generator<LinePlace & { readonly text: string }> {
  const handle = openSync(file, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK);
    let open: Buffer = Buffer.alloc(0);
    let at = 0;
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      open = Buffer.concat([open, chunk.subarray(0, read)]);
      let start = 0;
      for (let end = open.indexOf(10); end >= 0; end = open.indexOf(10, start)) {
        yield { text: open.toString('utf8', start, end), at: at + start, length: end - start };
        start = end + 1;
      }
      open = open.subarray(start);
      at += start;
    }
  } finally {
    closeSync(handle);
  }
}

/** The line that stands at a place. */
export function readLineAt(file: string, { at, length }: LinePlace): string {
  const handle = openSync(file, 'r');
  try {
    const line = Buffer.alloc(length);
    readSync(handle, line, 0, length, at);
    return line.toString('utf8');
  } finally {
    closeSync(handle);
  }
}
