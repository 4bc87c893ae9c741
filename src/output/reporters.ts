import type { CheckReport, Reporter } from '../model/finding.js';
import type { Translate } from '../talk/translate.js';
import { reportToGithub } from './report-github.js';
import { reportToJunit } from './report-junit.js';
import { reportToPeople } from './report-people.js';

/** A run of checks as the text of a report; one for people is in the language that they read. */
export function writeReport(
  report: CheckReport,
  reporter: Reporter,
  now: Date,
  translate: Translate = (text) => text,
): string {
  switch (reporter) {
    case 'people':
      return reportToPeople(report, translate);
    case 'json':
      return `${JSON.stringify(report, null, 1)}\n`;
    case 'junit':
      return reportToJunit(report, now);
    case 'github':
      return reportToGithub(report);
  }
}
