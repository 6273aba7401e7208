import type { RefusedError } from './errors/refused-error.ts'

/**
 * Whether a refusal is about the one id that was asked for, and so is data beside the others; otherwise it is
 * about the key or the request, and the call has failed.
 */
export function isAboutItem({ refusal, httpStatus }: RefusedError): boolean {
  if (refusal.kind === 'incorrect_order' || refusal.kind === 'refill_not_found') return true
  return refusal.kind === 'other' && httpStatus === 200
}
