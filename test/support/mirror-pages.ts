import { readPage } from '../../src/page/read-page.js';
import { createRandom, type Damaged, type DamageOptions, damage, toTraditional } from './mirror-damage.js';
import { plainPages } from './pages.js';
import { makePage } from './renderer/page.js';
import { makePlans } from './renderer/plan.js';

export interface MirrorPage {
  readonly name: string;
  readonly media: 'html' | 'text';
  readonly density: 'real' | 'dense' | 'densest';
  readonly options: DamageOptions;
  readonly page: Damaged;
}

interface CleanPage {
  readonly name: string;
  readonly media: MirrorPage['media'];
  readonly text: string;
}

const densities = ['real', 'real', 'dense', 'densest'] as const;

/** Undamaged pages in traditional characters: the fixtures, as HTML and as text, and made pages in all renderings. */
export function cleanPages(seed: number): CleanPage[] {
  const fixtures = plainPages()
    .filter(({ name }) => !name.endsWith('traditional-mirror'))
    .flatMap(({ name, bytes }) => {
      const source = bytes.toString('utf8');
      const text = { name, media: 'text' as const, text: toTraditional(readPage(source).page.text) };
      const html = { name, media: 'html' as const, text: toTraditional(source) };
      return readPage(source).media === 'html' ? [text, html] : [text];
    });
  const made = makePlans(seed, fixtures.length, { damage: [] }).map((plan): CleanPage => {
    const media = plan.rendering.startsWith('html') ? 'html' : 'text';
    return { name: `${plan.template} ${plan.rendering}`, media, text: toTraditional(makePage(plan).text) };
  });
  return [...fixtures, ...made].filter(({ text }) => readPage(text).page.text.length > 300);
}

/** Damaged pages that go round all densities, each decoded in one of the ways of mirrors. */
export function* damagedPages(seed: number, count: number): Generator<MirrorPage> {
  const random = createRandom(seed);
  const pages = cleanPages(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  for (let i = 0; i < count; i++) {
    const { name, media, text } = pick(pages);
    const density = densities[i % densities.length] ?? 'real';
    const counts = {
      real: 30 + random() * 20,
      dense: 100 + random() * 900,
      densest: Number.POSITIVE_INFINITY,
    };
    const options: DamageOptions = {
      seed: seed * 100_000 + i,
      annotated: Math.floor(counts[density]),
      hole: random() < 0.75 ? 'eaten' : 'replaced',
      unassigned: pick(['private', 'question', 'dropped']),
      fold: random() < 0.7,
      form: random() < 0.8 ? 'brackets' : pick(['tagged', 'entities']),
      spaces: random() < 0.3 ? 0.3 : 0,
    };
    const spaced = random() < 0.5 ? text : putNoBreakSpaces(text);
    yield { name, media, density, options, page: damage(spaced, options) };
  }
}

function putNoBreakSpaces(text: string): string {
  return text.replaceAll('&nbsp;', '\u00a0').replace(/^ {2}/gm, '\u00a0\u00a0');
}
