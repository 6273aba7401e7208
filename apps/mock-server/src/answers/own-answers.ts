import type { Answer } from '../http/answer.ts'
import { begunCount, type Counter, createCounter, type KeptCount } from '../matching/counter.ts'
import { type MatchTarget, matcherOfRequests } from '../matching/request-match.ts'
import { type AnsweringFunction, answerOf, checkOwnAnswer, type OwnAnswer } from './own-answer.ts'

export interface AnswerHandle {
  /** Unique among the answers of a server. */
  readonly id: string
  readonly answer: OwnAnswer | AnsweringFunction
  /** For how many requests it still is; 2^53 − 1 if that has no end. */
  remaining(): number
  /** Takes it away: requests are answered by the API again. */
  remove(): void
}

/** An answer with what it has counted; one by a function cannot be kept. */
export interface KeptAnswer extends KeptCount {
  readonly id: string
  readonly answer: OwnAnswer
}

export interface KeptAnswers {
  /** How many there have been. */
  readonly added: number
  readonly answers: readonly KeptAnswer[]
}

/** What answers one request. */
export interface DueAnswer extends Pick<AnswerHandle, 'id'> {
  /** @throws whatever a function of a test throws */
  answer(carryOut: () => Answer): Answer
}

export interface OwnAnswers {
  /**
   * The newest that matches counts.
   * @throws RangeError for a status, headers, a count or a combination that cannot be, or a field that holds a key
   */
  add(answer: OwnAnswer | AnsweringFunction): AnswerHandle
  /** Those that still have requests to come, oldest first. */
  list(): readonly AnswerHandle[]
  /** Drops every answer: the API answers again. */
  clear(): void
  /** What answers a request in place of the API, used up by asking. */
  take(request: MatchTarget): DueAnswer | undefined
  kept(): KeptAnswers
  /** Those that were never used, and not taken away, with how many requests have matched. */
  unused(): readonly (Pick<AnswerHandle, 'id' | 'answer'> & { readonly met: number })[]
  /** Goes on with the answers that another server left. */
  restore(kept: KeptAnswers): void
}

export function createOwnAnswers(onChange: () => void): OwnAnswers {
  let active: readonly ActiveAnswer[] = []
  let added = 0
  const activated = (id: string, answer: OwnAnswer | AnsweringFunction, counted: KeptCount): ActiveAnswer => {
    const counter = createCounter(answer, counted)
    const remove = (): void => {
      counter.end()
      onChange()
    }
    return {
      counter,
      matches: matcherOfRequests(answer),
      handle: { id, answer, remaining: counter.remaining, remove },
    }
  }
  return {
    add(answer) {
      checkOwnAnswer(answer)
      added += 1
      const usual = answer.nth === undefined ? 'always' : 1
      const newest = activated(String(added), answer, begunCount(answer, usual))
      active = [...active.filter(isActive), newest]
      onChange()
      return newest.handle
    },
    list: () => active.filter(isActive).map(({ handle }) => handle),
    clear() {
      active = []
      added = 0
      onChange()
    },
    take(request) {
      if (active.length === 0) return undefined
      const due = active.filter(({ matches, counter }) => matches(request) && counter.meet())
      const newest = due.at(-1)
      onChange()
      if (newest === undefined) return undefined
      newest.counter.use()
      const { id, answer } = newest.handle
      return { id, answer: carryOut => answerOf(answer, request, carryOut) }
    },
    kept: () => ({
      added,
      answers: active
        .filter(isActive)
        .flatMap(({ handle: { id, answer }, counter }) =>
          'respond' in answer ? [] : [{ id, answer, ...counter.kept() }],
        ),
    }),
    unused: () =>
      active
        .filter(({ counter }) => !counter.isUsed())
        .map(({ handle: { id, answer }, counter }) => ({ id, answer, met: counter.kept().met })),
    restore(kept) {
      added = kept.added
      active = kept.answers.map(({ id, answer, ...counted }) => activated(id, answer, counted))
    },
  }
}

interface ActiveAnswer {
  readonly handle: AnswerHandle
  readonly counter: Counter
  readonly matches: (request: MatchTarget) => boolean
}

function isActive({ counter }: ActiveAnswer): boolean {
  return counter.remaining() > 0
}
