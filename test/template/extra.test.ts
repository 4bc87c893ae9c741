import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExtraTemplates, parsePage } from '../../src/index.js';
import { indicatorSchema, templateSchema } from '../../src/model/template-schema.js';
import { loadCatalogue } from '../../src/template/load.js';
import { reportPages } from '../support/pages.js';
import { tableFigures } from '../support/small-page.js';

const bin = join(import.meta.dirname, '../../bin/gip-parse.js');
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'gip-parse-templates-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const HEAD = 'code\tname\tfamily\tedition\tlabel_zh\tunit\tparent\tmeaning';
const lines = [
  'local.yunxi.radio\tyx_radio\tstatistics-table\tyunxi-2011\t广播电视公开信息数\t条\tproactive.total\titems broadcast',
  'local.yunxi.villages\tyx_villages\tstatistics-table\tyunxi-2011\t村务公开栏数\t个\t\tnotice boards in villages',
];
const rows = [
  { label: '公开政务信息总条数', code: 'proactive.total' },
  { label: '广播电视播发条数', aliases: ['电视台播发条数'], code: 'local.yunxi.radio' },
  { label: '村务公开栏个数', code: 'local.yunxi.villages' },
  { label: '群众索取资料人次', code: 'requests.received', local: true },
];
const columns = [
  { code: '', labels: ['全年完成'] },
  { code: null, labels: ['上年完成'], optional: true },
];
const block = { head: ['考核事项'], columns, rows };
const template = {
  id: 'yunxi-2011',
  family: 'statistics-table',
  edition: 'yunxi-2011',
  name: { zh: '云西省政务公开考核表', en: 'assessment table of an invented province' },
  source: '云政办发〔2011〕1号',
  years: [2011, 2013],
  headings: [],
  tables: [{ id: 'assessment', caption: ['政务公开考核表'], blocks: [block] }],
};
const page = `<html><body><h1>云西县农业局2011年政府信息公开工作年度报告</h1>
<p>一、概述</p><p>2011年，本局按要求开展公开工作，所列数据的统计期限为2011年1月1日至2011年12月31日。</p>
<table><tr><td>考核事项</td><td>单位</td><td>全年完成</td><td>上年完成</td></tr>
<tr><td>公开政务信息总条数</td><td>条</td><td>412</td><td>390</td></tr>
<tr><td>电视台播发条数</td><td>条</td><td>57</td><td>41</td></tr>
<tr><td>村务公开栏个数</td><td>个</td><td>无</td><td>12</td></tr>
<tr><td>群众索取资料人次</td><td>人次</td><td>0</td><td>3</td></tr></table></body></html>`;

