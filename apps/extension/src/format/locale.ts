/** The language of the texts, which lists and ages are part of. */
const textsLanguage = 'en'

/** The reader's locale, in which numbers, amounts and dates are written. Some systems put `@posix` behind it, which no `Intl` takes. */
export const readerLocale: string = navigator.language.replace(/@.*/, '') || textsLanguage

/** The locale of words that stand inside a text: the reader's, if it is one of the texts' language, as British English is. */
export const textsLocale: string =
  new Intl.Locale(readerLocale).language === textsLanguage ? readerLocale : textsLanguage

const lists = new Intl.ListFormat(textsLocale)

/**
 * Joins words into a list, such as `Main, Panel, and Other`.
 *
 * @example
 * ```ts
 * formatList(['Main', 'Panel']) // 'Main and Panel'
 * ```
 */
export function formatList(items: readonly string[]): string {
  return lists.format(items)
}
