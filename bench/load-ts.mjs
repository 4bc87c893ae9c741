// Lets a benchmark import the TypeScript of the tests.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const text = await readFile(new URL(url), 'utf8');
  const { outputText: source } = ts.transpileModule(text, { compilerOptions });
  return { format: 'module', source, shortCircuit: true };
}
