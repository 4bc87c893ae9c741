export { loadExtraTemplates } from './extra-templates.js';
export type {
  CheckResult,
  Culprit,
  GipRecord,
  Message,
  Place,
  Report,
  Section,
  Status,
  Unmapped,
  Value,
} from './model/record.js';
export { recordSchema } from './model/record.js';
export type { Catalogue, Indicator, TemplateData } from './model/template.js';
export { DEFAULT_MAX_BYTES, type ParseOptions, parsePage } from './parse.js';
export { codebook, templates } from './template/catalogue.js';