/** Writes files into a new folder of templates and returns its path. */
function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(root, 'set-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const good = { 'yunxi/template.json': template, 'yunxi/indicators.tsv': `${[HEAD, ...lines].join('\n')}\n` };
const withRows = (...own: readonly object[]) => ({
  ...template,
  tables: [{ id: 't', caption: [], blocks: [{ ...block, rows: own }] }],
});
const withLine = (line: string) => ({
  ...good,
  'yunxi/indicators.tsv': `${HEAD}\n${lines.join('\n')}\n${line}\n`,
});

function run(...args: readonly string[]) {
  return spawnSync('node', [bin, ...args], { encoding: 'utf8', cwd: root });
}

describe('a template from a folder', () => {
  it('reads its table: values with its codes, and figures of other columns as unmapped', () => {
    const record = parsePage(Buffer.from(page), { catalogue: loadExtraTemplates(folderWith(good)) });
    expect(record.template).toMatchObject({ family: 'statistics-table', edition: 'yunxi-2011' });
    expect(tableFigures(record)).toEqual({
      'proactive.total': 412,
      'local.yunxi.radio': 57,
      'local.yunxi.villages': 'mark',
      'requests.received': 0,
    });
    expect(record.unmapped.map(({ value }) => value)).toEqual([390, 41, 12, 3]);
  });

  it('is not known where it is not named, nor after it was', () => {
    loadExtraTemplates(folderWith(good));
    expect(parsePage(Buffer.from(page)).template.edition).toBe(null);
    expect(loadCatalogue().indicators.has('local.yunxi.radio')).toBe(false);
  });

  it('leaves the records of pages in other forms as they are', () => {
    const catalogue = loadExtraTemplates(folderWith(good));
    const pages = reportPages().filter(({ name }) => !name.startsWith('prose-only/'));
    expect(pages.length).toBeGreaterThan(10);
    for (const { name, bytes } of pages)
      expect(parsePage(bytes, { catalogue }), name).toEqual(parsePage(bytes));
  });

  it('gives its indicators the last columns of the wide table', () => {
    const folder = folderWith({ ...good, 'page.html': page });
    const { status, stdout } = run(join(folder, 'page.html'), '--templates', folder, '--format', 'csv', '-q');
    expect(status).toBe(0);
    const [names = [], values = []] = stdout.split('\n').map((line) => line.split(','));
    const plain = run(join(folder, 'page.html'), '--format', 'csv', '-q').stdout.split('\n')[0]?.split(',');
    expect(names).toEqual([...(plain ?? []), 'yx_radio', 'yx_villages']);
    expect(values.slice(-2)).toEqual(['57', '']);
    expect(values[names.indexOf('nonnumbers')]).toBe('yx_villages=mark');
  });

  it('is listed with its indicators', () => {
    const folder = folderWith(good);
    expect(run('templates', '--templates', folder).stdout).toMatch(
      /^yunxi-2011 +statistics-table +yunxi-2011 +2011-2013 +4 /m,
    );
    const listed = run('codebook', '--templates', folder).stdout.trimEnd().split('\n').slice(-lines.length);
    expect(listed.map((line) => line.split('\t').slice(0, 8).join('\t'))).toEqual(lines);
  });

  it('serves why and check as well', () => {
    const folder = folderWith({ ...good, 'page.html': page });
    const path = join(folder, 'page.html');
    const { status, stdout } = run('why', path, 'local.yunxi.radio', '--templates', folder);
    expect(status).toBe(0);
    expect(stdout).toContain('57');
    expect(run('why', path, 'local.yunxi.radio').status).toBe(2);
    const expected = { values: { 'local.yunxi.radio': 57 } };
    writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected));
    expect(run('check', path).stdout).toContain('local.yunxi.radio');
    expect(run('check', path, '--templates', folder).stdout).not.toContain('local.yunxi.radio');
    expect(run('check', path, '--templates', join(folder, 'none')).status).toBe(2);
  });

  it('costs only those who name one: what checks it is not loaded otherwise', () => {
    const hook =
      'export async function load(url, context, next) { if (url.includes("/zod/")) console.error("checker"); return next(url, context); }';
    const register = `import { register } from "node:module"; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});`;
    const options = ['--import', `data:text/javascript,${encodeURIComponent(register)}`, bin, 'templates'];
    const folder = folderWith(good);
    const say = (...args: string[]) => spawnSync('node', [...options, ...args], { encoding: 'utf8' }).stderr;
    expect(say('--templates', folder)).toContain('checker');
    expect(say()).toBe('');
  });

  it('may stand beside others, in the order of their folders, and use their indicators', () => {
    const second = { ...withRows({ label: '广播条数', code: 'local.yunxi.radio' }), id: 'z' };
    const { templates } = loadExtraTemplates(
      folderWith({ ...good, 'zeta/template.json': second, 'notes.txt': '' }),
    );
    expect(templates.slice(-2).map(({ data }) => data.id)).toEqual(['yunxi-2011', 'z']);
  });

  it('may be written with a byte-order mark and Windows line ends', () => {
    const crlf = `\ufeff${[HEAD, ...lines].join('\r\n')}\r\n`;
    const files = {
      'yunxi/template.json': `\ufeff${JSON.stringify(template)}`,
      'yunxi/indicators.tsv': crlf,
    };
    expect(loadExtraTemplates(folderWith(files)).indicators.get('local.yunxi.villages')?.meaning).toBe(
      'notice boards in villages',
    );
  });

  it('is what the documentation shows', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../docs/templates.md'), 'utf8');
    const shown = (pattern: RegExp) => pattern.exec(docs)?.[1] ?? '';
    const files = {
      'yunxi/template.json': shown(/```json\n(.*?)```/s),
      'yunxi/indicators.tsv': shown(/```text\n(code\tname.*?)```/s),
    };
    expect(loadExtraTemplates(folderWith(files)).templates.at(-1)?.data.id).toBe('yunxi-2011');
  });

  it('may have labels with any signs', () => {
    const odd = withRows(
      { label: '公开数{2}^$', code: 'proactive.total' },
      { label: '第*批({', code: 'requests.received' },
    );
    expect(loadExtraTemplates(folderWith({ 'odd/template.json': odd })).templates.at(-1)?.data.id).toBe(
      'yunxi-2011',
    );
  });
});

