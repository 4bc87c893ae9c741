import type { Sheet } from './model.js';

/** The page in reading order, before it is drawn. */
export type Part =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly sheet: Sheet };
