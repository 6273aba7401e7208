import { messages as texts } from './texts/en.generated.ts'

/** A passphrase that is much shorter is found by trying. */
const passphraseLength = 12

/** Twelve letters of two are as good as four. */
const differentCharacters = 5

/**
 * Returns what to do about a passphrase that is no good by its length or its letters alone, in one sentence, or
 * `undefined`. The settings judge it by what is commonly chosen too; that takes a list that the worker does not carry.
 *
 * @example
 * ```ts
 * passphraseIssue('aaaaaaaaaaaa') // 'Use more different letters, such as four words.'
 * ```
 */
export function passphraseIssue(passphrase: string): string | undefined {
  const characters = [...passphrase.normalize('NFKC')]
  if (characters.length < passphraseLength) {
    return texts.tooShort({ least: `${passphraseLength}` })
  }
  return new Set(characters).size < differentCharacters ? texts.tooUniform() : undefined
}
