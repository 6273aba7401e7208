import type { Answer, OrderRecord } from '@orderwright/outbox'
import { useSignal } from '@preact/signals'
import { ask } from '../protocol.ts'

/** What a person may do about an order whose outcome is open to doubt. */
export interface Deciding {
  readonly isBusy: boolean
  /** What went wrong at the last try, in one sentence. */
  readonly problem: string | undefined
  lookUp(): void
  answer(said: Answer): void
}

/** One thing at a time for the order of that id. */
export function useDeciding({ id }: Pick<OrderRecord, 'id'>): Deciding {
  const isBusy = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const decide = async (request: Parameters<typeof ask>[0]): Promise<void> => {
    if (isBusy.value) return
    isBusy.value = true
    const answer = await ask(request).catch(() => lost)
    problem.value = answer.ok ? undefined : answer.sentence
    isBusy.value = false
  }
  return {
    isBusy: isBusy.value,
    problem: problem.value,
    lookUp: () => void decide({ type: 'look-up-order', id }),
    answer: said => void decide({ type: 'answer-order', id, said }),
  }
}

const lost = { ok: false, sentence: 'The browser ended the extension’s worker. Look again.' } as const
