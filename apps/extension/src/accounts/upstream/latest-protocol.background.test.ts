import { beforeEach, expect, test, vi } from 'vitest'
import { isMultiplexed, makeRoomForRequests } from './latest-protocol.background.ts'

const url = 'https://upstream.example/api'

class Timing {
  readonly entryType = 'resource'
  readonly startTime = 0
  readonly duration = 0
  readonly name: string
  readonly nextHopProtocol: string
  constructor(name: string, nextHopProtocol: string) {
    this.name = name
    this.nextHopProtocol = nextHopProtocol
  }
  toJSON(): string {
    return this.name
  }
}

let entries: Timing[] = []

beforeEach(() => {
  entries = []
  vi.stubGlobal('PerformanceResourceTiming', Timing)
  vi.spyOn(performance, 'getEntriesByType').mockImplementation(() => entries)
  vi.spyOn(performance, 'clearResourceTimings').mockImplementation(() => {
    entries = []
  })
  return () => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  }
})

test.each([
  [['h2'], true],
  [['h3'], true],
  [['h2', 'http/1.1'], false],
  [['http/1.1', 'h2'], true],
  [[''], false],
  [[], false],
])('after requests over %j to that origin, and others elsewhere: %s', (protocols, expected) => {
  entries = protocols.map(protocol => new Timing(`${url}?action=funds`, protocol))
  entries.push(new Timing('https://upstream.example.org/api', expected ? 'http/1.1' : 'h2'))
  expect(isMultiplexed(url)).toBe(expected)
})

test.each([
  [149, 149],
  [150, 0],
  [250, 0],
])('a list of %i requests has %i when the next ones are made', (before, after) => {
  entries = Array.from({ length: before }, () => new Timing(url, 'h2'))
  makeRoomForRequests()
  expect(entries).toHaveLength(after)
})
