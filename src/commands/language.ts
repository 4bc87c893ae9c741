import { type Command, Option } from 'commander';
import { widthOf, wrapText } from '../output/wrap.js';
import { LANGUAGES } from '../talk/language.js';
import type { Terminal } from './terminal.js';

const LANG =
  'language of talk and help, else that of the locale; records have reasons and messages in it only where it is given';

/** Lets every command be told a language; help and what is said of a wrong call are in the one that the terminal speaks. */
export function addLanguage(program: Command, terminal: Terminal): void {
  for (const command of [program, ...program.commands]) {
    command
      .addOption(new Option('--lang <lang>', LANG).choices(LANGUAGES))
      .configureOutput({ writeErr: (text) => terminal.say(text.trimEnd()) });
    if (terminal.language() !== 'en') translateHelp(command, terminal);
  }
}

/** Headings, descriptions with defaults and choices, and the words of the usage line, wrapped as Han text is. */
function translateHelp(command: Command, { translate }: Terminal): void {
  const bracketed = (word: string) => (word.startsWith('[') ? translate(word) : word);
  command.configureHelp({
    styleTitle: translate,
    styleDescriptionText: translate,
    styleOptionText: translate,
    styleSubcommandText: bracketed,
    styleCommandText: bracketed,
    displayWidth: widthOf,
    boxWrap: (text, width) => wrapText(text, width).join('\n'),
  });
}
