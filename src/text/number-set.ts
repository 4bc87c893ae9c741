/** A set of positive whole numbers below 2^30; many times quicker than a Set for the pairs of a page. */
export interface NumberSet {
  readonly add: (number: number) => void;
  readonly has: (number: number) => boolean;
}

const FIRST_SLOTS = 4096;

export function createNumberSet(): NumberSet {
  let slots = new Int32Array(FIRST_SLOTS);
  let left = FIRST_SLOTS / 2;
  const slotOf = (number: number) => {
    const mask = slots.length - 1;
    let slot = (Math.imul(number, 0x9e3779b1) >>> 8) & mask;
    while (slots[slot] !== 0 && slots[slot] !== number) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = () => {
    const before = slots;
    slots = new Int32Array(before.length * 4);
    left = slots.length / 2 - before.length / 2;
    for (const number of before) if (number !== 0) slots[slotOf(number)] = number;
  };
  return {
    add(number) {
      const slot = slotOf(number);
      if (slots[slot] === number) return;
      slots[slot] = number;
      left--;
      if (left === 0) grow();
    },
    has: (number) => slots[slotOf(number)] === number,
  };
}
