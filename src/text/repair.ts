import type { PageText } from '../model/page.js';
import { findDamageSigns } from './damage-signs.js';
import { applyPatches, beforeEdits, type Edit, type Patch } from './edits.js';
import type { Repairs } from './mend.js';
import { type MirrorRepair, repairMirror } from './mirror.js';
import { findMisread } from './misread.js';

/** A page's text with the damage of wrong encodings and of mirror sites undone. */
export interface Repaired {
  readonly text: string;
  readonly repairs: Repairs;
  /** True where a mirror site damaged it. */
  readonly mirrored: boolean;
  /** Characters of misread text of which a byte is gone, and those thrown away as a whole. */
  readonly lost: number;
  /** The places in the page as it was of a text read from `text`. */
  readonly restorePlaces: (page: PageText) => PageText;
}

/** What was read wrongly may have been read wrongly twice. */
const MOST_READINGS = 3;

/** @param islands stretches of `source` that are in another encoding */
export function repair(source: string, islands: readonly Patch[]): Repaired {
  const repairs: Repairs = new Map();
  const layers: (readonly Edit[])[] = [];
  let text = source;
  let lost = 0;
  const apply = (patches: readonly Patch[]) => {
    const applied = applyPatches(text, patches);
    text = applied.text;
    layers.push(applied.edits);
  };
  if (islands.length > 0) {
    apply(islands);
    repairs.set('other_encoding', islands.length);
  }
  let signs = findDamageSigns(text);
  for (let round = 0; round < MOST_READINGS && signs.mayBeMisread; round++) {
    const misread = findMisread(text);
    lost += misread.lost + (round === 0 ? misread.gone : 0);
    if (misread.patches.length > 0) {
      apply(misread.patches);
      signs = findDamageSigns(text);
      repairs.set('misread', (repairs.get('misread') ?? 0) + misread.restored);
    }
    if (!misread.again) break;
  }
  const mirror: MirrorRepair = signs.hasTones ? repairMirror(text) : { text, edits: [], counts: [] };
  if (mirror.edits.length > 0) layers.push(mirror.edits);
  for (const { kind, count } of mirror.counts) repairs.set(kind, count);
  return {
    text: mirror.text,
    repairs,
    mirrored: mirror.edits.length > 0,
    lost,
    restorePlaces: (page) => layers.reduceRight((whole, edits) => beforeEdits(whole, edits), page),
  };
}
