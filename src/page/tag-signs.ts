/** White space as tags have it. */
export function isSpace(code: number): boolean {
  return code <= 0x20 && (code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b));
}

export function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** True for what ends the name of a tag, beside a slash. */
export function endsClosingName(code: number): boolean {
  return code === 0x3e || isSpace(code);
}
