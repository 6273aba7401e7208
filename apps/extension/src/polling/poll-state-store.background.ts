import { isUpstreamError } from '@orderwright/client'
import * as v from 'valibot'
import { ownValue } from '../platform/own-value.ts'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'
import {
  afterAnswer,
  afterFailure,
  freshPollState,
  type PollState,
  pollStateAt,
  withOnly,
} from './poll-state.ts'

interface Asked {
  readonly key: string
}

export async function pollStateOf(accountId: string): Promise<PollState> {
  const states = await pollStatesItem.get()
  return pollStateAt(ownValue(states, accountId) ?? freshPollState, Date.now())
}

/** Stores that the upstream has answered about these targets. */
export async function noteAnswer(accountId: string, asked: readonly Asked[]): Promise<void> {
  const keys = asked.map(({ key }) => key)
  await updatePollState(accountId, state => afterAnswer(state, keys, Date.now()))
}

/** Stores that the upstream could not be asked. */
export async function noteFailure(accountId: string, error: unknown): Promise<void> {
  const retryAfterMs = isUpstreamError(error) ? error.retryAfterMs : undefined
  await updatePollState(accountId, state =>
    afterFailure(state, { retryAfterMs, random: Math.random() }, Date.now()),
  )
}

/** Forgets what was asked about anything but these targets. */
export async function forgetOthers(accountId: string, targets: readonly Asked[]): Promise<void> {
  const keys = new Set(targets.map(({ key }) => key))
  await updatePollState(accountId, state => withOnly(state, keys))
}

export async function forgetPollState(accountId: string): Promise<void> {
  if (!Object.hasOwn(await pollStatesItem.get(), accountId)) return
  await pollStatesItem.update(({ [accountId]: _, ...others }) => others)
}

async function updatePollState(accountId: string, change: (state: PollState) => PollState): Promise<void> {
  await pollStatesItem.update(states => ({
    ...states,
    [accountId]: change(ownValue(states, accountId) ?? freshPollState),
  }))
}

const pollStateSchema: v.GenericSchema<unknown, PollState> = v.object({
  failures: v.number(),
  failedAt: v.optional(v.number(), 0),
  notBefore: v.number(),
  closedUntil: v.number(),
  askedAt: v.record(v.string(), v.number()),
})

/** How polling each account has gone, by its id. */
export const pollStatesItem: StorageItem<Record<string, PollState>> = storageItem({
  key: 'pollStates',
  schema: v.record(v.string(), pollStateSchema),
  fallback: {},
})
