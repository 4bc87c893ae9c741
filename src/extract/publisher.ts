import data from '../data/report.json' with { type: 'json' };
import type { Block, Line } from '../model/page.js';
import { squeeze } from '../text/strings.js';

/** A body that the text names as the one whose report it is. */
export interface PublisherReading {
  readonly body: string;
  readonly from: string;
  readonly line: Line;
}

const sentences = data.publisher.map(({ from, pattern }) => ({ from, pattern: new RegExp(pattern) }));
const signature = new RegExp(data.signature);
const bodyName = new RegExp(data.body_name);
const OPENING_LINES = 4;
const CLOSING_LINES = 4;

/** A line between the title and the text that is a body's name and no more. */
export function readUnderTitle(header: readonly Block[], title: Line | undefined): PublisherReading[] {
  const at = title ? header.indexOf(title) : -1;
  const below =
    at < 0
      ? []
      : header.slice(at + 1).filter((block): block is Line => block.kind === 'line' && !block.linked);
  return below
    .filter((line) => bodyName.test(squeeze(line.text)))
    .map((line) => ({ body: squeeze(line.text), from: 'line under the title', line }));
}

/** Bodies named in the opening paragraphs and in the signature, in the order of how much they can be trusted. */
export function readPublishers(lines: readonly Line[]): PublisherReading[] {
  const opening = lines.slice(0, OPENING_LINES);
  const stated = sentences.flatMap(({ from, pattern }) =>
    opening.flatMap((line) => {
      const body = pattern.exec(squeeze(line.text))?.groups?.body;
      return body ? [{ body, from, line }] : [];
    }),
  );
  const signed = lines.slice(-CLOSING_LINES).flatMap((line) => {
    const body = signature.exec(squeeze(line.text))?.groups?.body;
    return body ? [{ body, from: 'signature', line }] : [];
  });
  return [...stated, ...signed];
}
