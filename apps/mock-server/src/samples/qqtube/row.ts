/** A row of QQTube's `services`: every value is a string, as the document says. */
export interface QqtubeRow {
  readonly id_service: string
  readonly public_name: string
  readonly amount_minimum: string
  readonly amount_increment: string
  readonly is_geo: string
  readonly is_retention: string
  readonly is_drip: string
  readonly drip_cost: string
  readonly example: string
  readonly type_name: string
  readonly prices: readonly QqtubePrice[]
  readonly params: readonly QqtubeParam[]
}

export interface QqtubePrice {
  readonly minimum: string
  readonly maximum: string
  readonly pricing_per: string
  readonly price: string
}

export interface QqtubeParam {
  readonly field_label: string
  readonly field_descr: string
  readonly field_placeholder: string
  readonly field_name: string
  readonly field_validators: string
  readonly is_price_modifier: string
  readonly modify_type: string
  readonly modify_every: string
  readonly modify_by: string
  readonly options: readonly QqtubeOption[]
}

export interface QqtubeOption {
  readonly name: string
  readonly value: string
  readonly error_selection: string
}

const videoExample = 'https://www.youtube.com/watch?v=jofNR_WkoCE'
export const channelExample = 'https://www.youtube.com/channel/UCmockmockmockmockmock00'

type Plain = Pick<QqtubeRow, 'id_service' | 'public_name' | 'type_name'>

/** A row from what matters about it: for a video, without extras, unless it says otherwise. */
export function row(
  given: Plain & Partial<Omit<QqtubeRow, 'prices'>> & { readonly prices: readonly string[] },
): QqtubeRow {
  return {
    amount_minimum: '100',
    amount_increment: '100',
    is_geo: '0',
    is_retention: '0',
    is_drip: '0',
    drip_cost: '0.00',
    example: videoExample,
    params: [],
    ...given,
    prices: given.prices.map(price),
  }
}

/** `100-9900 @ 2.50 / 1000`; without an upper end: `100- @ 2.50 / 1000`. */
function price(text: string): QqtubePrice {
  const [, minimum = '', maximum = '', amount = '', per = ''] =
    /^(\d+)-(\d*) @ ([\d.]+) \/ (\d+)$/.exec(text) ?? []
  return { minimum, maximum, pricing_per: per, price: amount }
}

/** A param from what matters about it: optional, any text, no change of the price, unless it says otherwise. */
export function param(
  given: Pick<QqtubeParam, 'field_label' | 'field_name'> & Partial<QqtubeParam>,
): QqtubeParam {
  return {
    field_descr: '',
    field_placeholder: '',
    field_validators: '',
    is_price_modifier: '0',
    modify_type: '',
    modify_every: '',
    modify_by: '',
    options: [],
    ...given,
  }
}

/** Options that can be chosen, after one that only says to choose. */
export function options(hint: string, choices: Readonly<Record<string, string>>): readonly QqtubeOption[] {
  return [
    { name: hint, value: '', error_selection: '1' },
    ...Object.entries(choices).map(([name, value]) => ({ name, value, error_selection: '0' })),
  ]
}
