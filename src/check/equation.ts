import { ownCode } from '../template/catalogue.js';

/** `code` added to, or taken from, its side of the line. */
export interface Term {
  readonly code: string;
  /** 1 or -1. */
  readonly sign: number;
}

/** Ways to state one part of a side, the first of which a page has all codes is taken; mostly there is one. */
export type Part = readonly (readonly Term[])[];

export type Operator = '=' | '<=';

export interface Equation {
  readonly left: readonly Part[];
  readonly operator: Operator;
  readonly right: readonly Part[];
}

const token = /\s*(<=|[=+\-[\]|]|[\w.:]+)/y;

/**
 * Reads a line of a rule: `a + b = c`, `-a <= b`, `[a + b | c] + d = e`.
 * @throws Error where the line is no equation: the data file is wrong
 */
export function parseEquation(line: string): Equation {
  const tokens = readTokens(line);
  let at = 0;
  const side = (): Part[] => {
    const parts: Part[] = [];
    for (;;) {
      const sign = tokens[at] === '-' ? -1 : 1;
      if (tokens[at] === '+' || tokens[at] === '-') at++;
      if (tokens[at] === '[') parts.push(ways(sign));
      else parts.push([[{ code: code(), sign }]]);
      if (tokens[at] !== '+' && tokens[at] !== '-') return parts;
    }
  };
  const ways = (sign: number): Part => {
    const found: Term[][] = [];
    do {
      at++;
      found.push(
        side().flatMap((part) => (part[0] ?? []).map((t) => ({ code: t.code, sign: t.sign * sign }))),
      );
    } while (tokens[at] === '|');
    expectToken(']');
    return found;
  };
  const code = (): string => {
    const name = tokens[at++] ?? '';
    if (!/^[a-z]/.test(name)) throw new Error(`no code where one should stand in “${line}”`);
    return ownCode(name);
  };
  const expectToken = (wanted: string): void => {
    if (tokens[at++] !== wanted) throw new Error(`“${wanted}” is missing in “${line}”`);
  };
  const left = side();
  const operator = tokens[at] === '<=' ? '<=' : '=';
  expectToken(operator);
  const right = side();
  if (at !== tokens.length) throw new Error(`“${tokens[at]}” is one too many in “${line}”`);
  return { left, operator, right };
}

function readTokens(line: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < line.length) {
    const at = token.lastIndex;
    const found = token.exec(line)?.[1];
    if (found === undefined) throw new Error(`“${line.slice(at)}” cannot be read in “${line}”`);
    tokens.push(found);
  }
  return tokens;
}

/** The terms of a side as a line again. */
export function printSide(terms: readonly Term[]): string {
  return terms
    .map(({ code, sign }, i) => (i === 0 ? (sign < 0 ? '-' : '') : sign < 0 ? ' - ' : ' + ') + code)
    .join('');
}
