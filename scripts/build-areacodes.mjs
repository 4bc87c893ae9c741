// Packs the table of administrative codes (county level and above, 1981 to 2024) into src/data/areacodes.json.
// Usage: node scripts/build-areacodes.mjs [../shared/data/areacodes.csv]
//
// The CSV has one row for each code, name and stretch of years: a code whose unit was renamed, or whose prefecture was,
// has several rows, and the earlier ones are marked as changed (not as abolished). A year in brackets behind a successor
// is a transfer of some land in that year and no succession. Packed, a province is one string of lines
//   <code after the province's two digits> <name> <first year> [<last year, excluded> [<heir> [<short names>]]]
// (a heir in another province keeps six digits). Parents are left out: they follow from code and years, which is checked.
// The heir is the one code that carries the unit on:
//   1. the code itself where it lived on under another name (also where other units were made of its land);
//   2. the only successor named; of several, the one that bears the same name but for its last word (some county X
//      turned into district X); otherwise none;
//   3. for a prefecture, of which the CSV names no successors: the prefecture set up in that year that took over all of
//      its counties.
import { readFileSync, writeFileSync } from 'node:fs';

const [path = new URL('../../shared/data/areacodes.csv', import.meta.url)] = process.argv.slice(2);
const about = {
  source:
    'areacodes.csv: administrative codes at county level and above, 1981 to 2024; packed by scripts/build-areacodes.mjs',
  licence: 'public domain',
  form: 'code without province, name, first year, year of its end, heir, short names',
};
// The one prefecture that has prefectures under it.
const over = { 654000: ['6542', '6543'] };
const direct = '直辖';
const peoples =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各';
const autonomous = new RegExp(
  `^(.{2,}?)(?:(?:${peoples})族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔|壮|回)*自治(区|州|县|旗)$`,
);
const ending = /(?:特别行政区|自治[区州县旗]|地区|林区|特区|矿区|[省市区县旗盟])$/;

const rows = readRows(readFileSync(path, 'utf8'));
const byCode = new Map();
for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
for (const row of rows) checkParents(row);
for (const row of rows) row.heir = findHeir(row);
for (const row of rows) row.heir ??= findHeirOfPrefecture(row);

const provinces = {};
for (const row of rows) {
  const province = row.code.slice(0, 2);
  provinces[province] = [provinces[province], writeLine(row)].filter(Boolean).join('\n');
}
const json = `${JSON.stringify({ about, over, provinces }, null, 1)}\n`;
writeFileSync(new URL('../src/data/areacodes.json', import.meta.url), json);
console.log(`${rows.length} rows, ${Buffer.byteLength(json)} bytes`);

function readRows(csv) {
  const [, ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const read = lines.map((line) => {
    const [code, province, prefecture, name, , state, from, to, successors] = line.split(',');
    return {
      code,
      province,
      prefecture,
      name,
      state,
      from: Number(from),
      to: to ? Number(to) : null,
      successors,
    };
  });
  return read.sort((a, b) => a.code.localeCompare(b.code) || a.from - b.from);
}

function rowAt(code, year) {
  return byCode.get(code)?.find((row) => row.from <= year && (row.to === null || row.to > year));
}

/** Throws where province or prefecture of a row is not what its code and years say. */
function checkParents({ code, name, from, to, province, prefecture }) {
  if (code.endsWith('0000')) return;
  const parents = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].map((parent) =>
    (byCode.get(parent) ?? [])
      .filter((p) => p.from < (to ?? Infinity) && from < (p.to ?? Infinity))
      .map((p) => p.name),
  );
  const derived = code.slice(2, 4) === '00' ? direct : parents[1].join() || direct;
  if (parents[0].join() !== province || derived !== prefecture)
    throw new Error(`${code} ${name} ${from}: parents`);
}

/** The successors at the unit's end, without those that took some land earlier. */
function readSuccessors({ successors }) {
  return [...new Set(successors.split(';').filter((successor) => /^\d{6}$/.test(successor)))];
}

function findHeir(row) {
  const { code, name, state, to } = row;
  if (to === null) return null;
  const named = readSuccessors(row);
  const livesOn = state === '变更' && rowAt(code, to) !== undefined;
  if (livesOn && (named.length === 0 || named.includes(code))) return code;
  if (named.length < 2) return named[0] ?? null;
  const namesakes = named.filter((s) => stem(rowAt(s, to)?.name ?? '') === stem(name));
  return namesakes.length === 1 ? namesakes[0] : null;
}

function findHeirOfPrefecture({ code, to }) {
  if (to === null || !code.endsWith('00')) return null;
  const counties = rows.filter(
    (row) => row.code.startsWith(code.slice(0, 4)) && row.code !== code && row.to === to,
  );
  const heirs = new Set(counties.flatMap(readSuccessors).map((successor) => `${successor.slice(0, 4)}00`));
  const [heir] = heirs;
  return heirs.size === 1 && rowAt(heir, to)?.from === to ? heir : null;
}

function stem(name) {
  return (shortNames(name)[0] ?? name).replace(ending, '');
}

/** What people shorten the name of a province or of an autonomous prefecture, county or banner to, commonest first. */
function shortNames(name, isProvince = false) {
  const [, head, rank] = autonomous.exec(name) ?? [];
  if (isProvince) return [head ?? name.replace(ending, '')];
  return head ? [head + rank, `${head}自治${rank}`].filter((short) => short !== name) : [];
}

function writeLine({ code, name, from, to, heir }) {
  const nextDoor = heir?.startsWith(code.slice(0, 2)) ? heir.slice(2) : heir;
  const short = shortNames(name, code.endsWith('0000')).join(',');
  return [code.slice(2), name, from, to ?? '', nextDoor ?? '', short].join(' ').trimEnd();
}
