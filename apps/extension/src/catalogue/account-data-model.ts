import type { Capabilities } from '@orderwright/client'
import type { Service, ServiceFlags } from '@orderwright/core'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Balance, balancesItem } from '../accounts/balances.ts'
import { ownValue } from '../platform/own-value.ts'
import { request } from '../platform/request.ts'
import { type CatalogueRecord, catalogueOf, namedCatalogueOf, serviceOf } from './catalogue-store.ts'
import { catalogueMessages } from './messages.ts'
import type { ServiceName } from './service-name.ts'

/** A catalogue older than this is read again when the popup opens. */
const staleMs = 10 * 60_000

/** What an account's upstream offers and holds: as stored at first, then as it is. */
export interface AccountData {
  /** Of all services, in the order of the catalogue. */
  readonly names: ReadonlySignal<readonly ServiceName[]>
  /** Those that were read with all their details. */
  readonly services: ReadonlySignal<readonly Service[]>
  /** When the catalogue was read, ISO 8601; absent until it was. */
  readonly readAt: ReadonlySignal<string | undefined>
  /** What each service allows, by its id. */
  readonly flags: ReadonlySignal<ReadonlyMap<string, ServiceFlags>>
  /** What the upstream can do; absent until its catalogue was read. */
  readonly capabilities: ReadonlySignal<Capabilities | undefined>
  readonly balance: ReadonlySignal<Balance | undefined>
  /** What kept either from being read, in one sentence. */
  readonly problem: ReadonlySignal<string | undefined>
  readonly isLoading: ReadonlySignal<boolean>
  /** Reads the details of a service that is offered. */
  readService(id: string): Promise<void>
  /** Shows what is stored. */
  readStored(): Promise<void>
  /** Asks the upstream for the balance, and for services if they are old or `isForced`. */
  readAnew(isForced: boolean): Promise<void>
}

export function createAccountData(accountId: ReadonlySignal<string>): AccountData {
  const names = signal<readonly ServiceName[]>([])
  const services = signal<readonly Service[]>([])
  const catalogue = signal<CatalogueRecord | undefined>(undefined)
  const flags = computed(() => new Map(names.value.map(service => [service.id, service.flags])))
  const balance = signal<Balance | undefined>(undefined)
  const last = signal<Reading | undefined>(undefined)
  // What was read for another account says nothing of this one.
  const own = computed(() => (last.value?.accountId === accountId.value ? last.value : undefined))

  async function readStored(): Promise<void> {
    const id = accountId.value
    const [stored, balances] = await Promise.all([catalogueOf(id), balancesItem.get()])
    if (id !== accountId.value) return
    balance.value = ownValue(balances, id)
    if (catalogue.value?.accountId === id && catalogue.value.readAt === stored?.readAt) return
    const named = await namedCatalogueOf(id)
    const wanted = catalogue.value?.accountId === id ? services.value : []
    const details = await Promise.all(wanted.map(service => detailsOf(id, service.id, named?.names ?? [])))
    if (id !== accountId.value) return
    batch(() => {
      names.value = named?.names ?? []
      services.value = details.flatMap(service => service ?? [])
      catalogue.value = named
    })
  }

  async function readService(id: string): Promise<void> {
    const account = accountId.peek()
    if (services.peek().some(service => service.id === id)) return
    const service = await detailsOf(account, id, names.peek())
    if (service === undefined || account !== accountId.peek()) return
    services.value = [...services.peek().filter(other => other.id !== id), service]
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
    names,
    services,
    readAt: computed(() => catalogue.value?.readAt),
    flags,
    capabilities: computed(() => catalogue.value?.capabilities),
    balance,
    problem: computed(() => own.value?.problem),
    isLoading: computed(() => own.value?.isDone !== true),
    readService,
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

async function detailsOf(
  accountId: string,
  id: string,
  names: readonly ServiceName[],
): Promise<Service | undefined> {
  const place = names.findIndex(service => service.id === id)
  return place < 0 ? undefined : await serviceOf(accountId, id, place)
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
