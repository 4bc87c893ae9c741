/** What is said of an input that cannot be read, after its path. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? message] ?? message;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  EISDIR: 'is a folder',
  EPERM: 'may not be read',
  ELOOP: 'is a link that leads to itself',
  'Unexpected end of data': 'is cut short',
  Z_BUF_ERROR: 'is cut short',
  Z_DATA_ERROR: 'is damaged where it is compressed',
  CSV_QUOTE_NOT_CLOSED: 'ends within a quoted cell',
};

/** Why a page has failed whose bytes could not be had. */
export function unreadable(error: unknown): string {
  return `The file could not be read: ${error instanceof Error ? error.message : String(error)}.`;
}
