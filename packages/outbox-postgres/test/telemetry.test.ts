import { type Meter, metrics, type Tracer, trace } from '@opentelemetry/api'
import { expect, test } from 'vitest'
import type { Telemetry } from '../src/index.ts'
import { createInstruments } from '../src/worker/telemetry.ts'
import { sampleDraft } from './sample-draft.ts'

test('a meter and a tracer of OpenTelemetry’s API are taken as they are', async () => {
  const meter: Meter = metrics.getMeter('orderwright')
  const tracer: Tracer = trace.getTracer('orderwright')
  const telemetry: Telemetry = { meter, tracer }
  const { request } = createInstruments(telemetry)
  const outcome = { kind: 'not_sent', code: 'offline', reason: 'no connection' } as const
  expect(await request(sampleDraft('order-1'), async () => outcome)).toBe(outcome)
})

test('order, account and outcome are told, and nothing that was sent or said', async () => {
  const told: unknown[] = []
  const { request, claimed, recovered } = createInstruments({
    meter: {
      createHistogram: name => ({ record: (_value, attributes) => told.push([name, attributes]) }),
      createCounter: name => ({ add: value => told.push([name, value]) }),
    },
    tracer: {
      startActiveSpan: (name, run) =>
        run({
          setAttribute: (key, value) => told.push([name, key, value]),
          end: () => told.push([name, 'end']),
        }),
    },
  })
  await request(sampleDraft('order-1'), async () => ({
    kind: 'not_sent',
    code: 'offline',
    reason: 'key mock-key-secret',
  }))
  claimed(3)
  recovered(2)
  expect(told).toEqual([
    ['orderwright send', 'orderwright.order', 'order-1'],
    ['orderwright send', 'orderwright.account', 'main'],
    ['orderwright.request.duration', { 'orderwright.account': 'main', 'orderwright.outcome': 'not_sent' }],
    ['orderwright send', 'orderwright.outcome', 'not_sent'],
    ['orderwright send', 'end'],
    ['orderwright.claim.orders', undefined],
    ['orderwright.recovered.orders', 2],
  ])
})
