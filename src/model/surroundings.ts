/** What stands round a place of the page, for a person to look at. */
export interface Surroundings {
  /** The slice of the decoded page at the place. */
  readonly raw: string;
  /** The same as it was read: tags, doubled characters and the like taken out. */
  readonly read: string;
  /** Text right before and behind it. */
  readonly before: string;
  readonly behind: string;
  /** Cells of its row in order, where it is a cell of a table with rows and columns. */
  readonly row: readonly string[];
  /** Cells that head its column, from the top, and its row, from the left. */
  readonly heads: readonly string[];
}
