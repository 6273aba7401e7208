/** How long an upstream that could not be asked is left alone, in milliseconds. */
export const backOffBounds = { firstMs: 60_000, mostMs: 3_600_000, mostAskedForMs: 86_400_000 } as const

/** Up to so much more, so that many browsers do not come back at the same moment. */
const spread = 0.25

export interface Failure {
  /** 1 after the first. */
  readonly failures: number
  /** What the upstream asked for itself (`Retry-After`), where it did. */
  readonly retryAfterMs: number | undefined
  /** 0 to 1. */
  readonly random: number
}

/** Twice as long after each failure, and never shorter than the upstream asks for, up to a day. */
export function backOffMs({ failures, retryAfterMs = 0, random }: Failure): number {
  const { firstMs, mostMs, mostAskedForMs } = backOffBounds
  const own = Math.min(mostMs, firstMs * 2 ** (failures - 1))
  return Math.max(own, Math.min(mostAskedForMs, retryAfterMs)) * (1 + spread * random)
}
