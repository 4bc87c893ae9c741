import dialling from '../data/dialling-codes.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import { findPlace, type PlaceAnswer } from '../place/find-place.js';
import { closeUp } from '../text/strings.js';

/** Characters before a place's name that may hold its parents. */
const PARENTS = 12;
const MOST = 20;

const number = new RegExp(dialling.number, 'g');
const cities: Readonly<Record<string, readonly string[]>> = dialling.cities;

/**
 * The place of a report's body: by its name, by what the page's chrome says, and where that leaves several, by what
 * stands right before the place's name in the report, or by the dialling code of the telephones that it gives.
 */
export function findReportPlace(
  publisher: string | null,
  year: number | null,
  chrome: () => readonly string[],
  lines: readonly Line[],
): PlaceAnswer {
  const name = publisher ?? '';
  let around: readonly string[] | undefined;
  const context = () => {
    around ??= chrome();
    return around;
  };
  const answer = findPlace({ name, year, context });
  if (answer.alternatives.length === 0 || answer.place === null) return answer;
  const named = findBefore(answer.place, lines);
  const more = [...context(), ...named];
  const told = named.length === 0 ? answer : findPlace({ name, year, context: () => more });
  if (told.adcode !== null) return told;
  const dialled = findDialled(lines);
  if (dialled.length === 0) return told;
  return findPlace({ name, year, context: () => [...more, ...dialled] });
}

/** Cities whose dialling code the report's telephones have; none where the codes belong to several places. */
function findDialled(lines: readonly Line[]): readonly string[] {
  const codes = new Set<string>();
  for (const { text } of lines)
    for (const [, code = ''] of text.matchAll(number)) if (code in cities) codes.add(code);
  const [only] = codes;
  return codes.size === 1 ? (cities[only ?? ''] ?? []) : [];
}

/** A name wherever the report prints it, with what stands right before it. */
function findBefore(name: string, lines: readonly Line[]): string[] {
  const found: string[] = [];
  for (const line of lines) {
    if (!line.text.includes(name)) continue;
    const text = closeUp(line.text);
    for (let at = text.indexOf(name, 1); at > 0 && found.length < MOST; at = text.indexOf(name, at + 1))
      found.push(text.slice(Math.max(0, at - PARENTS), at + name.length));
  }
  return found;
}
