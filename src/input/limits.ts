import type { ContainerOptions } from './input.js';

/** What has been taken out of a container, and when that is enough. */
export interface Budget {
  /** Why no more is read out of it; null while it may be. */
  readonly spent: () => string | null;
  /** Counts bytes of the container itself, where their number is known. */
  readonly feed: (bytes: number) => void;
  /** Counts bytes of the container itself as they pass. */
  readonly count: (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;
  readonly addMember: () => void;
  /**
   * Counts bytes that are expanded out of it.
   * @throws where they are too many
   */
  readonly meter: (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;
}

/** So much may come out of a container of a few bytes: pages of blanks are packed well, and do no harm. */
const NO_BOMB = 100_000_000;

export type Limits = Pick<ContainerOptions, 'maxMembers' | 'maxExpanded' | 'maxRatio'>;

export function createBudget({ maxMembers, maxExpanded, maxRatio }: Limits): Budget {
  let fed = 0;
  let expanded = 0;
  let members = 0;
  const spent = () => {
    if (members > maxMembers) return `holds more than ${maxMembers} files (--max-members)`;
    if (expanded > maxExpanded) return `expands to more than ${maxExpanded} bytes (--max-expanded)`;
    if (expanded <= NO_BOMB || expanded <= fed * maxRatio) return null;
    return `expands to more than ${maxRatio} times its size (--max-ratio)`;
  };
  return {
    spent,
    feed: (bytes) => {
      fed += bytes;
    },
    async *count(bytes) {
      for await (const chunk of bytes) {
        fed += chunk.length;
        yield chunk;
      }
    },
    addMember: () => {
      members++;
    },
    async *meter(bytes) {
      for await (const chunk of bytes) {
        expanded += chunk.length;
        const reason = spent();
        if (reason !== null) throw new Error(reason);
        yield chunk;
      }
    },
  };
}
