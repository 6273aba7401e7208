import { isolate } from '@orderwright/core'
import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { passphraseIssue } from '../passphrase-issue.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Of zxcvbn's scale, where 4 is at least 10¹⁰ guesses. */
export type PassphraseScore = ZxcvbnResult['score']

/** What a passphrase is worth against somebody who has copied the browser's files. */
export interface PassphraseStrength {
  /** Only 4 is enough. */
  readonly score: PassphraseScore
  /** What to do, while it is not enough. */
  readonly advice: string | undefined
}

/** The least score of a passphrase that is taken. */
export const enoughScore = 4

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
    const score = issue !== undefined && result.score === 4 ? 3 : result.score
    return {
      score,
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
  if (named !== undefined) return texts.advice.own({ word: isolate(named) })
  return texts.advice[warnings.get(feedback.warning ?? '') ?? 'guessed']()
}

type Warning = Exclude<keyof typeof texts.advice, 'own'>

const warnings: ReadonlyMap<string, Warning> = new Map([
  ['simpleRepeat', 'letterAgain'],
  ['extendedRepeat', 'again'],
  ['sequences', 'sequence'],
  ['straightRow', 'keysInRow'],
  ['keyPattern', 'keysInRow'],
  ['topTen', 'common'],
  ['topHundred', 'common'],
  ['common', 'common'],
  ['similarToCommon', 'closeToCommon'],
  ['pwned', 'common'],
  ['recentYears', 'years'],
  ['dates', 'dates'],
])
