import { codebook } from '../template/catalogue.js';

/** Those of the codebook come first, in its order. */
const codes = codebook.map(({ code }) => code);
const slots = new Map(codes.map((code, slot) => [code, slot]));

/** Codes as small whole numbers, the same for the whole run: what is known of each is then an item of a list. */
export function slotOf(code: string): number {
  const known = slots.get(code);
  if (known !== undefined) return known;
  slots.set(code, slots.size);
  return codes.push(code) - 1;
}

/** The slot of a code that mostly is the one behind another slot. */
export function slotBehind(before: number, code: string): number {
  return codes[before + 1] === code ? before + 1 : slotOf(code);
}

/** A list with the same item for every code that is known so far. */
export function listOfSlots<T>(item: T): T[] {
  return new Array<T>(slots.size).fill(item);
}
