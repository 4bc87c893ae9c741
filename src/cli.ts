import { writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { CommanderError } from 'commander';
import { createProgram } from './commands/program.js';
import type { Terminal } from './commands/terminal.js';
import { tuneEngine } from './engine.js';
import { CallError } from './model/call-error.js';
import { unwritable } from './output/unwritable.js';
import { wrapText } from './output/wrap.js';
import { chooseLanguage, type Language } from './talk/language.js';
import type { Translate } from './talk/translate.js';

const DONE = 0;
const CALL_IS_WRONG = 2;
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The process was told to end. */
class Ended extends Error {
  constructor(readonly signal: (typeof ENDINGS)[number]) {
    super(`ended by ${signal}`);
  }
}

let errorLine = (text: string) => `gip-parse: ${text}`;
const stop = new AbortController();
let isHandedOver = false;

/** From now on a command ends in good order; told twice, the process ends at once. */
function untilEnded(): AbortSignal {
  isHandedOver = true;
  for (const signal of ENDINGS) process.once(signal, () => stop.abort(new Ended(signal)));
  return stop.signal;
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The process as the commands see it. */
function createTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  let language: Language = 'en';
  let translate: Translate = (text) => text;
  const speak = async (wanted: Language) => {
    language = wanted;
    translate = wanted === 'zh' ? (await import('./talk/translate.js')).toChinese : (text) => text;
  };
  const progress = (line: string) => {
    const [shortened] = wrapText(translate(line), (stderr.columns ?? 80) - 1);
    stderr.write(`\r\u001b[K${shortened}`);
    shown = true;
  };
  const log = (line: string) => {
    clear();
    console.error(line);
  };
  const say = (line: string) => log(translate(line));
  const print = (text: string, out?: string) => {
    if (out === undefined) stdout.write(text);
    else writeFileSync(out, text);
  };
  const talk = { say, log, clear, print, progress: stderr.isTTY ? progress : null };
  const words = { language: () => language, speak, translate: (text: string) => translate(text) };
  const sayErrorsAs = (line: typeof errorLine) => {
    errorLine = line;
  };
  const control = { untilEnded, isRunning, sayErrorsAs, processId: process.pid };
  return { stdin, stdout, ...talk, ...words, ...control, now: new Date(), ci: env.CI ?? '' };
}

const terminal = createTerminal();

/** Known mistakes end with a line and status 2; anything else is a bug and shows its stack. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : CALL_IS_WRONG;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'EPIPE') return DONE;
  if (error instanceof Ended) {
    terminal.say(errorLine(error.message));
    return 128 + constants.signals[error.signal];
  }
  if (error instanceof CallError || code !== undefined) {
    const { message } = error as Error;
    terminal.say(
      errorLine(path ? `the output cannot be written: ${unwritable(error as Error, path)}` : message),
    );
  } else console.error(error);
  return CALL_IS_WRONG;
}

tuneEngine();
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (isHandedOver) stop.abort(error);
    else process.exit(fail(error));
  });
try {
  await terminal.speak(chooseLanguage(process.argv.slice(2), process.env));
  const program = createProgram(terminal, (status) => {
    process.exitCode = status;
  });
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
  if (stop.signal.aborted) process.exit();
}
