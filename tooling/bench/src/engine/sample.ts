import { parseServices, type Service } from '@orderwright/core'

/** What one order at the sample service says, all as text, as a person types it. */
export interface SampleOrder {
  readonly quantity: string
  readonly params: { readonly minutes: string; readonly priority?: string }
}

export const tiers = [
  { minimum: '1000', maximum: '9000', pricing_per: '1000', price: '2.50' },
  { minimum: '10000', maximum: '99000', pricing_per: '1000', price: '1.95' },
  { minimum: '100000', maximum: '', pricing_per: '1000', price: '1.5123' },
] as const

const params = [
  {
    field_label: 'Minutes',
    field_descr: 'How long each viewer stays.',
    field_placeholder: '30',
    field_name: 'minutes',
    field_validators: 'required|min:10|max:600|increment:5',
    is_price_modifier: '1',
    modify_type: 'multiply',
    modify_every: '10',
    modify_by: '1.05',
  },
  {
    field_label: 'Priority',
    field_descr: 'Who is served first.',
    field_placeholder: '1',
    field_name: 'priority',
    field_validators: 'min:1|max:5',
    is_price_modifier: '1',
    modify_type: 'add',
    modify_every: '1',
    modify_by: '0.35',
  },
] as const

/** A service of a catalogue with three tiers and two params, as QQTube lists it. */
function row(index: number): object {
  return {
    id_service: String(index + 1),
    public_name: `Views of a video, high retention, number ${index + 1}`,
    type_name: ['Views', 'Likes', 'Comments', 'Subscribers'][index % 4],
    amount_minimum: '1000',
    amount_increment: '1000',
    is_geo: '0',
    is_retention: String(index % 2),
    is_drip: '0',
    drip_cost: '',
    example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
    prices: tiers.map(tier => ({ ...tier, price: (Number(tier.price) + index / 10_000).toFixed(4) })),
    params,
  }
}

export function catalogue(length: number): string {
  return JSON.stringify(Array.from({ length }, (_, index) => row(index)))
}

function readService(): Service {
  const { services } = parseServices('qqtube', [{ ...row(0), prices: tiers }])
  const [service] = services
  if (service === undefined) throw new Error('The sample row was not read as a service.')
  return service
}

export const service: Service = readService()

export const validOrders: readonly SampleOrder[] = Array.from({ length: 64 }, (_, index) => ({
  quantity: String(1000 * (1 + ((index * 7) % 200))),
  params: { minutes: String(10 + 5 * (index % 12)), priority: String(1 + (index % 5)) },
}))

/** Each breaks a rule of the quantity and one or two of the params. */
export const invalidOrders: readonly SampleOrder[] = Array.from({ length: 64 }, (_, index) => ({
  quantity: String(500 + index),
  params: index % 2 === 0 ? { minutes: '7', priority: '9' } : { minutes: '601', priority: '1' },
}))

/** The exact total, in whole numbers of 10^-10: quantity × price ÷ 1000 × minutes ÷ 10 × 1.05 + priority × 0.35. */
export function exactTotal({ quantity, params: { minutes, priority } }: SampleOrder): string {
  const count = Number(quantity)
  const tier = tiers.find(
    ({ minimum, maximum }) => count >= Number(minimum) && (maximum === '' || count <= Number(maximum)),
  )
  const tenThousandths = BigInt(
    String(tier?.price ?? '')
      .replace('.', '')
      .padEnd(5, '0'),
  )
  const factor = BigInt(minutes) * 105n
  const total = BigInt(quantity) * tenThousandths * factor + BigInt(priority ?? 0) * 35n * 10n ** 8n
  const digits = total.toString().padStart(11, '0')
  return `${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/\.?0+$/, '')
}
