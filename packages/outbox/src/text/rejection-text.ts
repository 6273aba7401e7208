import { isolate } from '@orderwright/core'
import type { TransitionRejection } from '../state-machine/rejection.ts'
import { messages } from './messages/en.generated.ts'

/**
 * Describes a rejection in plain English: what is so, and what to do.
 *
 * @example
 * ```ts
 * describeRejection({ code: 'is_over' }) // 'This try is over. Start a new one.'
 * ```
 */
export function describeRejection(rejection: TransitionRejection): string {
  // Each message takes a part of these, and those of its own code are there.
  const message: (values: Values) => string = messages.rejections[rejection.code]
  const orderId = 'orderId' in rejection ? isolate(rejection.orderId) : ''
  const path = 'path' in rejection ? isolate(rejection.path) : ''
  return message({ ...blank, ...rejection, orderId, path })
}

const blank = { ordered: '', found: '', total: '', counted: '', atMost: '' } as const

type Values = Readonly<Record<'orderId' | 'path' | keyof typeof blank, string>>
