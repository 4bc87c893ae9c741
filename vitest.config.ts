import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './scripts/totals-reporter.mjs'],
    testTimeout: 60_000,
  },
});
