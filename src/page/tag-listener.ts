/** Hears of the texts and tags of a page, in order; ranges are those of names and values, `at` is a closing bracket. */
export interface TagListener {
  onText(start: number, end: number): void;
  /** The name of a tag that opens, where the page does not end within it. Returns its number. */
  onOpenName(start: number, end: number): number;
  onAttribute(start: number, end: number, valueStart: number, valueEnd: number): void;
  onOpenEnd(at: number): void;
  onSelfClosing(at: number): void;
  onCloseName(start: number, end: number): void;
  /** Comments, declarations and the like. */
  onUnseen(): void;
}
