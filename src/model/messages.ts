import wording from '../data/messages.json' with { type: 'json' };
import type { Message, Place } from './record.js';

export type MessageCode = keyof typeof wording;

interface Details {
  readonly place?: Place | null;
  /** Indicators concerned. */
  readonly codes?: readonly string[];
  /** What the wording's `{names}` stand for. */
  readonly with?: Readonly<Record<string, string | number>>;
}

/** Collects problems as values; handed down to whoever may meet one. */
export class MessageSink {
  readonly messages: Message[] = [];

  add(code: MessageCode, { place = null, codes = [], with: names = {} }: Details): void {
    const { severity, text } = wording[code];
    const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => String(names[name] ?? whole));
    this.messages.push({
      code,
      severity: severity as Message['severity'],
      text: filled,
      place,
      codes: [...codes],
    });
  }
}
