import { expect, it } from 'vitest';
import { unwritable } from '../../src/output/unwritable.js';

it.each([
  ['ENOENT', 'the folder tables/2020 does not exist'],
  ['EISDIR', 'tables/2020/all.csv is a folder'],
  ['EACCES', 'tables/2020/all.csv may not be written'],
  ['ENOSPC', 'ENOSPC: as the system says it'],
])('an output that cannot be written for %s: %s', (code, reason) => {
  const error = Object.assign(new Error(`${code}: as the system says it`), { code });
  expect(unwritable(error, 'tables/2020/all.csv')).toBe(reason);
});
