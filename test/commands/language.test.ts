import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/commands/program.js';
import type { Terminal } from '../../src/commands/terminal.js';
import { widthOf } from '../../src/output/wrap.js';
import { toChinese } from '../../src/talk/translate.js';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'bin/gip-parse.js');
const page = join(root, 'fixtures/new-regulation-2019/one-wrong-cell/page.html');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-language-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Two words in a row that are no name in code: English that somebody would have to read. */
const english = /(?<![\w./"'-])[a-z]{2,}(?: [a-z]{2,})+(?![\w./"'-])/;

function call(args: readonly string[], locale = 'zh_CN.UTF-8') {
  const env = { ...process.env, CI: '', LC_ALL: locale };
  return spawnSync('node', [bin, ...args], { cwd: folder, encoding: 'utf8', env });
}

const terminal = { language: () => 'zh', translate: toChinese } as unknown as Terminal;
const program = createProgram(terminal, () => {});
const commands = [program, ...program.commands];

describe('help in Chinese', () => {
  it.each(commands.map((command) => [command.name(), command] as const))(
    'says every description and option of %s',
    (_, command) => {
      const described = [command, ...command.options, ...command.registeredArguments].map((one) =>
        typeof one.description === 'function' ? one.description() : one.description,
      );
      const said = described.map((text) => [text, toChinese(text)]);
      expect(said.filter(([text, chinese]) => text === chinese)).toEqual([]);
      const help = command.helpInformation();
      expect(help.split('\n').filter((line) => english.test(line))).toEqual([]);
      for (const line of help.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80);
    },
  );

  it('is printed with what stands below it', () => {
    for (const name of ['', 'check', 'why']) {
      const { stdout, status } = call([name, '--help'].filter(Boolean));
      expect(status).toBe(0);
      expect(stdout).toMatch(/^用法：/);
      expect(stdout.split('\n').filter((line) => english.test(line))).toEqual([]);
    }
  });

  it('is English where the locale is none of China, and where it is asked for', () => {
    expect(call(['--help'], 'en_US.UTF-8').stdout).toMatch(/^Usage:/);
    expect(call(['--help', '--lang', 'en']).stdout).toMatch(/^Usage:/);
    expect(call(['check', '--lang', 'zh', '--help'], 'C').stdout).toMatch(/^用法：/);
  });
});

describe('talk in Chinese', () => {
  it.each([
    [['--nope'], '错误：没有选项 --nope'],
    [['--stric', 'x'], '错误：没有选项 --stric\n（是否要用 --strict？）'],
    [['check'], '错误：缺少参数 paths'],
    [['check', '--out'], '错误：选项 -o, --out <file> 缺少取值'],
    [['rules', 'a', 'b'], '错误：命令 rules 的参数过多：最多 1 个，给出了 2 个。'],
    [['x', '--shape', 'tall'], '错误：选项 --shape <shape> 的取值“tall”无效。可选：wide, long。'],
    [['x', '--max-bytes', '-1'], '错误：选项 --max-bytes <n> 的取值“-1”无效。应为大于 0 的整数。'],
    [['x', '--encoding', 'nope'], '错误：选项 --encoding <label> 的取值“nope”无效。没有这种编码，'],
    [[], 'gip-parse: 请指明要读取的文件或文件夹'],
    [['none.html'], 'gip-parse: none.html: 不存在'],
    [['rules', 'none'], 'gip-parse: 没有规则 none；'],
    [['x', '--out', 'x.doc'], 'gip-parse: x.doc：没有与此扩展名对应的格式，'],
    [['x', '--config', 'none.json'], 'gip-parse: none.json 不存在'],
  ])('says what is wrong with a call: %j', (args, line) => {
    expect(call(args).stderr).toContain(line);
  });

  it('reports to people, and to machines in English', () => {
    cpSync(page, join(folder, 'page.html'));
    const people = call(['check', 'page.html']).stdout;
    expect(people).toMatch(
      /culprit: .* 填为 74；改为 47 则所有不通过的核对均可成立.* \(第 \d+ 行，表格第 \d+ 行第 \d+ 列\)/,
    );
    expect(people).toContain('1 个页面：1 个错误，0 个警告，0 条提示；1 个待处理\n');
    expect(call(['check', 'page.html', '--reporter', 'json']).stdout).toContain(
      'every check that fails would hold',
    );
  });

  it('follows the language that a config file gives', () => {
    writeFileSync(join(folder, 'zh.json'), JSON.stringify({ all: { lang: 'zh' } }));
    expect(call(['rules', 'none', '--config', 'zh.json'], 'C').stderr).toContain('没有规则 none；');
  });
});

describe('a record', () => {
  it('is the same in every locale, and has Chinese reasons and messages only where they are asked for', () => {
    const parse = (locale: string, ...args: string[]) => call([page, '--quiet', ...args], locale).stdout;
    const plain = parse('C');
    expect(parse('zh_CN.UTF-8')).toBe(plain);
    expect(parse('zh_CN.UTF-8', '--lang', 'en')).toBe(plain);
    const chinese = JSON.parse(parse('C', '--lang', 'zh'));
    expect(chinese.reason).toBe('有数据的年报。');
    expect({ ...chinese, reason: '', template: 0, report: 0, messages: 0 }).toEqual({
      ...JSON.parse(plain),
      reason: '',
      template: 0,
      report: 0,
      messages: 0,
    });
  });
});
