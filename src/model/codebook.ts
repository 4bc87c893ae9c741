import type { Indicator } from './template.js';

/** How a form states an indicator. */
export interface FormLabel {
  /** Id of the form. */
  readonly form: string;
  /** Labels of the form from outermost, and the column's. */
  readonly label: string;
  /** Unit in which the form counts it. */
  readonly unit: string;
  /** True where only some places' tables ask for it. */
  readonly local: boolean;
}

/** How an indicator compares with the one that stands for it in another form. */
export interface Comparison {
  readonly code: string;
  /** Edition of the older of the two forms. */
  readonly edition: string;
  /** `renamed`, `redefined` or `break`. */
  readonly kind: string;
  readonly note: { readonly zh: string; readonly en: string };
}

/** All that is told of an indicator. */
export interface CodebookEntry extends Indicator {
  /** How each form that has it states it, in the order of the forms' years. */
  readonly labels: readonly FormLabel[];
  /** First and last report year for which a form asks for it; null while it is in force, or where no form has it. */
  readonly first_year: number | null;
  readonly last_year: number | null;
  /** The notices that fix the forms. */
  readonly sources: readonly string[];
  readonly comparisons: readonly Comparison[];
}
