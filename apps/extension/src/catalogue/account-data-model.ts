import type { Capabilities } from '@orderwright/client'
import type { Service, ServiceFlags } from '@orderwright/core'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Balance, balancesItem } from '../accounts/balances.ts'
import { ownValue } from '../platform/own-value.ts'
import { request } from '../platform/request.ts'
import { catalogueOf } from './catalogue-store.ts'
import { catalogueMessages } from './messages.ts'

/** A catalogue older than this is read again when the popup opens. */
const staleMs = 10 * 60_000

/** What an account's upstream offers and holds: as stored at first, then as it is. */
export interface AccountData {
  readonly services: ReadonlySignal<readonly Service[]>
  /** What each service allows, by its id. */
  readonly flags: ReadonlySignal<ReadonlyMap<string, ServiceFlags>>
  /** What the upstream can do; absent until its catalogue was read. */
  readonly capabilities: ReadonlySignal<Capabilities | undefined>
  readonly balance: ReadonlySignal<Balance | undefined>
  /** What kept either from being read, in one sentence. */
  readonly problem: ReadonlySignal<string | undefined>
  readonly isLoading: ReadonlySignal<boolean>
  /** Shows what is stored. */
  readStored(): Promise<void>
  /** Asks the upstream for the balance, and for services if they are old or `isForced`. */
  readAnew(isForced: boolean): Promise<void>
}

export function createAccountData(accountId: ReadonlySignal<string>): AccountData {
  const services = signal<readonly Service[]>([])
  const capabilities = signal<Capabilities | undefined>(undefined)
  const flags = computed(() => new Map(services.value.map(service => [service.id, service.flags])))
  const balance = signal<Balance | undefined>(undefined)
  const last = signal<Reading | undefined>(undefined)
  // What was read for another account says nothing of this one.
  const own = computed(() => (last.value?.accountId === accountId.value ? last.value : undefined))

  async function readStored(): Promise<void> {
    const id = accountId.value
    const [catalogue, balances] = await Promise.all([catalogueOf(id), balancesItem.get()])
    if (id !== accountId.value) return
    batch(() => {
      services.value = catalogue?.services ?? []
      capabilities.value = catalogue?.capabilities
      balance.value = ownValue(balances, id)
    })
  }

  async function readAnew(isForced: boolean): Promise<void> {
    const id = accountId.value
    last.value = { accountId: id, problem: own.value?.problem, isDone: false }
    const sentence = await readErrors(id, isForced)
    // Another account may have been chosen meanwhile, which is asked on its own.
    if (id !== accountId.value) return
    await readStored()
    last.value = { accountId: id, problem: sentence, isDone: true }
  }

  return {
    services,
    flags,
    capabilities,
    balance,
    problem: computed(() => own.value?.problem),
    isLoading: computed(() => own.value?.isDone !== true),
    readStored,
    readAnew,
  }
}

/** The last time that an account's upstream was asked. */
interface Reading {
  readonly accountId: string
  readonly problem: string | undefined
  readonly isDone: boolean
}

async function readErrors(accountId: string, isForced: boolean): Promise<string | undefined> {
  const isFresh = !isForced && (await isCatalogueFresh(accountId))
  const answers = await Promise.all([
    request(catalogueMessages['read-balance'], { accountId }),
    ...(isFresh ? [] : [request(catalogueMessages['read-catalogue'], { accountId })]),
  ])
  const failed = answers.find(answer => !answer.ok)
  return failed?.ok === false ? failed.sentence : undefined
}

async function isCatalogueFresh(accountId: string): Promise<boolean> {
  const catalogue = await catalogueOf(accountId)
  if (catalogue === undefined) return false
  // Dated later than now, by a clock that was set back since, it may be of any age.
  const age = Date.now() - Date.parse(catalogue.readAt)
  return age >= 0 && age < staleMs
}
