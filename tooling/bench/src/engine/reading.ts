import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { compareServices, parseJson, parseServices, parseServicesStream } from '@orderwright/core'
import { median } from '../median.ts'
import { sink } from './compare.ts'
import { catalogue } from './sample.ts'

/** A measure of reading a catalogue, with its aim. */
export interface Reading {
  readonly name: string
  readonly value: string
  readonly aim: string
  readonly isMet: boolean | undefined
  readonly reason?: string
}

const length = 10_000

export async function readings(): Promise<readonly Reading[]> {
  const text = catalogue(length)
  const [json, lossless, services] = times([
    () => JSON.parse(text),
    () => parseJson(text),
    () => parseServices('qqtube', text),
  ])
  const rate = (time = Number.NaN): string => `${(time / (json ?? 1)).toFixed(1)} ×`
  const heap = heapOf(() => parseServices('qqtube', text)) / heapOf(() => JSON.parse(text))
  const perService = [100, 1000, 10_000, 100_000].map(timeOfOne)
  const [, , least = 0, last = 0] = perService
  const hold = await streamed(text)
  const comparison = comparisonMs(text)
  const megabytes = (text.length / 1e6).toFixed(1)
  return [
    {
      name: `\`JSON.parse\` of ${length.toLocaleString('en')} services, ${megabytes} MB`,
      value: `${(json ?? 0).toFixed(0)} ms`,
      aim: '',
      isMet: undefined,
    },
    { name: '`parseJson`, which keeps every digit', value: rate(lossless), aim: '', isMet: undefined },
    {
      name: '`parseServices`, to `JSON.parse`',
      value: rate(services),
      aim: 'at most 5 ×',
      isMet: (services ?? 0) <= 5 * (json ?? 0),
    },
    {
      name: 'heap of the services, to that of the parsed JSON',
      value: `${heap.toFixed(2)} ×`,
      aim: 'at most 1.5 ×',
      isMet: heap <= 1.5,
    },
    {
      name: 'processor time a service, of 100, 1,000, 10,000 and 100,000',
      value: `${perService.map(time => time.toFixed(1)).join(', ')} µs`,
      aim: 'linear: the last at most 2 × that of 10,000',
      isMet: last <= 2 * least,
    },
    {
      name: '`parseServicesStream`: processor time, to `JSON.parse`',
      value: rate(hold.cpuMs),
      aim: '',
      isMet: undefined,
    },
    {
      name: '`parseServicesStream`: the longest turn of the event loop',
      value: `${hold.longestMs.toFixed(1)} ms`,
      aim: 'at most 20 ms',
      isMet: hold.longestMs <= 20,
    },
    {
      name: '`compareServices` of 10,000 services, each for the first time',
      value: `${comparison.first.toFixed(0)} ms`,
      aim: 'under 50 ms',
      isMet: comparison.first < 50,
    },
    {
      name: 'the same of services that have been asked before',
      value: `${comparison.again.toFixed(0)} ms`,
      aim: 'under 50 ms',
      isMet: comparison.again < 50,
    },
  ]
}

/** Returns the processor time of each in milliseconds, the median of nine rounds. */
function times(runs: readonly (() => unknown)[]): readonly number[] {
  const found = runs.map(() => [] as number[])
  for (let round = -1; round < 9; round += 1) {
    runs.forEach((run, index) => {
      const spent = cpuMsOf(run)
      if (round >= 0) found[index]?.push(spent)
    })
  }
  return found.map(median)
}

function cpuMsOf(run: () => unknown): number {
  const start = process.cpuUsage()
  sink.last = run()
  const { user, system } = process.cpuUsage(start)
  sink.last = undefined
  return (user + system) / 1000
}

/** Returns the processor time a service, in microseconds, of a catalogue of so many. */
function timeOfOne(services: number): number {
  const text = catalogue(services)
  const runs = Math.max(3, 2000 / services)
  const spent = Array.from({ length: runs }, () => cpuMsOf(() => parseServices('qqtube', text)))
  return (1000 * median(spent)) / services
}

/** Collects garbage, so that what was made before is not paid for by what is measured next. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('This Node cannot be told to collect its garbage.')
  collect()
  collect()
}

/** Returns the bytes that are still held when everything else has been collected. */
function heapOf(make: () => unknown): number {
  const settle = (): number => {
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  sink.last = undefined
  const before = settle()
  sink.last = make()
  const held = settle() - before
  sink.last = undefined
  return held
}

interface Hold {
  /** Processor time of the longest turn of the event loop. */
  readonly longestMs: number
  readonly cpuMs: number
}

async function streamed(text: string): Promise<Hold> {
  const bytes = new TextEncoder().encode(text)
  const runs: Hold[] = []
  for (let run = 0; run < 5; run += 1) {
    runs.push({ longestMs: await longestTurn(bytes), cpuMs: await cpuMsOfStream(bytes) })
  }
  return { longestMs: median(runs.map(run => run.longestMs)), cpuMs: median(runs.map(run => run.cpuMs)) }
}

/** Of processor time, since a busy machine would add the time in which the process itself waits. */
async function longestTurn(bytes: Uint8Array): Promise<number> {
  let longest = 0
  let isOver = false
  let last = process.cpuUsage()
  const turn = (): void => {
    const { user, system } = process.cpuUsage(last)
    longest = Math.max(longest, user + system)
    last = process.cpuUsage()
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  sink.last = await parseServicesStream('qqtube', once(bytes))
  isOver = true
  return longest / 1000
}

async function cpuMsOfStream(bytes: Uint8Array): Promise<number> {
  const start = process.cpuUsage()
  sink.last = await parseServicesStream('qqtube', once(bytes))
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

async function* once(piece: Uint8Array): AsyncGenerator<Uint8Array> {
  yield piece
}

function comparisonMs(text: string): { readonly first: number; readonly again: number } {
  const order = { quantity: '12000', params: { minutes: '30', priority: '2' } }
  const runs = Array.from({ length: 9 }, () => {
    const { services } = parseServices('qqtube', text)
    collectGarbage()
    const first = cpuMsOf(() => compareServices(services, order))
    collectGarbage()
    return { first, again: cpuMsOf(() => compareServices(services, order)) }
  })
  return { first: median(runs.map(run => run.first)), again: median(runs.map(run => run.again)) }
}
