import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { Zip, type ZipInputFile, ZipPassThrough } from 'fflate';
import type { Cell, Head } from '../column.js';
import { sheetPath, workbookParts } from './parts.js';
import { SheetFile } from './sheet-file.js';
import { beginSheet, endSheet, isCut, writeRow } from './sheet-xml.js';

/** Rows that Excel holds in a sheet. */
export const ROW_LIMIT = 1_048_576;
/** No part of a zip file without extensions is larger, nor the file itself; a sheet ends well before. */
const ZIP_LIMIT = 0xffffffff;
const SHEET_LIMIT = 3_000_000_000;
const CHUNK = 1 << 20;

interface OpenSheet {
  readonly file: SheetFile;
  readonly title: string;
  rows: number;
}

/** Rows under one name: one sheet, and where Excel's limit is reached, another with a number. */
export class SheetSeries {
  readonly sheets: OpenSheet[] = [];
  /** Cells whose end was not written. */
  cut = 0;

  constructor(
    readonly name: string,
    readonly heads: readonly Head[],
    readonly path: string,
    readonly rowLimit: number,
  ) {}

  async begin(): Promise<OpenSheet> {
    const number = this.sheets.length + 1;
    const title = number === 1 ? this.name : `${this.name} (${number})`;
    const sheet = { file: new SheetFile(`${this.path}.${this.name}${number}`), title, rows: 1 };
    this.sheets.push(sheet);
    await sheet.file.write(beginSheet(this.heads));
    return sheet;
  }

  async add(cells: readonly Cell[]): Promise<void> {
    const last = this.sheets.at(-1);
    const isFull = !last || last.rows >= this.rowLimit || last.file.size > SHEET_LIMIT;
    const sheet = isFull ? await this.#next() : last;
    sheet.rows++;
    for (const cell of cells) if (isCut(cell)) this.cut++;
    await sheet.file.write(writeRow(cells, sheet.rows));
  }

  async end(): Promise<void> {
    const sheet = this.sheets.at(-1) ?? (await this.begin());
    await sheet.file.write(endSheet(this.heads, sheet.rows));
    await sheet.file.end();
  }

  async #next(): Promise<OpenSheet> {
    if (this.sheets.length > 0) await this.end();
    return this.begin();
  }

  destroy(): void {
    for (const { file } of this.sheets) {
      file.destroy();
      rmSync(file.path, { force: true });
    }
  }
}

/** Puts sheets that are whole together into a workbook. */
export function zipWorkbook(file: string, series: readonly SheetSeries[]): void {
  const target = openSync(file, 'wx');
  try {
    let written = 0;
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      written += chunk.length;
      if (written > ZIP_LIMIT)
        throw new Error('the workbook would be larger than 4 GB, which xlsx cannot hold');
      writeSync(target, chunk);
    });
    const sheets = series.flatMap((own) => own.sheets);
    for (const [path, text] of workbookParts(sheets.map(({ title }) => title))) {
      const part = new ZipPassThrough(path);
      zip.add(part);
      part.push(Buffer.from(text), true);
    }
    for (const [at, sheet] of sheets.entries()) addCompressed(zip, sheetPath(at), sheet.file);
    zip.end();
  } finally {
    closeSync(target);
  }
}

function addCompressed(zip: Zip, filename: string, { path, size, crc }: SheetFile): void {
  const entry: ZipInputFile = { filename, size, crc, compression: 8 };
  zip.add(entry);
  const source = openSync(path, 'r');
  try {
    for (let isLast = false; !isLast; ) {
      const chunk = Buffer.alloc(CHUNK);
      const length = readSync(source, chunk);
      isLast = length < CHUNK;
      entry.ondata?.(null, chunk.subarray(0, length), isLast);
    }
  } finally {
    closeSync(source);
  }
}
