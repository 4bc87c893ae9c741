// Puts every format of output before a reader that the project did not write, and compares what it reads with the records:
// Parquet by DuckDB, SQLite by its own shell, xlsx by LibreOffice, the scripts with labels by R (haven) and pandas.
// The walk-throughs are followed then, with R and pandas there to run their scripts.
// Installs what is missing: DuckDB from npm into a folder of its own, the others as Debian's packages (as root).
// Usage: npm run check:readers [-- FOLDER OR FILES]      pages to read, instead of fixtures/
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cli = new URL('../bin/gip-parse.js', import.meta.url).pathname;
const pages =
  process.argv.length > 2 ? process.argv.slice(2) : [new URL('../fixtures', import.meta.url).pathname];
const folder = mkdtempSync(join(tmpdir(), 'gip-readers-'));
const at = (name) => join(folder, name);
const gip = (...args) => execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 1e9 });

const DEBIAN = {
  sqlite3: 'command -v sqlite3',
  'libreoffice-calc': 'dpkg -s libreoffice-calc',
  'r-base-core': 'command -v Rscript',
  'r-cran-haven': 'Rscript -e "library(haven)"',
  'python3-pandas': '/usr/bin/python3 -c "import pandas"',
};

function installReaders() {
  const missing = Object.keys(DEBIAN).filter((name) => spawnSync('sh', ['-c', DEBIAN[name]]).status !== 0);
  if (missing.length > 0) {
    execFileSync('apt-get', ['update', '-qq']);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  writeFileSync(at('package.json'), '{}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', '@duckdb/node-api@1.5.5-r.5'], {
    cwd: folder,
  });
}

/** Rows of comma-separated values with heads, as objects; cells are text. */
function readCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/gy)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  const [heads, ...others] = rows;
  return others
    .filter((row) => row.length === heads.length)
    .map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i]])));
}

const VALUE = [
  'code',
  'origin',
  'value',
  'state',
  'raw',
  'unit',
  'label',
  'start',
  'end',
  'line',
  'row',
  'column',
];

/** One value as a line of text: null, empty and absent are one thing, for tables cannot tell them apart. */
const lineOf = (path, cells) =>
  [path, ...VALUE.map((name) => cells[name])]
    .map((cell) => ((cell ?? '') === '' ? '' : String(cell)))
    .join('|');

const expectedValues = (records) =>
  records.flatMap(({ source, values }) =>
    values.map((value) => lineOf(source.path, { ...value, ...value.place })),
  );

/** What a table with one row a page must show for each indicator: the number, or why there is none. */
function expectedWide(records, codebook, templates) {
  return records.flatMap((record) =>
    codebook.map((entry) => {
      const own = record.values.filter(({ code }) => code === entry.code);
      const numbers = own.filter(({ value }) => value !== null);
      const chosen = numbers.find(({ origin }) => origin === 'table') ?? numbers[0];
      const shown = chosen ? String(chosen.value) : `.${reasonOf(record, own, entry, templates)}`;
      return `${record.source.path}|${entry.name}|${shown}`;
    }),
  );
}

function reasonOf({ template, report }, own, { labels }, templates) {
  const state = own.at(-1)?.state;
  if (state) return { blank: 'a', mark: 'b', text: 'c' }[state];
  const asking = templates.filter(({ id }) => labels.some(({ form, local }) => form === id && !local));
  const { family, edition } = template;
  if (family === null || (family === 'prose-only' && report.report_year === null)) return 'e';
  const families = new Set(asking.map((own) => own.family));
  const inYears = (name) => {
    const years = templates.filter((own) => own.family === name).flatMap((own) => own.years);
    return Math.min(...years) <= report.report_year && report.report_year <= Math.max(...years);
  };
  const isAsked =
    family === 'prose-only'
      ? [...families].some(inYears)
      : asking.some((own) => own.family === family && own.edition === edition);
  return isAsked ? 'e' : 'd';
}

