export const DIFF_FORMATS = ['text', 'csv', 'json'] as const;

export interface DiffFlags {
  readonly out?: string;
  readonly format: (typeof DIFF_FORMATS)[number];
}
