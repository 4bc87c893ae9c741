export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Variables of the environment that name the locale, those first that go before. */
const LOCALE = ['LC_ALL', 'LC_MESSAGES', 'LANG'];

/**
 * The language to speak: the one that the command line asks for, else that of the locale.
 * @param args the command line without the program
 */
export function chooseLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = args.flatMap((arg, i) => {
    if (arg === '--lang') return args[i + 1] ?? [];
    return arg.startsWith('--lang=') ? arg.slice('--lang='.length) : [];
  });
  const locale = LOCALE.map((name) => env[name]).find((value) => value);
  return (asked.at(-1) ?? locale ?? '').startsWith('zh') ? 'zh' : 'en';
}
