import { pairAt } from './mirror-bytes.js';
import type { Page } from './mirror-state.js';
import { isHole, type Token } from './mirror-tokens.js';

/** The lead byte of an ideographic space, and of most full-width marks. */
export const SPACE_BYTE = 0xa1;
export const MARK_LEAD = 0xa3;
const FULL_STOP = 0x3002;
/** The least that a common character weighs. */
const COMMON = -9.2;

/** A tag or an entity whose first character fell into a hole. */
const brokenTag =
  /(?:\/(?:p|td|tr|th|div|span|li|ul|ol|h[1-6]|font|strong|b|a|table|tbody|center|title|em|u|i)>|(?:br|hr|p|td|tr|th|div|span|li|ul|ol|font|strong|b|a|img|table)(?:\/?| [^<>?]{0,200})>)/iy;
const brokenEntity = /(?:nbsp|amp|lt|gt|quot|[lr][ds]quo|ensp|emsp|mdash|middot|hellip|#\d{2,5});/y;

/** What half an ideographic space makes of the character behind it: a sign, or a full stop before what a bracket becomes. */
export const oddSign =
  '[\\u00a4-\\u00b7\\u00d7\\u00f7\\u02c7\\u02c9\\u2014-\\u203b\\u2103-\\u2642\\u3003-\\u301f]|\\u3002(?=[\\u3105-\\u3129\\u2550-\\u2573\\u01ce-\\u01dc])';
const oddSignHere = new RegExp(oddSign, 'y');

/** True where a space that lost half of itself without a trace may have stood: a sign before what is no common text. */
export function isOddSign(page: Page, at: number): boolean {
  oddSignHere.lastIndex = at;
  if (!oddSignHere.test(page.source)) return false;
  const [next, after] = [page.source.charCodeAt(at + 1), page.source.charCodeAt(at + 2)];
  return isLetter(next) || isRare(page, next) || isLetter(after) || isRare(page, after);
}

/** True where a lost half of an ideographic space would give a space or a full stop. */
export function startsShift(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (isHole(code) || isDigit(code) || isLetter(code)) return false;
  const lead = pairAt(code) >> 8;
  return lead === SPACE_BYTE || lead === MARK_LEAD;
}

/** True for a hole that can only stand for something unknown. */
export function isPlainHole(source: string, { end, reading }: Token): boolean {
  return reading === undefined && !startsShift(source, end) && findBroken(source, end) === '';
}

/** True where what stands behind a hole is no text as people write it: a full stop, a rare character, a letter before a Han one. */
export function isSpoilt(page: Page, from: number): boolean {
  let at = from;
  while (at < from + MOST_SPACES && isSpace(page.source.charCodeAt(at))) at++;
  const [code, next] = [page.source.charCodeAt(at), page.source.charCodeAt(at + 1)];
  if (isLetter(code)) return isHan(next);
  return code === FULL_STOP || isRare(page, code) || isMathematical(code) || isOddSign(page, at);
}

/** Spaces between a hole and the text that it spoilt. */
const MOST_SPACES = 4;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0;
}

/** The character that a hole ate from a tag or an entity, or nothing. */
export function findBroken(source: string, at: number): string {
  brokenTag.lastIndex = at;
  if (brokenTag.test(source)) return '<';
  brokenEntity.lastIndex = at;
  return brokenEntity.test(source) ? '&' : '';
}

/** Full-width marks that end or divide sentences, as they are or folded. */
export function isFoldedMark(code: number): boolean {
  const plain = code > 0xff00 ? code - 0xfee0 : code;
  return plain === 0x21 || plain === 0x2c || plain === 0x3a || plain === 0x3b;
}

export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function isMathematical(code: number): boolean {
  return (code >= 0x2200 && code <= 0x22ff) || code === 0x2312;
}

function isRare({ weigh }: Page, code: number): boolean {
  return isHan(code) && weigh(0, code) < COMMON;
}
