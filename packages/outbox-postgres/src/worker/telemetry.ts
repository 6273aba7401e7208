import type { Outcome } from '@orderwright/client'
import type { OrderRecord } from '@orderwright/outbox'

interface Described {
  readonly description: string
  readonly unit: string
}

/** What is used of a `Meter` of `@opentelemetry/api`. */
export interface TelemetryMeter {
  createHistogram(
    name: string,
    options: Described,
  ): { record(value: number, attributes?: Record<string, string>): void }
  createCounter(name: string, options: Described): { add(value: number): void }
}

/** What is used of a `Span` of `@opentelemetry/api`. */
export interface TelemetrySpan {
  setAttribute(name: string, value: string): unknown
  end(): void
}

/** What is used of a `Tracer` of `@opentelemetry/api`. */
export interface TelemetryTracer {
  startActiveSpan<T>(name: string, run: (span: TelemetrySpan) => T): T
}

/**
 * What measures and traces a worker, by OpenTelemetry's API: `metrics.getMeter(…)` and `trace.getTracer(…)`. No key is told, and
 * nothing that an upstream has said.
 */
export interface Telemetry {
  readonly meter?: TelemetryMeter | undefined
  readonly tracer?: TelemetryTracer | undefined
}

export interface Instruments {
  /** Runs a request, in a span of its own, and measures it. */
  request(record: OrderRecord, run: () => Promise<Outcome>): Promise<Outcome>
  claimed(count: number): void
  recovered(count: number): void
}

/** Returns what a worker tells; without telemetry it tells nobody. */
export function createInstruments({ meter, tracer }: Telemetry = {}): Instruments {
  const duration = meter?.createHistogram('orderwright.request.duration', {
    description: 'How long upstreams take to answer an order.',
    unit: 's',
  })
  const claims = meter?.createHistogram('orderwright.claim.orders', {
    description: 'How many orders one claim takes.',
    unit: '{order}',
  })
  const dead = meter?.createCounter('orderwright.recovered.orders', {
    description: 'Orders that a process left behind which died.',
    unit: '{order}',
  })

  async function measured({ accountId }: OrderRecord, run: () => Promise<Outcome>): Promise<Outcome> {
    const start = performance.now()
    const outcome = await run()
    const attributes = {
      'orderwright.account': accountId,
      'orderwright.outcome': outcome.kind,
    }
    duration?.record((performance.now() - start) / 1000, attributes)
    return outcome
  }

  return {
    request: async (record, run) => {
      if (tracer === undefined) return await measured(record, run)
      return await tracer.startActiveSpan('orderwright send', async span => {
        span.setAttribute('orderwright.order', record.id)
        span.setAttribute('orderwright.account', record.accountId)
        try {
          const outcome = await measured(record, run)
          span.setAttribute('orderwright.outcome', outcome.kind)
          return outcome
        } finally {
          span.end()
        }
      })
    },
    claimed: count => claims?.record(count),
    recovered: count => dead?.add(count),
  }
}
