import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { report, table } from './small-page.js';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'bin/gip-parse.js');

/** A preload that makes some pages trap the worker that reads them. */
export const traps = ['--import', join(import.meta.dirname, 'trap.mjs')];

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line to its end. */
export function runCli(args: readonly string[], preload: readonly string[] = []): Outcome {
  return spawnSync('node', [...preload, bin, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** Runs the command line and sends it a signal as soon as `isTime` says so; where it ends before, it has ended. */
export async function stopCli(
  args: readonly string[],
  signal: NodeJS.Signals,
  isTime: () => boolean,
): Promise<{ readonly status: number | null; readonly stderr: string }> {
  const child = spawn('node', [bin, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const timer = setInterval(() => {
    if (!isTime()) return;
    clearInterval(timer);
    child.kill(signal);
  }, 2);
  const [status] = await once(child, 'close');
  clearInterval(timer);
  return { status, stderr };
}

/** A short report with figures of its own. */
export function smallPage(figure: number): string {
  return report(
    `<p>全年主动公开政府信息${figure}条。</p>`,
    table(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '0', '0', String(figure)]),
  );
}

/** Writes `count` different pages into a folder, in subfolders of a hundred. */
export function writePages(folder: string, count: number): void {
  for (let i = 0; i < count; i++) {
    const own = join(folder, String(Math.floor(i / 100)));
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, `${String(i).padStart(6, '0')}.html`), smallPage(i + 1));
  }
}

/** The lines of a file or of a text without the last, empty one. */
export function linesOf(text: string): string[] {
  return text.trimEnd().split('\n');
}

export function readJsonLines<Line>(file: string): Line[] {
  return linesOf(readFileSync(file, 'utf8')).map((line) => JSON.parse(line));
}
