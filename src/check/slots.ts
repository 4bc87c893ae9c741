const slots = new Map<string, number>();

/** Codes as small whole numbers, the same for the whole run: what is known of each is then an item of a list. */
export function slotOf(code: string): number {
  const known = slots.get(code);
  if (known !== undefined) return known;
  slots.set(code, slots.size);
  return slots.size - 1;
}

/** A list with the same item for every code that is known so far. */
export function listOfSlots<T>(item: T): T[] {
  return new Array<T>(slots.size).fill(item);
}
