/** Commands that the scripts use, by the manual: what may follow each, on one line after continuations are joined. */
const NAME = '[A-Za-z_][A-Za-z0-9_]{0,31}';
const STRING = '"[^"`$]*"';
const NAMES = `${NAME}(?: ${NAME})*`;
const COLUMNS = '\\d+(?:/\\d+)?(?: \\d+(?:/\\d+)?)*';
const IN_LOOP = '"(?:[^"`$]|`name\')*"';
const TERM = `(?:${NAME}|\`name'|${STRING}|\\d+|\\.[a-z]?|[A-Za-z]+\\((?:[^()"]|${IN_LOOP})*\\)|[!&|+()<>=]+)`;
const EXPRESSION = `${TERM}(?: ?${TERM})*`;
const COMMANDS = [
  'version \\d+',
  'clear',
  `import delimited using ${STRING}, delimiters\\((?:","|tab)\\) varnames\\(nonames\\) rowrange\\(2:\\) encoding\\("utf-8"\\) bindquotes\\(strict\\) maxquotedrows\\(unlimited\\) asdouble stringcols\\(${COLUMNS}\\) numericcols\\(${COLUMNS}\\)`,
  `rename ${NAME} ${NAME}`,
  `generate (?:byte )?${NAME} = ${EXPRESSION}`,
  `replace (?:${NAME}|\`name') = (?:${EXPRESSION})`,
  `drop ${NAMES}`,
  'quietly \\{',
  `foreach name in ${NAMES} \\{`,
  '\\}',
  'label language (?:zh, rename|en, new)',
  `label define ${NAME}(?: \\.[a-z] ${STRING})+`,
  `label variable ${NAME} "[^"\`$]{0,80}"`,
  `label values ${NAME} ${NAME}`,
  `char ${NAME}\\[${NAME}\\] ${STRING}`,
].map((command) => new RegExp(`^${command}$`, 'u'));

/** Words that no variable may be called ([U] 11.3). */
const RESERVED =
  /^(?:_all|_b|byte|_coef|_cons|double|float|if|in|int|long|_n|_N|_pi|_pred|_rc|_skip|str\d+|strL|using|with)$/;

/** What is wrong with a do-file, by as much of Stata's grammar as the scripts use. */
export function checkStata(script: string, columns: number): string[] {
  const lines = script
    .replace(/ \/\/\/\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('*'));
  const unknown = lines.filter((line) => !COMMANDS.some((command) => command.test(line)));
  const depth = lines.map((line) => (line.endsWith('{') ? 1 : line === '}' ? -1 : 0));
  const balance = depth.reduce<number>((sum, step) => sum + step, 0);
  return [...unknown, ...(balance === 0 ? [] : ['braces do not match']), ...checkNames(lines, columns)];
}

/** Every column gets a name of its own, and only names that exist are used. */
function checkNames(lines: readonly string[], columns: number): string[] {
  const known = new Set(Array.from({ length: columns }, (_, at) => `v${at + 1}`));
  const problems: string[] = [];
  for (const line of lines) {
    const [, old = '', name = ''] = /^rename (\S+) (\S+)$/.exec(line) ?? [];
    const made = name || /^generate (?:byte )?(\S+) =/.exec(line)?.[1];
    if (old !== '' && !known.delete(old)) problems.push(`${line}: no such variable`);
    if (made && (known.has(made) || RESERVED.test(made))) problems.push(`${line}: the name cannot be used`);
    if (made) known.add(made);
    for (const used of /^label (?:variable|values) (\S+)/.exec(line)?.slice(1) ?? [])
      if (!known.has(used)) problems.push(`${line}: no such variable`);
    for (const gone of /^drop (.*)$/.exec(line)?.[1]?.split(' ') ?? [])
      if (!known.delete(gone)) problems.push(`${line}: no such variable`);
  }
  return [
    ...problems,
    ...[...known].filter((name) => /^v\d+$/.test(name)).map((name) => `${name} has no name`),
  ];
}
