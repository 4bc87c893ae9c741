import { expect, it } from 'vitest';
import { findSlip } from '../../src/check/slip.js';

it.each([
  [null, 4, [], 'blank'],
  [47, 74, [], 'digits_swapped'],
  [12, 102, [], 'digit_lost'],
  [1, 12, [1], 'digit_lost'],
  [1225, 125, [], 'digit_added'],
  [5, 4, [5], 'digit_changed'],
  [305, 385, [], 'digit_changed'],
  [61, 4, [9, 61], 'neighbour'],
  [61, 4, [9, null], 'other'],
  [0, 12, [3], 'other'],
] as const)('%s printed for %s beside %s is called %s', (printed, implied, neighbours, slip) => {
  expect(findSlip(printed, implied, neighbours)).toBe(slip);
});
