import { CallError } from '../model/call-error.js';
import { suggestNearest } from './nearest.js';

/** A word this unlike every command is taken for the path that it may be. */
const LEAST_ALIKE = 0.6;

/**
 * Refuses a word that is nearly a command; else it is told as one missing input, and all others are parsed.
 * @param word no path that leads to anything
 * @throws CallError that names the command
 */
export function refuseMistyped(word: string, commands: readonly string[]): void {
  const hint = suggestNearest(word.toLowerCase(), commands, LEAST_ALIKE);
  if (hint !== '') throw new CallError(`${word}: there is no such file or command${hint}`);
}
