import {
  createPanelClient,
  createQqtubeClient,
  type PanelClientOptions,
  type Upstream,
} from '@orderwright/client'
import { isolate, type UpstreamKind } from '@orderwright/core'
import { readKey } from '../../keys/vault/account-keys.ts'
import { UserFacingError } from '../../platform/errors.ts'
import type { Account } from '../account.ts'
import { accountById } from '../account-store.ts'
import { parseBaseUrl } from '../base-url.ts'
import { openDemoUpstream } from '../demo/demo-upstream.background.ts'
import { isDemo } from '../demo-account.ts'
import { withReadableErrors } from './describe-error.background.ts'
import { makeRoomForRequests } from './latest-protocol.background.ts'
import { sendOnce } from './send-once.background.ts'
import { messages as texts } from './texts/en.generated.ts'

/** The one place that knows which client belongs to which kind. */
const clients: Readonly<Record<UpstreamKind, (options: PanelClientOptions) => Upstream>> = {
  qqtube: createQqtubeClient,
  panel: createPanelClient,
}

/** Reads are repeated by the person, who is looking at the screen: once more is enough by ourselves. */
const retry = { limit: 1 }

/**
 * Opens the upstream of an account.
 *
 * @throws {UserFacingError} if the browser may not reach it, or its key is gone.
 */
export async function openUpstream(account: Account): Promise<Upstream> {
  if (isDemo(account)) return openDemoUpstream()
  const base = parseBaseUrl(account.baseUrl)
  if (!base.ok) throw new UserFacingError(base.sentence)
  const isAllowed = await chrome.permissions.contains({ origins: [base.originPattern] })
  if (!isAllowed) {
    throw new UserFacingError(texts.notAllowed({ host: new URL(base.url).host }))
  }
  const apiKey = await readKey(account)
  if (apiKey === undefined) {
    throw new UserFacingError(texts.noKey({ name: isolate(account.name), host: new URL(base.url).host }))
  }
  makeRoomForRequests()
  const open = clients[account.kind]
  const options = { apiKey, baseUrl: base.url, timeoutMs: 10_000, retry }
  const sender = open({ ...options, fetch: sendOnce })
  return { ...open(options), add: sender.add, refill: sender.refill, cancel: sender.cancel }
}

/**
 * Opens the upstream of an account and gives it to `use`.
 *
 * @throws {UserFacingError} whose message says what went wrong.
 */
export async function withUpstream<T>(
  accountId: string,
  use: (upstream: Upstream, account: Account) => Promise<T>,
): Promise<T> {
  const account = await accountById(accountId)
  return await withReadableErrors(account, async () => await use(await openUpstream(account), account))
}
