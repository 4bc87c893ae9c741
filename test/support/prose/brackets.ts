const CLOSE: Readonly<Record<string, string>> = { '[': ']', '<': '>', '{': '}' };

/** Plain text and whole brackets, in order. */
export function pieces(phrase: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < phrase.length) {
    const close = CLOSE[phrase.charAt(at)];
    const end = close ? endOf(phrase, at, phrase.charAt(at), close) : nextBracket(phrase, at);
    found.push(phrase.slice(at, end));
    at = end;
  }
  return found;
}

function endOf(phrase: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < phrase.length; at += 1) {
    if (phrase[at] === open) depth += 1;
    if (phrase[at] === close) depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new Error(`bracket left open: ${phrase}`);
}

function nextBracket(phrase: string, from: number): number {
  const length = phrase.slice(from).search(/[[<{]/);
  return length < 0 ? phrase.length : from + length;
}

/** The ways of a choice; a bar in an inner bracket is none of its own. */
export function choices(inner: string): string[] {
  const found = [''];
  for (const piece of pieces(inner)) {
    const parts = /^[[<{]/.test(piece) ? [piece] : piece.split('|');
    found[found.length - 1] += parts[0] ?? '';
    found.push(...parts.slice(1));
  }
  return found;
}
