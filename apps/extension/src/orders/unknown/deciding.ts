import type { Answer, OrderRecord } from '@orderwright/outbox'
import { type Signal, useSignal } from '@preact/signals'
import { type Answer as Answered, request } from '../../platform/request.ts'
import { orderMessages } from '../messages.ts'
import { messages as texts } from './texts/en.generated.ts'

/** What a person may do about an order whose outcome is unknown. */
export interface Deciding {
  /** The upstream is being read for it: what the person knows already need not wait for that. */
  readonly isLooking: boolean
  /** An answer of the person's is on its way. */
  readonly isBusy: boolean
  /** What went wrong at the last try, in one sentence. */
  readonly problem: string | undefined
  lookUp(): void
  answer(said: Answer): void
}

/** Returns what a person can do about the unknown order of that id: one look and one answer at a time. */
export function useDeciding({ id }: Pick<OrderRecord, 'id'>): Deciding {
  const isLooking = useSignal(false)
  const isBusy = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const decide = async (busy: Signal<boolean>, ask: () => Promise<Answered<unknown>>): Promise<void> => {
    if (busy.value) return
    busy.value = true
    const answer = await ask()
    problem.value = answer.ok ? undefined : answer.sentence
    busy.value = false
  }
  return {
    isLooking: isLooking.value,
    isBusy: isBusy.value,
    problem: problem.value,
    lookUp: () =>
      void decide(isLooking, () => request(orderMessages['look-up-order'], { id }, texts.interrupted())),
    answer: said =>
      void decide(isBusy, () => request(orderMessages['answer-order'], { id, said }, texts.interrupted())),
  }
}
