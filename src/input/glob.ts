import picomatch from 'picomatch';
import type { WalkOptions } from './walk.js';

/** A pattern for files: the folder it begins in, empty for that of the call; how deep it leads, and whether a path from there fits. */
export interface Glob extends Pick<WalkOptions, 'depth'> {
  readonly base: string;
  readonly fits: (path: string) => boolean;
}

export function readGlob(pattern: string): Glob {
  const { base, glob } = picomatch.scan(pattern);
  const isDeep = glob.includes('**') || /\{[^}]*\//.test(glob);
  return {
    base,
    depth: isDeep ? Number.POSITIVE_INFINITY : glob.split('/').length,
    fits: picomatch(glob, { dot: true }),
  };
}
