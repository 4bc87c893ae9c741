import { defineConfig } from 'rolldown';

/** Few files start faster than one file a module. What the program depends on stays outside. */
export default defineConfig({
  input: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    worker: 'src/run/worker.ts',
    // For scripts and benchmarks.
    parse: 'src/parse.ts',
    'find-pages': 'src/input/find-pages.ts',
    'json-schema': 'src/model/json-schema.ts',
    'rules-page': 'src/commands/rules.ts',
  },
  platform: 'node',
  external: /^[^./]/,
  output: { dir: 'dist', cleanDir: true, chunkFileNames: 'chunk-[name].js' },
});
