import type { CodebookFormat } from '../model/formats.js';
import type { Catalogue } from '../model/template.js';
import { writeCodebookTable, writeCodebookText } from '../output/codebook-text.js';
import { describeIndicators } from '../template/describe-indicators.js';

/** The codebook as text. */
export function printCodebook(format: CodebookFormat, catalogue: Catalogue): string {
  const codebook = describeIndicators(catalogue);
  switch (format) {
    case 'json':
      return `${JSON.stringify(codebook, null, 1)}\n`;
    case 'ndjson':
      return codebook.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    case 'md':
      return writeCodebookText(
        codebook,
        catalogue.templates.map(({ data }) => data),
      );
    case 'csv':
      return writeCodebookTable(codebook, ',');
    case 'tsv':
      return writeCodebookTable(codebook, '\t');
  }
}
