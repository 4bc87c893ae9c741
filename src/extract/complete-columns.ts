/** Which column of the form stands in a column of a grid. */
export type ColumnMap = ReadonlyMap<number, number>;
/** The same by the column of the grid. */
export type ColumnList = readonly (number | undefined)[];

export function listColumns(map: ColumnMap): ColumnList {
  const list: (number | undefined)[] = [];
  for (const [column, index] of map) list[column] = index;
  return list;
}

/**
 * The columns of the form that no head names, by what stands between those that are known: where as many columns of the
 * grid hold figures there as the form has columns, each is known by its place.
 * @param holding columns of the grid that hold figures, left to right
 * @param wanted columns of the form, in its order
 * @returns all columns of the form, or undefined where they cannot be told
 */
export function completeColumns(
  known: ColumnMap,
  holding: readonly number[],
  wanted: readonly number[],
): ColumnMap | undefined {
  const named = new Set(known.values());
  const lacking = wanted.filter((index) => !named.has(index)).length;
  if (holding.filter((column) => !known.has(column)).length !== lacking) return undefined;
  const anchors = [...known].filter(([, index]) => wanted.includes(index)).sort(([a], [b]) => a - b);
  const ends = [[-1, -1] as const, ...anchors, [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const];
  const all = new Map(known);
  for (const [i, [column, index]] of ends.entries()) {
    const [nextColumn, nextIndex] = ends[i + 1] ?? [column, index];
    const free = holding.filter((at) => at > column && at < nextColumn && !known.has(at));
    const missing = wanted.filter((at) => at > index && at < nextIndex);
    if (nextIndex < index || free.length !== missing.length) return undefined;
    for (const [at, place] of free.entries()) all.set(place, missing[at] ?? 0);
  }
  return all;
}
