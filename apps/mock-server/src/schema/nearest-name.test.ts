import { describe, expect, it } from 'vitest'
import { nearestName } from './nearest-name.ts'

const qqtube = ['api_key', 'action', 'url', 'quantity', 'id_service', 'drip', 'geo-countries']
const panel = ['key', 'action', 'service', 'link', 'quantity', 'orders', 'comments']

describe('the nearest name', () => {
  it.each([
    ['service_id', qqtube, 'id_service'],
    ['serviceId', qqtube, 'id_service'],
    ['IdService', qqtube, 'id_service'],
    ['id-service', qqtube, 'id_service'],
    ['service', qqtube, 'id_service'],
    ['key', qqtube, 'api_key'],
    ['apikey', qqtube, 'api_key'],
    ['link', qqtube, 'url'],
    ['quantitiy', qqtube, 'quantity'],
    ['Quantity', qqtube, 'quantity'],
    ['geo_countries', qqtube, 'geo-countries'],
    ['api_key', panel, 'key'],
    ['url', panel, 'link'],
    ['id_service', panel, 'service'],
    ['comment', panel, 'comments'],
    ['lnik', panel, 'link'],
    ['eky', panel, 'key'],
    ['balance', ['add', 'funds'], 'funds'],
    ['status', ['add', 'stats'], 'stats'],
  ])('to %s is found', (given, known, name) => {
    expect(nearestName(given, known)).toBe(name)
  })

  it.each(['x', '', 'callback', '__proto__', 'constructor', 'toString', 'y'.repeat(10_000_000)])(
    'to %.40j is none',
    given => {
      expect(nearestName(given, qqtube)).toBeUndefined()
    },
  )
})
