interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** What a reader must know of a rule. */
export interface RuleText {
  /** Stable; a rule for several members gives each check an id of its own, `id:member`. */
  readonly id: string;
  readonly kind: 'identity' | 'bound' | 'suspicion';
  readonly name: Wording;
  readonly explanation: Wording;
  /** The notice that founds it. */
  readonly source: string;
  /** Version of the tool that first had it. */
  readonly since: string;
  readonly false_alarms: Wording;
}

/** A rule about figures as a readable line. */
export interface Rule extends RuleText {
  /** Editions of the form that it holds for. */
  readonly editions: readonly string[];
  /** `a + b = c`, `a - b <= c`, `[a + b | c] = d`; `*` stands for each member. */
  readonly line: string;
  /** Set of members that `*` stands for. */
  readonly each?: string;
  /** The codes of the line are the cells of one row of a table, in order. */
  readonly is_row?: boolean;
  /** Listed only where the page has all of these codes. */
  readonly where?: readonly string[];
  /** Not listed where the page has one of these codes and none of the line. */
  readonly unless?: readonly string[];
}

/** The rules of a family of forms. */
export interface RuleFile {
  readonly family: string;
  readonly sets: Readonly<Record<string, readonly string[]>>;
  /** Ends of the codes of columns that bodies leave empty where they have nothing to count. */
  readonly left_empty: readonly string[];
  readonly rules: readonly Rule[];
}
