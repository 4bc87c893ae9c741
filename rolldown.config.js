import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';

/** Packages of many small modules, which load in a fraction of the time as a part of the program. */
const BUNDLED = ['htmlparser2', 'domhandler', 'domutils', 'domelementtype', 'dom-serializer', 'entities'];

/** Writes the licences of the packages that went into the files. */
const licences = {
  name: 'licences',
  generateBundle(_, files) {
    const modules = Object.values(files).flatMap(({ moduleIds = [] }) => moduleIds);
    const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(id) ?? []);
    const texts = [...new Set(folders)].sort().map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
      return `${name} ${version} (${license})\n\n${readFileSync(`${folder}LICENSE`, 'utf8').trim()}\n`;
    });
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n---\n\n') });
  },
};

/** Few files load faster than one a module. */
export default defineConfig({
  input: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    worker: 'src/run/worker.ts',
    // For scripts and benchmarks.
    engine: 'src/engine.ts',
    parse: 'src/parse.ts',
    'find-pages': 'src/input/find-pages.ts',
    'json-schema': 'src/model/json-schema.ts',
    'rules-page': 'src/commands/rules.ts',
  },
  platform: 'node',
  external: new RegExp(`^(?!(?:${BUNDLED.join('|')})(?:/|$))[^./]`),
  output: { dir: 'dist', cleanDir: true, chunkFileNames: 'chunk-[name].js' },
  plugins: [licences],
});
