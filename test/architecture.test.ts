import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordJsonSchema } from '../src/model/json-schema.js';
import { loadTemplates } from '../src/template/load.js';

const root = join(import.meta.dirname, '..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('data'))
  .map((file) => ({ file, text: readFileSync(join(root, 'src', file), 'utf8') }));
const stageOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

/** Modules of the project that a file calls; types do not count, they are gone when it runs. */
function calls(file: string, text: string): string[] {
  const imports = [...text.matchAll(/^import (?!type)[^;]*?from '(\.[^']+)'/gms)];
  return imports.map((match) => relative(join(root, 'src'), join(root, 'src', file, '..', match[1] ?? '')));
}

/** What a stage may call beside itself, the model, the text tools and data. */
const MAY_CALL: Readonly<Record<string, readonly string[]>> = {
  model: [],
  input: [],
  text: [],
  page: [],
  template: ['package-path.js'],
  extract: ['template', 'place'],
  place: [],
  check: ['template'],
  talk: ['check'],
  output: [],
  panel: ['template'],
  corrections: [],
  diff: [],
  run: [
    'package-path.js',
    'corrections',
    'input',
    'output',
    'talk',
    'template',
    'check',
    'parse.js',
    'refuse.js',
    'extra-templates.js',
    'tool.js',
  ],
  bundle: ['input', 'package-path.js', 'tool.js'],
  commands: [
    'bundle',
    'corrections',
    'diff',
    'panel',
    'output',
    'template',
    'check',
    'input',
    'run',
    'talk',
    'view-page.js',
    'tool.js',
  ],
};
const NOT_FOR_ALL: Readonly<Record<string, readonly string[]>> = {
  output: ['text'],
  input: ['text'],
  model: ['text'],
};

describe('the house', () => {
  it('keeps report labels and template ids out of code', () => {
    const ids = loadTemplates().map((template) => template.data.id);
    for (const { file, text } of files) {
      expect(text.match(/\p{Script=Han}+/gu), file).toBeNull();
      for (const id of ids) expect(text.includes(id), `${file} names ${id}`).toBe(false);
    }
  });

  it('keeps files small: none over 200 lines, half of them under 80', () => {
    const lengths = files.map(({ text }) => text.split('\n').length).sort((a, b) => a - b);
    expect(lengths.at(-1)).toBeLessThanOrEqual(200);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('keeps functions small: none over 40 lines', () => {
    for (const { file, text } of files) {
      for (const body of text.split(/^(?=(?:export )?(?:async )?function)/m).slice(1)) {
        const end = body.search(/^}/m);
        expect(body.slice(0, end).split('\n').length, `${file}: ${body.split('\n')[0]}`).toBeLessThanOrEqual(
          40,
        );
      }
    }
  });

  it('lets a file call no more than eight others; only the table of contents and the public API more', () => {
    for (const { file, text } of files) {
      if (file === 'parse.ts' || file === 'index.ts') continue;
      const own = calls(file, text).filter((call) => !call.startsWith('data/'));
      expect(own.length, file).toBeLessThanOrEqual(8);
    }
  });

  it('lets a stage call only the model, the text tools, and what it is named for', () => {
    for (const { file, text } of files) {
      const stage = stageOf(file);
      if (stage === '') continue;
      const allowed = ['model', 'text', 'data', stage, ...(MAY_CALL[stage] ?? [])].filter(
        (name) => !NOT_FOR_ALL[stage]?.includes(name),
      );
      for (const call of calls(file, text))
        expect(allowed, `${file} calls ${call}`).toContain(call.split('/')[0]);
    }
  });

  it('leaves the process to the command line and files to those who read and write them', () => {
    for (const { file, text } of files) {
      if (file !== 'cli.ts') expect(/\bprocess\.|\bconsole\./.test(text), file).toBe(false);
      const mayTouchFiles =
        /^(?:cli|bundle\/(?:folder|knowledge|line-file|manifest)|run\/.*|input\/.*|output\/(?:sqlite|whole-files|xlsx\/.*)|template\/load)\.ts$/.test(
          file,
        );
      if (!mayTouchFiles) expect(text.includes("'node:fs'"), file).toBe(false);
    }
  });

  it('has the JSON Schema of the record as the code makes it', () => {
    const kept = JSON.parse(readFileSync(join(root, 'docs/record.schema.json'), 'utf8'));
    expect(kept).toEqual(JSON.parse(JSON.stringify(recordJsonSchema())));
  });
});
