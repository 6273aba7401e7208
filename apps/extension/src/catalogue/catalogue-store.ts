import type { Capabilities } from '@orderwright/client'
import type { Service } from '@orderwright/core'
import type { DBSchema, IDBPDatabase } from 'idb'
import { withDatabase } from '../platform/database.ts'
import type { ServiceName } from './service-name.ts'

/** What is known of a catalogue beside its services. */
export interface CatalogueRecord {
  readonly accountId: string
  /** ISO 8601. */
  readonly readAt: string
  /** What the upstream can do, so that the screens offer nothing else. */
  readonly capabilities: Capabilities
  /** How many rows could not be read. */
  readonly unreadable: number
}

/** The names of a catalogue's services, with what is known of it. */
export interface NamedCatalogue extends CatalogueRecord {
  readonly names: readonly ServiceName[]
}

export const cataloguesDatabase = 'catalogues'

/** So many services are one record: one is read in no time, and 10,000 are written as 200 records. */
const blockSize = 50

interface CataloguesSchema extends DBSchema {
  catalogues: { key: string; value: CatalogueRecord }
  /** By the account: all names in one record, for the picker. */
  names: { key: string; value: readonly ServiceName[] }
  services: { key: [accountId: string, block: number]; value: readonly Service[] }
}

/** Returns when a catalogue was read, and what else is known of it, without its services. */
export function catalogueOf(accountId: string): Promise<CatalogueRecord | undefined> {
  return withCatalogues(database => database.get('catalogues', accountId))
}

export function namedCatalogueOf(accountId: string): Promise<NamedCatalogue | undefined> {
  return withCatalogues(async database => {
    const transaction = database.transaction(['catalogues', 'names'])
    const [catalogue, names] = await Promise.all([
      transaction.objectStore('catalogues').get(accountId),
      transaction.objectStore('names').get(accountId),
    ])
    return catalogue && { ...catalogue, names: names ?? [] }
  })
}

/**
 * Returns a service with all its details. `place` is where it stands among the names; if the catalogue was read anew since,
 * the service is looked for in all of it.
 */
export function serviceOf(accountId: string, id: string, place: number): Promise<Service | undefined> {
  return withCatalogues(async database => {
    const block = await database.get('services', [accountId, Math.floor(place / blockSize)])
    const found = block?.find(service => service.id === id)
    if (found !== undefined) return found
    const blocks = await database.getAll('services', blocksOf(accountId))
    return blocks.flat().find(service => service.id === id)
  })
}

/** Returns all services of an account with their details, as they were read last. */
export function servicesOf(accountId: string): Promise<readonly Service[]> {
  return withCatalogues(async database => (await database.getAll('services', blocksOf(accountId))).flat())
}

/** Stores a catalogue in the place of the account's last one; `names` are those of its services, in their order. */
export async function storeCatalogue(
  { names, ...catalogue }: NamedCatalogue,
  services: readonly Service[],
): Promise<void> {
  const { accountId } = catalogue
  await withCatalogues(async database => {
    const transaction = database.transaction(['catalogues', 'names', 'services'], 'readwrite')
    const blocks = transaction.objectStore('services')
    await Promise.all([
      blocks.delete(blocksOf(accountId)),
      ...inBlocks(services).map((block, number) => blocks.put(block, [accountId, number])),
      transaction.objectStore('names').put(names, accountId),
      transaction.objectStore('catalogues').put(catalogue),
      transaction.done,
    ])
  })
}

export async function forgetCatalogue(accountId: string): Promise<void> {
  await withCatalogues(async database => {
    const transaction = database.transaction(['catalogues', 'names', 'services'], 'readwrite')
    await Promise.all([
      transaction.objectStore('services').delete(blocksOf(accountId)),
      transaction.objectStore('names').delete(accountId),
      transaction.objectStore('catalogues').delete(accountId),
      transaction.done,
    ])
  })
}

function inBlocks(services: readonly Service[]): readonly (readonly Service[])[] {
  const count = Math.ceil(services.length / blockSize)
  return Array.from({ length: count }, (_, number) =>
    services.slice(number * blockSize, (number + 1) * blockSize),
  )
}

function blocksOf(accountId: string): IDBKeyRange {
  return IDBKeyRange.bound([accountId, 0], [accountId, Number.POSITIVE_INFINITY])
}

function withCatalogues<T>(use: (database: IDBPDatabase<CataloguesSchema>) => Promise<T>): Promise<T> {
  return withDatabase(cataloguesDatabase, 1, createCatalogues, use)
}

function createCatalogues(database: IDBPDatabase<CataloguesSchema>): void {
  database.createObjectStore('catalogues', { keyPath: 'accountId' })
  database.createObjectStore('names')
  database.createObjectStore('services')
}
