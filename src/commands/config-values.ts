import { type Command, InvalidArgumentError, type Option } from 'commander';

/** Options that a config file cannot give. */
const NOT_IN_CONFIG: ReadonlySet<string> = new Set(['config', 'version']);

/** The name that a config file has for an option: the long one without dashes; `bom` for `--no-bom`. */
function keyOf({ long }: Option): string {
  return (long ?? '').replace(/^--(?:no-)?/, '');
}

/** The names of a command's options that a config file may give. */
export function keysOf(command: Command): string[] {
  return [...new Set(command.options.map(keyOf))].filter((key) => !NOT_IN_CONFIG.has(key));
}

/** What a command would hold, had an option been given on the command line. */
export interface Setting {
  readonly attribute: string;
  readonly value: unknown;
}

/** Settings by the names that a config file has for their options. */
export type Settings = ReadonlyMap<string, Setting>;

/**
 * The value that a config file gives an option, put to the option's own parser.
 * @throws InvalidArgumentError that says what is wanted
 */
export function readSetting(command: Command, key: string, given: unknown): Setting {
  const options = command.options.filter((option) => keyOf(option) === key);
  const attribute = options[0]?.attributeName() ?? key;
  const valued = options.find((option) => option.required || option.optional);
  const isSwitch = !valued || valued.optional || options.some((option) => option.negate);
  if (isSwitch && typeof given === 'boolean') return { attribute, value: given };
  if (!valued) throw new InvalidArgumentError('true or false is wanted.');
  const isList = valued.variadic || Array.isArray(valued.defaultValue);
  return { attribute, value: isList ? readList(valued, given) : readOne(valued, given) };
}

function readList({ parseArg, defaultValue }: Option, given: unknown): unknown {
  if (!Array.isArray(given) || given.some((one) => typeof one !== 'string'))
    throw new InvalidArgumentError('a list of texts is wanted.');
  if (!parseArg) return given;
  return given.reduce((before, one) => parseArg(one, before), defaultValue);
}

function readOne({ parseArg, defaultValue }: Option, given: unknown): unknown {
  const isPlain = typeof given === 'string' || typeof given === 'number';
  const value = isPlain && parseArg ? parseArg(String(given), defaultValue) : given;
  const wanted = typeof value === 'number' && parseArg ? 'number' : 'string';
  if (typeof given === wanted) return value;
  throw new InvalidArgumentError(wanted === 'number' ? 'a number is wanted.' : 'a text is wanted.');
}
