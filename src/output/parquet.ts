import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { GipRecord } from '../model/record.js';
import { type Cell, type CellType, fill, type Head } from './column.js';
import { longColumns, wideColumns } from './columns.js';
import type { RecordSink, SinkOptions } from './sinks.js';

/** Cells that are held before they are written as a group of rows. */
const CELLS_A_GROUP = 500_000;

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const satisfies Record<CellType, object>;

/** Records as one table with typed columns, one row a page or one row a value. */
export function openParquet(file: string, { shape, indicators }: SinkOptions): RecordSink {
  if (shape === 'wide') {
    const columns = wideColumns(indicators);
    return createSink(file, columns, (record) => [fill(columns, record)]);
  }
  const columns = longColumns(indicators);
  return createSink(file, columns, (record) => record.values.map((item) => fill(columns, { record, item })));
}

function createSink(
  file: string,
  columns: readonly Head[],
  rowsOf: (record: GipRecord) => Cell[][],
): RecordSink {
  const schema = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[type] })),
  ];
  const writer = new ParquetWriter({ writer: fileWriter(file), schema });
  const rowsAGroup = Math.ceil(CELLS_A_GROUP / columns.length);
  let rows: Cell[][] = [];
  const flush = async () => {
    if (rows.length === 0) return;
    const columnData = columns.map(({ name, type }, at) => ({
      name,
      data: rows.map((row) => toParquet(row[at] ?? null, type)),
    }));
    rows = [];
    await writer.write({ columnData, rowGroupSize: rowsAGroup });
  };
  return {
    async write(record) {
      for (const row of rowsOf(record)) {
        rows.push(row);
        if (rows.length === rowsAGroup) await flush();
      }
    },
    async close() {
      await flush();
      await writer.finish();
    },
    abandon: () => {},
  };
}

function toParquet(cell: Cell, type: CellType): Cell | bigint {
  return type === 'integer' && typeof cell === 'number' ? BigInt(cell) : cell;
}
