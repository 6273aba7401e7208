/**
 * How late an upstream may still take an order, in milliseconds after its request has ended: the only place that says so.
 * Whoever looks for one then looks by these, each longer than the one before.
 */

/** By then even a slow upstream has stored it, as a rule: one that is not listed counts as not placed. */
export const defaultSettleMs = 300_000

/** By then the slowest has: what counts as not placed is looked for by itself a last time. */
export const lastLookMs = 3_600_000

/** For so long it is looked for whenever a person asks, or orders the same again: they may have been wrong. */
export const reconsideredMs = 86_400_000

/** How far apart the times of one order may be on two machines' clocks. */
export const defaultToleranceMs = 600_000
