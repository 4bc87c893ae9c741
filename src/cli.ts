import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { CommanderError } from 'commander';
import { CallError } from './commands/call-error.js';
import { createProgram } from './commands/program.js';
import type { Terminal } from './commands/terminal.js';

const DONE = 0;
const CALL_IS_WRONG = 2;

/** The process as the commands see it. */
function createTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  const progress = (line: string) => {
    stderr.write(`\r\u001b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
    shown = true;
  };
  const say = (line: string) => {
    clear();
    console.error(line);
  };
  const print = (text: string, out?: string) => {
    if (out === undefined) stdout.write(text);
    else writeFileSync(out, text);
  };
  const talk = { say, clear, print, progress: stderr.isTTY ? progress : null };
  return { stdin, stdout, ...talk, now: new Date(), ci: env.CI ?? '' };
}

/** Known mistakes end with a line and status 2; anything else is a bug and shows its stack. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : CALL_IS_WRONG;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'EPIPE') return DONE;
  if (error instanceof CallError || code !== undefined) {
    console.error(`gip-parse: ${path ? 'the output cannot be written: ' : ''}${(error as Error).message}`);
  } else console.error(error);
  return CALL_IS_WRONG;
}

/** A run over large pages collects its rubbish early, so that its memory stays near what one page needs. */
setFlagsFromString('--heap-growing-percent=30');
process.stdout.on('error', (error) => {
  process.exit(fail(error));
});
try {
  const program = createProgram(createTerminal(), (status) => {
    process.exitCode = status;
  });
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
}
