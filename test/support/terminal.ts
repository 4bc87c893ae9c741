import { Writable } from 'node:stream';
import type { Terminal } from '../../src/commands/terminal.js';

/** A terminal that only remembers what it is told and what is printed. */
export function quietTerminal(): { terminal: Terminal; said: string[]; printed: string[] } {
  const said: string[] = [];
  const printed: string[] = [];
  const terminal: Terminal = {
    stdin: (async function* () {})(),
    stdout: new Writable({ write: (chunk, _, done) => done(void printed.push(String(chunk))) }),
    say: (line) => void said.push(line),
    log: (line) => void said.push(line),
    language: () => 'en',
    speak: async () => {},
    progress: null,
    clear: () => {},
    print: (text) => void printed.push(text),
    now: new Date(0),
    ci: '',
    translate: (text) => text,
    sayErrorsAs: () => {},
    untilEnded: () => new AbortController().signal,
    processId: 0,
    isRunning: () => false,
  };
  return { terminal, said, printed };
}
