import { createRequire } from 'node:module';

interface OpenCc {
  readonly Converter: (options: { from: string; to: string }) => (text: string) => string;
}

const { Converter } = createRequire(import.meta.url)('opencc-js') as OpenCc;

/** Simplified text in traditional characters, as most mirror sites write it. */
export const complicate = Converter({ from: 'cn', to: 't' });
