import type { Random } from '../renderer/random.js';
import type { Era } from './words.js';

/** What a made page is about, and how its author writes. */
export interface Facts {
  readonly era: Era;
  readonly year: number;
  readonly publisher: string;
  /** How the body speaks of itself. */
  readonly we: readonly string[];
  readonly part: readonly string[];
  readonly upper: string;
  readonly short: string;
  readonly style: Style;
  /** The unit last printed, by the units to choose from: an author mostly keeps to one. */
  readonly units: Map<string, string>;
}

export interface Style {
  readonly digits: 'plain' | 'comma' | 'wide';
  readonly hasSpaces: boolean;
  readonly hasPlainPunctuation: boolean;
}

const COUNTIES = ['临川县', '清河县', '安平县', '东湖区', '永宁县', '平江区', '新城县', '华山县'];
const CITIES = ['宁江市', '海阳市', '云州市'];
const OFFICES = ['教育局', '财政局', '卫生局', '农业局', '交通运输局', '民政局', '审计局', '统计局'];

export function makeFacts(random: Random, era: Era): Facts {
  const year = era === 'earlier' ? random.int(2009, 2018) : random.int(2019, 2024);
  const isGovernment = random.chance(0.5);
  const place = random.pick(random.chance(0.3) ? CITIES : COUNTIES);
  const kind = place.slice(-1);
  const office = random.pick(OFFICES);
  return {
    era,
    year,
    publisher: isGovernment ? `${place}人民政府` : `${place}${office}`,
    we: isGovernment
      ? [`我${kind}`, `我${kind}`, `全${kind}`, place]
      : ['我局', '我局', '本局', `${place}${office}`],
    part: isGovernment
      ? [`${kind}级`, `${kind}本级`, `${kind}公安局`, '城关镇', '各乡镇', `${kind}直部门`]
      : ['局机关', '局属单位', '下属事业单位', '服务中心'],
    upper: isGovernment ? '全省' : `全${kind}`,
    short: place.slice(0, 1),
    units: new Map(),
    style: {
      digits: random.pick(['plain', 'plain', 'plain', 'plain', 'plain', 'plain', 'comma', 'wide']),
      hasSpaces: random.chance(0.15),
      hasPlainPunctuation: random.chance(0.1),
    },
  };
}
