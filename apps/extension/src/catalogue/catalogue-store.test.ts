import { parseServices, type Service } from '@orderwright/core'
import { expect, test } from 'vitest'
import {
  catalogueOf,
  forgetCatalogue,
  namedCatalogueOf,
  serviceOf,
  storeCatalogue,
} from './catalogue-store.ts'
import { serviceNames } from './service-name.ts'

function servicesNamed(prefix: string, count: number): readonly Service[] {
  const rows = Array.from({ length: count }, (_, place) => ({
    id_service: `${prefix}${place}`,
    public_name: `${prefix} views ${place}`,
    type_name: 'Views',
    prices: [{ minimum: '1', maximum: '10', pricing_per: '1', price: '1' }],
    params: [],
  }))
  return parseServices('qqtube', rows).services
}

async function store(accountId: string, services: readonly Service[]): Promise<void> {
  const capabilities = { canListOrders: true, canCancel: true, canRefill: true, statusBatchSize: 100 }
  const known = { accountId, readAt: '2026-11-28T08:00:00.000Z', capabilities, unreadable: 0 }
  await storeCatalogue({ ...known, names: serviceNames(services) }, services)
}

test('every service of a large catalogue is found by its place, whole', async () => {
  const services = servicesNamed('a', 120)
  await store('one', services)
  expect((await namedCatalogueOf('one'))?.names.map(({ id }) => id)).toStrictEqual(
    services.map(({ id }) => id),
  )
  const found = await Promise.all(services.map(({ id }, place) => serviceOf('one', id, place)))
  expect(found).toStrictEqual(services)
})

test('a service is found where the catalogue was read anew since its name was', async () => {
  await store('one', servicesNamed('a', 120))
  const later = servicesNamed('b', 60)
  await store('one', [...later, ...servicesNamed('a', 3)])
  expect((await serviceOf('one', 'a2', 2))?.name).toBe('a views 2')
  expect(await serviceOf('one', 'a119', 119)).toBeUndefined()
})

test('what is forgotten of one account leaves the others', async () => {
  await store('one', servicesNamed('a', 60))
  await store('other', servicesNamed('b', 60))
  await forgetCatalogue('one')
  expect([
    await catalogueOf('one'),
    await namedCatalogueOf('one'),
    await serviceOf('one', 'a0', 0),
  ]).toStrictEqual([undefined, undefined, undefined])
  expect((await serviceOf('other', 'b59', 59))?.id).toBe('b59')
})
