import { worthOf } from './plausible.js';

/** What a page has that damage may have made. */
interface DamageSigns {
  /** Rare characters so near to each other that they may be text read in a wrong encoding. */
  readonly mayBeMisread: boolean;
  /** Letters with tones, as readings have that a mirror site puts into a page. */
  readonly hasTones: boolean;
}

/** Among characters of which a third are rare (misread.ts), two of those are no further apart. */
const NEAR = 5;
const AMPERSAND = 0x26;
const toneAsEntity = /[(?][a-z]{0,6}&[#aeiou]/;
/** How much of it may stand before and behind the sign that begins the entity. */
const BEFORE = 7;
const BEHIND = 2;

/** Looks at each character of a page once: most pages have no sign of any damage. */
export function findDamageSigns(source: string): DamageSigns {
  let hasTones = false;
  let mayBeMisread = false;
  let lastRare = -1 - NEAR;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (worthOf(code) < 0) {
      mayBeMisread ||= at - lastRare <= NEAR;
      hasTones ||= isToned(code);
      lastRare = at;
    } else if (code === AMPERSAND) hasTones ||= isTone(source, at);
  }
  return { mayBeMisread, hasTones };
}

function isToned(code: number): boolean {
  if (code > 0x1dc) return code >= 0x3105 && code <= 0x3129;
  return code >= 0xe0 && (code <= 0xfc || code > 0x100);
}

/** True for an entity behind a bracket that may stand for a letter with a tone; most are spaces (`&nbsp;`). */
function isTone(source: string, at: number): boolean {
  return source[at + 1] !== 'n' && toneAsEntity.test(source.slice(Math.max(0, at - BEFORE), at + BEHIND));
}
