import { Decimal as CoreDecimal, compileService, quote } from '@orderwright/core'
import Big from 'big.js'
import Fraction from 'fraction.js'
import { type Comparison, type Contender, sink } from './compare.ts'
import { exactTotal, type SampleOrder, service, tiers, validOrders } from './sample.ts'

/** decimal.js as it is when it is imported: 20 digits, and none of the core's settings. */
const Decimal = CoreDecimal.clone({ defaults: true })

type Sum = Contender<SampleOrder>

/** The sum as most would write it: the service's numbers are texts, the tier is looked for, two modifiers act. */
const decimal: Sum = {
  name: 'by hand with decimal.js, numbers read for each order',
  run: ({ quantity, params }) => {
    const amount = new Decimal(quantity)
    const tier = tiers.find(
      ({ minimum, maximum }) => amount.gte(minimum) && (maximum === '' || amount.lte(maximum)),
    )
    return amount
      .times(tier?.price ?? 0)
      .div(tier?.pricing_per ?? 1)
      .times(new Decimal(params.minutes).div('10').times('1.05'))
      .plus(new Decimal(params.priority ?? 0).div('1').times('0.35'))
      .toFixed()
  },
}

const read = {
  tiers: tiers.map(({ minimum, maximum, pricing_per, price }) => ({
    minimum: new Decimal(minimum),
    maximum: maximum === '' ? undefined : new Decimal(maximum),
    pricingPer: new Decimal(pricing_per),
    price: new Decimal(price),
  })),
  every: new Decimal('10'),
  by: new Decimal('1.05'),
  one: new Decimal('1'),
  extra: new Decimal('0.35'),
}

const decimalRead: Sum = {
  name: 'by hand with decimal.js, numbers read once',
  run: ({ quantity, params }) => {
    const amount = new Decimal(quantity)
    const tier = read.tiers.find(
      ({ minimum, maximum }) => amount.gte(minimum) && (maximum === undefined || amount.lte(maximum)),
    )
    return amount
      .times(tier?.price ?? 0)
      .div(tier?.pricingPer ?? 1)
      .times(new Decimal(params.minutes).div(read.every).times(read.by))
      .plus(new Decimal(params.priority ?? 0).div(read.one).times(read.extra))
      .toFixed()
  },
}

const big: Sum = {
  name: 'by hand with big.js',
  run: ({ quantity, params }) => {
    const amount = new Big(quantity)
    const tier = tiers.find(
      ({ minimum, maximum }) => amount.gte(minimum) && (maximum === '' || amount.lte(maximum)),
    )
    return amount
      .times(tier?.price ?? 0)
      .div(tier?.pricing_per ?? 1)
      .times(new Big(params.minutes).div('10').times('1.05'))
      .plus(new Big(params.priority ?? 0).div('1').times('0.35'))
      .toFixed()
  },
}

const fraction: Sum = {
  name: 'by hand with fraction.js',
  run: ({ quantity, params }) => {
    const amount = new Fraction(quantity)
    const tier = tiers.find(
      ({ minimum, maximum }) =>
        amount.compare(minimum) >= 0 && (maximum === '' || amount.compare(maximum) <= 0),
    )
    return amount
      .mul(tier?.price ?? 0)
      .div(tier?.pricing_per ?? 1)
      .mul(new Fraction(params.minutes).div('10').mul('1.05'))
      .add(new Fraction(params.priority ?? 0).div('1').mul('0.35'))
      .toString()
  },
}

const doubles: Sum = {
  name: 'by hand with doubles',
  run: ({ quantity, params }) => {
    const amount = Number(quantity)
    const tier = tiers.find(
      ({ minimum, maximum }) => amount >= Number(minimum) && (maximum === '' || amount <= Number(maximum)),
    )
    const base = (amount * Number(tier?.price)) / Number(tier?.pricing_per)
    return String(base * ((Number(params.minutes) / 10) * 1.05) + Number(params.priority ?? 0) * 0.35)
  },
}

const compiled = compileService(service)

/** Reads every figure of every step, and returns the total. */
function readSteps(result: ReturnType<typeof quote>): string {
  if (!result.ok) return 'refused'
  for (const step of result.quote.steps) sink.last = step.total
  return result.quote.total.toFixed()
}

export const pricing: Comparison<SampleOrder> = {
  title: 'The total of an order with a tier, a factor and an addend',
  contenders: [
    decimal,
    decimalRead,
    big,
    fraction,
    doubles,
    { name: '`compiled.total(order)`', aim: 8, run: order => compiled.total(order) },
    {
      name: '`compiled.quote(order)`, every step read',
      aim: 2,
      run: order => readSteps(compiled.quote(order)),
    },
    {
      name: '`quote(service, order)`, every step read',
      aim: 2,
      run: order => readSteps(quote(service, order)),
    },
  ],
  inputs: validOrders,
  isRight: (order, answer) => answer === exactTotal(order),
}
