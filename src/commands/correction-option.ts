export const CORRECTIONS = 'numbers that a person found the pages to say (docs/corrections.md)';
