const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes that should be UTF-8 and may be GBK: file names, names in archives, lines of lists and dumps. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
