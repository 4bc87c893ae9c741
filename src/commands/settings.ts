import type { Settings } from '../bundle/manifest.js';
import { CONTAINER_DEFAULTS } from '../input/input.js';

/** Options that decide what a page becomes, beside those of containers; forms are kept as a copy. */
const NAMES = ['encoding', 'maxBytes', 'minCorroboration', 'lang', ...Object.keys(CONTAINER_DEFAULTS)];

/** Of a command's flags those that decide which records come out. */
export function settingsOf(flags: object): Settings {
  return Object.fromEntries(
    Object.entries(flags).filter(([name, value]) => NAMES.includes(name) && value !== undefined),
  );
}
