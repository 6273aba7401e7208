import { isolate } from '@orderwright/core'
import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { passphraseIssue } from '../passphrase-issue.ts'

/** What a passphrase is worth against somebody who has copied the browser's files. */
export interface PassphraseStrength {
  /** 0 to 4; only 4 is enough. */
  readonly score: number
  readonly words: string
  /** What to do, while it is not enough. */
  readonly advice: string | undefined
}

/** Of zxcvbn's scale, where 4 is at least 10¹⁰ guesses. */
export const enoughScore = 4

const scale = ['very weak', 'weak', 'weak', 'almost strong', 'strong'] as const

/**
 * Returns a judge of passphrases that knows the words that are on the screen anyway: names and hosts of accounts. It
 * takes a moment to make, and a millisecond or so to ask.
 */
export function createStrengthJudge(): (
  passphrase: string,
  ownWords: readonly string[],
) => PassphraseStrength {
  const library = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (passphrase, ownWords) => {
    const issue = passphraseIssue(passphrase)
    const result = library.check(passphrase, [...ourWords, ...ownWords.flatMap(wordsIn)])
    const score = issue === undefined ? result.score : Math.min(result.score, enoughScore - 1)
    return {
      score,
      words: scale[score] ?? '',
      advice: issue ?? (score >= enoughScore ? undefined : adviceFor(result, ownWords)),
    }
  }
}

const ourWords = ['orderwright', 'qqtube', 'youtube', 'panel', 'passphrase']

/** Returns a name as a whole, in one word, and each word of it. */
function wordsIn(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u)
  return [text, words.join(''), ...words].filter(word => word.length > 2)
}

function adviceFor({ sequence, feedback }: ZxcvbnResult, ownWords: readonly string[]): string {
  const own = sequence.find(match => match.dictionaryName === 'userInputs')
  const named = own && ownWords.find(word => word.toLowerCase().includes(own.token.toLowerCase()))
  if (named !== undefined)
    return `${isolate(named)} is easy to guess. Use four words that have nothing to do with it.`
  return `${warnings.get(feedback.warning ?? '') ?? 'This can be guessed.'} Add another word or two.`
}

const warnings: ReadonlyMap<string, string> = new Map([
  ['simpleRepeat', 'The same letter again adds nothing.'],
  ['extendedRepeat', 'The same again adds nothing.'],
  ['sequences', 'Letters or numbers in a row are guessed first.'],
  ['straightRow', 'Keys in a row are guessed first.'],
  ['keyPattern', 'Keys in a row are guessed first.'],
  ['topTen', 'This is a common password.'],
  ['topHundred', 'This is a common password.'],
  ['common', 'This is a common password.'],
  ['similarToCommon', 'This is close to a common password.'],
  ['pwned', 'This is a common password.'],
  ['recentYears', 'Years are guessed first.'],
  ['dates', 'Dates are guessed first.'],
])
