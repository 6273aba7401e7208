import { type CatalogueRecord, withDatabase } from '../platform/database.ts'

export function catalogueOf(accountId: string): Promise<CatalogueRecord | undefined> {
  return withDatabase(database => database.get('catalogues', accountId))
}

export async function storeCatalogue(catalogue: CatalogueRecord): Promise<void> {
  await withDatabase(database => database.put('catalogues', catalogue))
}

export async function forgetCatalogue(accountId: string): Promise<void> {
  await withDatabase(database => database.delete('catalogues', accountId))
}
