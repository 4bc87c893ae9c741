import type { CheckReport, Finding } from '../model/finding.js';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** A report as workflow commands, which GitHub shows beside the lines of the pages. */
export function reportToGithub({ findings, unusable }: CheckReport): string {
  const found = findings.map((finding) => annotate(finding));
  const broken = unusable.map(
    ({ path, reason }) => `::error file=${property(path)},title=unusable::${data(reason)}\n`,
  );
  return [...found, ...broken].join('');
}

function annotate({ severity, file, path, place, rule, text }: Finding): string {
  const line = place === null ? '' : `,line=${place.line}`;
  return `::${COMMANDS[severity]} file=${property(file ?? path)}${line},title=${property(rule)}::${data(text)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