describe('a template that cannot be used', () => {
  const file = 'yunxi/template.json';
  const tsv = 'yunxi/indicators.tsv';
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['bad JSON', { [file]: '{"id": ' }, `${file}: is no JSON:`],
    ['no template in the folder', { 'yunxi/readme.txt': '' }, `${file}: cannot be read (ENOENT)`],
    ['a folder in its place', { [`${file}/x`]: '' }, `${file}: cannot be read (EISDIR)`],
    ['no folder at all', { 'readme.txt': '' }, ': holds no folder with a template'],
    ['a list', { [file]: '[]' }, `${file}: Invalid input: expected object`],
    [
      'a field missing',
      { ...good, [file]: { ...template, source: undefined } },
      `${file}: source: Invalid input`,
    ],
    [
      'a field of a wrong type',
      { ...good, [file]: { ...template, years: ['2011', 2013] } },
      `${file}: years[0]: Invalid`,
    ],
    [
      'years the wrong way round',
      { ...good, [file]: { ...template, years: [2013, 2011] } },
      `${file}: years: end before they begin`,
    ],
    [
      'a field misspelt',
      { ...good, [file]: withRows({ label: '某数', alias: [], code: 'proactive.total' }) },
      `${file}: tables[0].blocks[0].rows[0]: Unrecognized key: "alias"`,
    ],
    [
      'an unknown family',
      { ...good, [file]: { ...template, family: 'yunxi' } },
      `${file}: family: Invalid option`,
    ],
    ['an id with capitals', { ...good, [file]: { ...template, id: 'Yunxi 2011' } }, `${file}: id: is no id`],
    [
      'a known id',
      { ...good, [file]: { ...template, id: loadCatalogue().templates[0]?.data.id } },
      `${file}: id: a template “`,
    ],
    [
      'an id twice',
      { ...good, 'zeta/template.json': withRows({ label: '某数', code: 'proactive.total' }) },
      'zeta/template.json: id: a template “yunxi-2011” is there already',
    ],
    [
      'an unknown code',
      { [file]: withRows({ label: '某数', rows: [{ label: '其中某数', code: 'no.such' }] }) },
      `${file}: tables[0].blocks[0].rows[0].rows[0].code: unknown code “no.such”`,
    ],
    [
      'a code twice',
      {
        [file]: withRows(
          { label: '某数', code: 'proactive.total' },
          { label: '另数', code: 'proactive.total' },
        ),
      },
      `${file}: tables[0].blocks[0].rows[1].code: “proactive.total” is another row's already`,
    ],
    [
      'a label of marks alone',
      { [file]: withRows({ label: '(一)', code: 'proactive.total' }) },
      `${file}: tables[0].blocks[0].rows[0].label: nothing of “(一)” can be compared`,
    ],
    [
      'two gaps in a label',
      { [file]: withRows({ label: '某数', aliases: ['第*批第*次'], code: 'proactive.total' }) },
      `${file}: tables[0].blocks[0].rows[0].aliases: “第*批第*次” has more than one gap`,
    ],
    [
      'an empty label',
      { [file]: withRows({ label: ' ', code: 'proactive.total' }) },
      `${file}: tables[0].blocks[0].rows[0].label: must not be empty`,
    ],
    ['another head of columns', { ...good, [tsv]: 'code\tname\n' }, `${tsv}: line 1: must be code, name,`],
    ['a field too few', withLine('local.a\tyx_a\tall\tall\t甲\t件\t'), `${tsv}: line 4: has 7 fields, not 8`],
    [
      'a known indicator',
      withLine('proactive.total\tyx_a\tall\tall\t甲\t件\t\tx'),
      `${tsv}: line 4: code: “proactive.total” is there already`,
    ],
    [
      'an indicator twice',
      withLine('local.yunxi.radio\tyx_a\tall\tall\t甲\t件\t\tx'),
      `${tsv}: line 4: code: “local.yunxi.radio” is there already`,
    ],
    [
      'the column of another indicator',
      withLine('local.a\tpro_tot\tall\tall\t甲\t件\t\tx'),
      `${tsv}: line 4: name: the column “pro_tot” is there already`,
    ],
    [
      'a column of every table',
      withLine('local.a\treport_year\tall\tall\t甲\t件\t\tx'),
      `${tsv}: line 4: name: the column “report_year” is there already`,
    ],
    [
      'a word of SQL',
      withLine('local.a\tselect\tall\tall\t甲\t件\t\tx'),
      `${tsv}: line 4: name: the column “select” is there already or reserved`,
    ],
    [
      'a name too long',
      withLine(`local.a\t${'n'.repeat(33)}\tall\tall\t甲\t件\t\tx`),
      `${tsv}: line 4: name: is no column name`,
    ],
    [
      'a name in Chinese',
      withLine('local.a\t甲\tall\tall\t甲\t件\t\tx'),
      `${tsv}: line 4: name: is no column name`,
    ],
    [
      'an unknown parent',
      withLine('local.a\tyx_a\tall\tall\t甲\t件\tlocal.b\tx'),
      `${tsv}: line 4: parent: unknown code “local.b”`,
    ],
    ['no unit', withLine('local.a\tyx_a\tall\tall\t甲\t\t\tx'), `${tsv}: line 4: unit: must not be empty`],
  ])('is refused with file, path and reason: %s', (_, files, reason) => {
    const folder = folderWith(files);
    const expected = reason.startsWith(':') ? folder + reason : join(folder, reason);
    expect(() => loadExtraTemplates(folder)).toThrow(expected);
  });

  it('ends the call with 2, with every problem and without output', () => {
    const wrong = withRows({ label: '某数', code: 'no.such' }, { label: '另数', code: 'nor.this' });
    const folder = folderWith({ 'a/template.json': wrong, 'page.html': page });
    for (const args of [[join(folder, 'page.html')], ['templates'], ['codebook']]) {
      const { status, stdout, stderr } = run(...args, '--templates', folder);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(
        `${join(folder, 'a/template.json')}: tables[0].blocks[0].rows[0].code: unknown`,
      );
      expect(stderr).toContain('rows[1].code: unknown code “nor.this”');
    }
  });

  it('is refused in Chinese where Chinese is spoken, places and codes as they are', () => {
    const folder = folderWith({
      'a/template.json': { ...template, source: undefined, id: 'Yunxi 2011' },
      'b/template.json': withRows({ label: '某数', code: 'no.such' }),
      'c/template.json': '{"id": ',
      'c/indicators.tsv': `${HEAD}\n${lines.join('\n')}\n`,
      'd/template.json': template,
      'd/indicators.tsv': `${HEAD}\nlocal.a\tpro_tot\tall\tall\t甲\t\t\tx\nlocal.b\tyx_b\n`,
    });
    const { status, stderr } = run('templates', '--templates', folder, '--lang', 'zh');
    expect(status).toBe(2);
    const [head, ...problems] = stderr.trimEnd().split('\n');
    expect(head).toBe('gip-parse: 这些表式不能使用：');
    expect(problems.map((line) => line.replace(`  ${folder}/`, ''))).toEqual([
      'a/template.json：id：不是标识：只能用小写字母、数字和连字符',
      'a/template.json：source：缺少这个字段，应为 string',
      'b/template.json：tables[0].blocks[0].rows[0].code：没有代码“no.such”',
      expect.stringMatching(/^c\/template\.json：不是 JSON：/),
      'd/indicators.tsv：第 2 行：unit：不能为空',
      'd/indicators.tsv：第 2 行：name：列名“pro_tot”已被使用或是保留字',
      'd/indicators.tsv：第 3 行：有 2 个字段，应为 8 个',
      ...Array(5).fill(expect.stringMatching(/^d\/indicators\.tsv：第 3 行：[a-z_]+：/)),
    ]);
  });

  it('is refused where the folder is not there', () => {
    expect(run('templates', '--templates', 'nowhere')).toMatchObject({ status: 2 });
    expect(() => loadExtraTemplates(join(root, 'nowhere'))).toThrow('nowhere: cannot be read (ENOENT)');
  });
});

describe('the templates and indicators of the tool', () => {
  const { templates, indicators } = loadCatalogue();

  it.each(templates.map(({ data }) => data))(
    'the template $id has the shape that is asked of others',
    (data) => {
      expect(templateSchema.safeParse(data).error?.issues).toBeUndefined();
    },
  );

  it('the codebook has the shape that is asked of others', () => {
    for (const indicator of indicators.values())
      expect(indicatorSchema.safeParse(indicator).error?.issues, indicator.code).toBeUndefined();
  });
});
