import { randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RecordSink } from '../output/sinks.js';
import type { Target } from './output.js';

/** A file of records that a sink writes beside its name and that takes it when it is whole; it cannot be continued. */
export function sinkTarget(file: string, open: (file: string) => RecordSink | Promise<RecordSink>): Target {
  const part = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.part`);
  const decoder = new TextDecoder();
  return {
    earlier: [],
    async begin() {
      const sink = await open(part);
      return {
        add: (_, piece) => (piece ? sink.write(JSON.parse(decoder.decode(piece))) : undefined),
        async finish() {
          await sink.close();
          renameSync(part, file);
        },
        async abandon() {
          await sink.abandon();
          rmSync(part, { force: true });
          return null;
        },
      };
    },
  };
}
