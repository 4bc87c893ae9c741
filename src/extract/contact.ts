import data from '../data/facts.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import { squeeze } from '../text/strings.js';

type ContactField = keyof typeof data.contact.patterns;
export type Contact = Record<ContactField, string | null>;

const asksForQuestions = new RegExp(data.contact.sentence);
const isSignature = new RegExp(data.contact.not);
const patterns = Object.entries(data.contact.patterns).map(
  ([field, pattern]) => [field as ContactField, new RegExp(pattern)] as const,
);

/** Address, telephone and the like that the report gives for questions about itself: the first of each kind. */
export function readContact(lines: readonly Line[]): Contact {
  const texts = lines
    .map((line) => squeeze(line.text))
    .filter((text) => asksForQuestions.test(text) && !isSignature.test(text));
  const find = (pattern: RegExp) =>
    texts.map((text) => pattern.exec(text)?.groups?.v).find((v) => v !== undefined);
  return Object.fromEntries(patterns.map(([field, pattern]) => [field, find(pattern) ?? null])) as Contact;
}
