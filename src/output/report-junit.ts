import { type CheckReport, type Finding, fails } from '../model/finding.js';

/**
 * A report as JUnit XML: a suite for each page, a test case for each finding that makes the run fail, one that passes
 * where a page has none; inputs that cannot be used are errors. Other findings stand in system-out.
 * @param now when the run was, which the format asks for
 */
export function reportToJunit(report: CheckReport, now: Date): string {
  const timestamp = now.toISOString().slice(0, 19);
  const unusable = new Map(report.unusable.map(({ path, reason }) => [path, reason]));
  const paths = [...new Set([...report.pages, ...unusable.keys()])];
  const suites = paths.map((path, id) => {
    const own = report.findings.filter((finding) => finding.path === path);
    return writeSuite({ path, id, timestamp, own, report, reason: unusable.get(path) });
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

interface Suite {
  readonly path: string;
  readonly id: number;
  readonly timestamp: string;
  readonly own: readonly Finding[];
  readonly report: CheckReport;
  readonly reason: string | undefined;
}

function writeSuite({ path, id, timestamp, own, report, reason }: Suite): string {
  const failing = own.filter((finding) => fails(finding, report.failOn));
  const others = own.filter((finding) => !failing.includes(finding));
  const attributes = { name: path, package: 'gip-parse', id, timestamp, hostname: 'localhost' };
  const counts = {
    tests: Math.max(1, failing.length),
    failures: reason ? 0 : failing.length,
    errors: reason ? 1 : 0,
  };
  const cases = reason
    ? [
        writeCase(
          path,
          'usable',
          `<error ${list({ message: reason, type: 'unusable' })}>${escapeXml(reason)}</error>`,
        ),
      ]
    : failing.map((finding) => writeCase(path, nameOf(finding), writeFailure(finding)));
  return [
    `  <testsuite ${list({ ...attributes, ...counts, time: 0 })}>\n`,
    '    <properties/>\n',
    ...(cases.length > 0 ? cases : [writeCase(path, 'checks', '')]),
    `    <system-out>${escapeXml(others.map(({ rule, text }) => `${rule}: ${text}`).join('\n'))}</system-out>\n`,
    '    <system-err/>\n',
    '  </testsuite>\n',
  ].join('');
}

function nameOf({ rule, codes }: Finding): string {
  return [rule, ...codes.slice(0, 3)].join(' ');
}

function writeCase(path: string, name: string, content: string): string {
  return `    <testcase ${list({ name, classname: path, time: 0 })}>${content}</testcase>\n`;
}

function writeFailure({ rule, text, place }: Finding): string {
  const where = place === null ? '' : `line ${place.line}: `;
  return `<failure ${list({ message: text, type: rule })}>${escapeXml(where + text)}</failure>`;
}

function list(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeXml(String(value))}"`)
    .join(' ');
}

/** Characters that XML 1.0 cannot hold at all are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\n\r\t]/g, (char) => ENTITIES[char] ?? `&#${char.charCodeAt(0)};`);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
