import data from '../data/facts.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import { closeUp } from '../text/strings.js';

type ContactField = keyof typeof data.contact.patterns;
export type Contact = Record<ContactField, string | null>;

const asksForQuestions = new RegExp(data.contact.sentence);
const isSignature = new RegExp(data.contact.not);
const patterns = Object.entries(data.contact.patterns).map(
  ([field, pattern]) => [field as ContactField, new RegExp(pattern)] as const,
);

const nothing = Object.fromEntries(patterns.map(([field]) => [field, null])) as Contact;

/** Address, telephone and the like that the report gives for questions about itself: the first of each kind. */
export function readContact(lines: readonly Line[]): Contact {
  const contact = { ...nothing };
  for (const line of lines) {
    const text = closeUp(line.text);
    if (!asksForQuestions.test(text) || isSignature.test(text)) continue;
    for (const [field, pattern] of patterns) contact[field] ??= pattern.exec(text)?.groups?.v ?? null;
  }
  return contact;
}
