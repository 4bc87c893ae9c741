import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** Text that is held before it is compressed. */
const CHARACTERS_HELD = 1 << 16;

/** A part of a zip file that is compressed into a file of its own as it comes. */
export class SheetFile {
  readonly path: string;
  size = 0;
  crc = 0;
  readonly #deflate = createDeflateRaw();
  readonly #done: Promise<void>;
  #held = '';

  constructor(path: string) {
    this.path = path;
    this.#done = finished(this.#deflate.pipe(createWriteStream(path, { flags: 'wx' })));
    this.#done.catch(() => {});
  }

  async write(text: string): Promise<void> {
    this.#held += text;
    if (this.#held.length >= CHARACTERS_HELD) await this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
    this.#deflate.end();
    await this.#done;
  }

  destroy(): void {
    this.#deflate.destroy();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#held);
    this.#held = '';
    this.size += bytes.length;
    this.crc = crc32(bytes, this.crc);
    if (!this.#deflate.write(bytes)) await Promise.race([once(this.#deflate, 'drain'), this.#done]);
  }
}
