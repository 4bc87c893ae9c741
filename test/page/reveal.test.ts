import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/parse.js';

const fixture = join(import.meta.dirname, '../../fixtures/new-regulation-2021/other-undivided/page.html');
const html = readFileSync(fixture, 'utf8');
const title = /<title>.*?<\/title>/s.exec(html)?.[0] ?? '';
const content = html.slice(html.search(/<body[^>]*>/), html.search(/<\/body>/)).replace(/<body[^>]*>/, '');

const parse = (text: string) => parsePage(Buffer.from(text), { path: 'page.html' });
const figures = (text: string) =>
  Object.fromEntries(
    parse(text).values.map(({ code, origin, value, state }) => [`${code} ${origin}`, `${state} ${value}`]),
  );
const pageWith = (body: string) =>
  `<html><head>${title}</head><body><div id="content"></div>${body}</body></html>`;
const escapeTags = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
const inAscii = (text: string) =>
  text.replace(/[\u0080-\uffff<>]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

const HIDDEN: Readonly<Record<string, string>> = {
  'a hidden text area': pageWith(`<textarea style="display:none">${content}</textarea>`),
  'a text area with escaped tags': pageWith(`<textarea>${escapeTags(content)}</textarea>`),
  'an element for browsers without scripts': pageWith(`<noscript>${content}</noscript>`),
  'a template': pageWith(`<template>${content}</template>`),
  'a string of a script': pageWith(`<script>var html = ${JSON.stringify(content)}; show(html);</script>`),
  'a string of a script in ASCII': pageWith(`<script>show(${inAscii(JSON.stringify(content))})</script>`),
  'a hidden field': pageWith(`<input type="hidden" id="html" value="${escapeTags(content)}">`),
  'text with its tags escaped': pageWith(`<div>${escapeTags(content)}</div>`),
};

describe('a report that the page holds as data', () => {
  const expected = figures(html);
  it.each(Object.entries(HIDDEN))('is read from %s', (_, page) => {
    expect(figures(page)).toEqual(expected);
    expect(parse(page).messages.map(({ code }) => code)).toContain('text_not_shown');
  });

  it('has its figures where they stand on the page', () => {
    const page = HIDDEN['a string of a script'] ?? '';
    const { values } = parse(page);
    expect(values.length).toBeGreaterThan(100);
    for (const { raw, place, origin } of values)
      if (origin === 'table') expect(page.slice(place.start, place.end).trim()).toBe(raw);
  });

  it('is not read a second time where the page shows it as well', () => {
    const twice = html.replace('</body>', `<input type="hidden" value="${escapeTags(content)}"></body>`);
    expect(parse(twice).values.map(({ place }) => place.start)).toEqual(
      parse(html).values.map(({ place }) => place.start),
    );
  });

  it('is not made of a few words for browsers without scripts', () => {
    const page = pageWith(
      '<noscript><p>请开启脚本后查看政府信息公开内容</p></noscript><script src="a.js"></script>',
    );
    expect(parse(page).status).toBe('shell');
  });
});
