type Parts = Readonly<Record<string, string>>;

/** A pattern whose `{names}` stand for parts that several patterns share; a part may name others. */
export function fillPattern(pattern: string, parts: Parts, flags = ''): RegExp {
  return new RegExp(fill(pattern, parts), flags);
}

function fill(text: string, parts: Parts): string {
  return text.replace(/\{([a-z]\w*)\}/g, (whole, name: string) =>
    parts[name] === undefined ? whole : fill(parts[name], parts),
  );
}
