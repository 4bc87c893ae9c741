import { createRequire } from 'node:module';

const { name, version } = createRequire(import.meta.url)('../package.json') as {
  name: string;
  version: string;
};

/** The tool's own name and version, as every record carries them. */
export const tool = { name, version };
