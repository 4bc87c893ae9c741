import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Puts `text` into docs/accuracy.md between the marks of that name, and leaves what other commands wrote. */
export function writeSection(name, text) {
  const file = 'docs/accuracy.md';
  const [start, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '# How accurate it is\n';
  const section = `${start}\n${text.trim()}\n${end}`;
  const [from, to] = [before.indexOf(start), before.indexOf(end)];
  const after =
    from < 0 || to < 0
      ? `${before.trimEnd()}\n\n${section}\n`
      : `${before.slice(0, from)}${section}${before.slice(to + end.length)}`;
  writeFileSync(file, after);
}
