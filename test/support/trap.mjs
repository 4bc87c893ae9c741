// Preloaded into a run: makes pages that hold one of these words trap the worker that reads them.
import { TextDecoder as Decoder } from 'node:util';
import { isMainThread } from 'node:worker_threads';

const TRAPS = {
  'TRAP-HANG'() {
    while (true);
  },
  'TRAP-DIE': () => process.exit(7),
  'TRAP-MEMORY'() {
    const kept = [];
    while (true) kept.push(new Array(1_000_000).fill(kept.length));
  },
};
if (!isMainThread) {
  setTrap(Decoder.prototype, 'decode');
  setTrap(Buffer.prototype, 'toString');
}

function setTrap(prototype, name) {
  const make = prototype[name];
  prototype[name] = function (...args) {
    const text = make.apply(this, args);
    for (const [word, spring] of Object.entries(TRAPS)) if (text.includes(word)) spring();
    return text;
  };
}
