/** A place where two texts differ: `[from, to)` of the first against `[otherFrom, otherTo)` of the second. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** How far to look for the place where both texts go on alike, and how much must be alike there. */
const REACH = 400;
const ALIKE = 16;

/** Walks both texts side by side; at a difference looks for the nearest place where they agree again. */
export function findDifferences(one: string, other: string): Difference[] {
  const found: Difference[] = [];
  let from = 0;
  let otherFrom = 0;
  while (from < one.length || otherFrom < other.length) {
    if (from < one.length && one[from] === other[otherFrom]) {
      from++;
      otherFrom++;
      continue;
    }
    const [skip, otherSkip] = findAgreement(one, from, other, otherFrom);
    const whole = { from, to: from + skip, otherFrom, otherTo: otherFrom + otherSkip };
    found.push(...takeApart(one, other, whole));
    from += skip;
    otherFrom += otherSkip;
  }
  return found;
}

function findAgreement(one: string, from: number, other: string, otherFrom: number): [number, number] {
  for (let both = 1; both <= 2 * REACH; both++)
    for (let skip = Math.max(0, both - REACH); skip <= Math.min(both, REACH); skip++) {
      const next = one.slice(from + skip, from + skip + ALIKE);
      if (next === other.slice(otherFrom + both - skip, otherFrom + both - skip + ALIKE))
        return [skip, both - skip];
    }
  return [one.length - from, other.length - otherFrom];
}

/** Leaves out of a difference what both sides have in common, by their longest common subsequence. */
function takeApart(one: string, other: string, { from, to, otherFrom, otherTo }: Difference): Difference[] {
  const [a, b] = [one.slice(from, to), other.slice(otherFrom, otherTo)];
  if (a.length * b.length === 0 || a.length * b.length > 1e6) return [{ from, to, otherFrom, otherTo }];
  const lengths = countCommon(a, b);
  const common = (i: number, j: number) => lengths[i * (b.length + 1) + j] ?? 0;
  const parts: Difference[] = [];
  let open: Difference | undefined;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      if (open) parts.push(open);
      open = undefined;
      i++;
      j++;
      continue;
    }
    open ??= { from: from + i, to: from + i, otherFrom: otherFrom + j, otherTo: otherFrom + j };
    if (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1))) i++;
    else j++;
    open = { ...open, to: from + i, otherTo: otherFrom + j };
  }
  return open ? [...parts, open] : parts;
}

/** By place in both: how long the longest subsequence is that the rests have in common. */
function countCommon(a: string, b: string): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const down = lengths[(i + 1) * width + j] ?? 0;
      const right = lengths[i * width + j + 1] ?? 0;
      lengths[i * width + j] =
        a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right);
    }
  return lengths;
}
