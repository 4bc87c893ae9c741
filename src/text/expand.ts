/** More texts than a pattern of words should stand for. */
const MOST = 4000;
const SPECIAL = '(|)?';

/**
 * Every text that a finite pattern stands for: letters, groups `(a|b)`, and `?` behind a letter or group that may be
 * left out; the empty text too where all of it is optional.
 * @throws Error where a group is not closed or the pattern stands for too many texts
 */
export function expand(pattern: string): string[] {
  const reader = { pattern, at: 0 };
  const texts = readChoice(reader);
  if (reader.at < pattern.length) throw new Error(`${pattern}: a bracket closes nothing`);
  return [...new Set(texts)];
}

interface Reader {
  readonly pattern: string;
  at: number;
}

function readChoice(reader: Reader): string[] {
  const texts = readSequence(reader);
  while (reader.pattern[reader.at] === '|') {
    reader.at++;
    texts.push(...readSequence(reader));
  }
  return texts;
}

function readSequence(reader: Reader): string[] {
  let texts = [''];
  for (;;) {
    const char = reader.pattern[reader.at];
    if (char === undefined || char === '|' || char === ')') return texts;
    const items = char === '(' ? readGroup(reader) : [readLetters(reader)];
    if (reader.pattern[reader.at] === '?') {
      items.unshift('');
      reader.at++;
    }
    texts = join(texts, items);
    if (texts.length > MOST) throw new Error(`${reader.pattern}: stands for more than ${MOST} texts`);
  }
}

/** Each text with each item behind it; thousands are made before the first page is read. */
function join(texts: readonly string[], items: readonly string[]): string[] {
  const joined: string[] = [];
  for (const text of texts) for (const item of items) joined.push(text + item);
  return joined;
}

/** Letters up to the next one that may be left out. */
function readLetters(reader: Reader): string {
  const { pattern, at } = reader;
  let end = at + 1;
  while (end < pattern.length && !SPECIAL.includes(pattern.charAt(end)) && pattern[end + 1] !== '?') end++;
  reader.at = end;
  return pattern.slice(at, end);
}

function readGroup(reader: Reader): string[] {
  reader.at++;
  const texts = readChoice(reader);
  if (reader.pattern[reader.at] !== ')') throw new Error(`${reader.pattern}: a bracket is not closed`);
  reader.at++;
  return texts;
}