async function readParquet(file) {
  const { DuckDBInstance } = createRequire(at('package.json'))('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(`SELECT * FROM '${file}'`);
  return reader.getRowObjectsJS();
}

function readSqlite(sql) {
  return JSON.parse(
    execFileSync('sqlite3', ['-json', at('d.sqlite'), sql], { encoding: 'utf8', maxBuffer: 1e9 }),
  );
}

/** Each sheet becomes a file of comma-separated values, numbers in full. */
function readWorkbook(sheet) {
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
  execFileSync('soffice', ['--headless', '--convert-to', filter, '--outdir', folder, at('x.xlsx')], {
    stdio: 'ignore',
  });
  return readCsv(readFileSync(at(`x-${sheet}.csv`), 'utf8'));
}

const R = `source("w.R", encoding = "UTF-8")
rows <- lapply(names(unit), function(name) {
  value <- unclass(data[[name]])
  shown <- ifelse(is.na(value), paste0(".", na_tag(value)), sprintf("%.15g", value))
  stopifnot(nzchar(attr(data[[name]], "label")), nzchar(attr(data[[name]], "unit")))
  data.frame(line = paste(data$path, name, shown, sep = "|"))
})
writeLines(do.call(rbind, rows)$line, "from-r.txt", useBytes = TRUE)
`;
const PANDAS = `import runpy
m = runpy.run_path("w.py")
data, missing = m["data"], m["missing"]
with open("from-pandas.txt", "w", encoding="utf-8") as out:
    for name in missing.columns:
        assert data.attrs["labels"][name]["zh"] and data.attrs["labels"][name]["unit"]
        for path, value, reason in zip(data["path"], data[name], missing[name]):
            shown = f"{value:.15g}" if value == value else f".{reason}"
            out.write(f"{path}|{name}|{shown}\\n")
`;

function readScript(command, args, output) {
  execFileSync(command, args, { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: 'inherit' });
  return readFileSync(at(output), 'utf8').trimEnd().split('\n');
}

let failures = 0;
function compare(name, read, expected) {
  const [got, wanted] = [[...read].sort(), [...expected].sort()];
  const wrong = got.length === wanted.length ? wanted.findIndex((line, i) => line !== got[i]) : 0;
  const isEqual = got.length === wanted.length && wrong < 0;
  if (!isEqual) failures++;
  const found = isEqual
    ? 'equal'
    : `DIFFERENT: read ${got.length}: ${got[wrong]}\n  expected ${wanted[wrong]}`;
  console.log(`${name}: ${wanted.length} values ${found}`);
}

try {
  installReaders();
  writeFileSync(at('r.ndjson'), gip(...pages, '--quiet'));
  const records = readFileSync(at('r.ndjson'), 'utf8').trimEnd().split('\n').map(JSON.parse);
  const { templates } = await import('../dist/index.js');
  const codebook = JSON.parse(gip('codebook', '--format', 'json'));
  for (const out of ['w.parquet', 'd.sqlite', 'x.xlsx']) gip('export', at('r.ndjson'), '--out', at(out));
  gip('export', at('r.ndjson'), '--out', at('l.parquet'), '--shape', 'long');
  gip('export', at('r.ndjson'), '--out', at('w.csv'), '--labels', 'r,pandas,stata');
  const values = expectedValues(records);
  const wide = expectedWide(records, codebook, templates);
  const numbers = wide.filter((line) => !/\|\.[a-f]$/.test(line));
  const numbersOf = (rows) =>
    rows.flatMap((row) =>
      codebook.flatMap(({ name }) => ((row[name] ?? '') === '' ? [] : [`${row.path}|${name}|${row[name]}`])),
    );
  const linesOf = (rows) => rows.map((row) => lineOf(row.path, row));

  compare('parquet long, DuckDB', linesOf(await readParquet(at('l.parquet'))), values);
  compare('parquet wide, DuckDB', numbersOf(await readParquet(at('w.parquet'))), numbers);
  compare(
    'sqlite values, sqlite3',
    linesOf(readSqlite('SELECT * FROM pages JOIN "values" USING (page)')),
    values,
  );
  compare('sqlite wide, sqlite3', numbersOf(readSqlite('SELECT * FROM wide')), numbers);
  compare('xlsx values, LibreOffice', linesOf(readWorkbook('values')), values);
  compare('xlsx pages, LibreOffice', numbersOf(readCsv(readFileSync(at('x-pages.csv'), 'utf8'))), numbers);
  writeFileSync(at('read.R'), R);
  writeFileSync(at('read.py'), PANDAS);
  compare('labels, R with haven', readScript('Rscript', ['read.R'], 'from-r.txt'), wide);
  compare('labels, pandas', readScript('/usr/bin/python3', ['read.py'], 'from-pandas.txt'), wide);
} finally {
  rmSync(folder, { recursive: true });
}
const walk = spawnSync('npx', ['vitest', 'run', 'test/walk-through.test.ts'], {
  cwd: new URL('..', import.meta.url).pathname,
  stdio: 'inherit',
});
process.exitCode = failures > 0 || walk.status !== 0 ? 1 : 0;
