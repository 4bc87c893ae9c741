import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import wording from '../../src/data/messages.json' with { type: 'json' };
import report from '../../src/data/report.json' with { type: 'json' };
import status from '../../src/data/status.json' with { type: 'json' };
import data from '../../src/data/zh.json' with { type: 'json' };

const src = join(import.meta.dirname, '../../src');

/**
 * Code whose sentences are in English only: what rules and docs/rules.md say in both languages, what is written to
 * files, and what is wrong with data of the program itself.
 */
const ENGLISH_ONLY =
  /^(?:check\/(?:catalogue|equation|rules)|commands\/rules|output\/(?:report-junit|report-github|datapackage|codebook-text|labels\/\S+|xlsx\/(?:parts|sheet-xml))|text\/(?:expand|trie))\.ts$/;

/** Two words of small letters: what is shorter is a code or a word of data. */
const SENTENCE = /\p{Ll}{2,} \p{Ll}{2,}/u;
const CODES: ReadonlySet<string> = new Set(['given up']);

/** The texts in a file's code, each hole of a template as {}. */
function textsIn(file: string): string[] {
  const code = readFileSync(join(src, file), 'utf8');
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push(node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return texts.flatMap((text) => [text, text.trim()]);
}

const blank = (line: string) => line.replace(/\{\w+\}/g, '{}');
const namesIn = (line: string) => [...line.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const inCode = new Map(files.map((file) => [file, textsIn(file)]));
const inData = [
  ...Object.values(status.reasons),
  ...[...status.other_pages, ...status.error_pages].map(({ reason }) => reason),
  ...report.publisher.map(({ from }) => from),
].map(blank);
const own = { ...data.help, ...data.talk, ...data.labels, ...data.findings, ...data.records };
const translated = new Set(Object.keys(own).map(blank));

describe('the wording in Chinese', () => {
  it('has every sentence in code', () => {
    const said = [...inCode].filter(([file]) => !ENGLISH_ONLY.test(file)).flatMap(([, texts]) => texts);
    const missing = said.filter(
      (text) => SENTENCE.test(text) && !CODES.has(text) && !translated.has(text.trim()),
    );
    expect(missing, 'lines to add to src/data/zh.json').toEqual([]);
  });

  it('has every reason and source that data names', () => {
    expect(inData.filter((text) => !translated.has(text))).toEqual([]);
  });

  it('has no line that is nowhere in code or data', () => {
    const known = new Set([...[...inCode.values()].flat(), ...inData]);
    expect([...translated].filter((line) => !known.has(line))).toEqual([]);
  });

  it('keeps the names of every line, and says it in Chinese', () => {
    const messages = Object.values(wording).map(({ text, text_zh }) => [text, text_zh]);
    for (const [english = '', chinese = ''] of [
      ...Object.entries({ ...own, ...data.commander, ...data.zod }),
      ...messages,
    ]) {
      expect(namesIn(chinese), english).toEqual(namesIn(english));
      expect(blank(english).replaceAll('{}', '').length, english).toBeGreaterThan(1);
    }
  });
});
