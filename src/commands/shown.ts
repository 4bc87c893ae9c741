/** A file name may hold line breaks and control characters; the terminal gets none of them. */
export function shown(path: string): string {
  return path.replace(/\p{Cc}/gu, (char) => `\\x${(char.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`);
}
