import { describe, expect, test } from 'vitest'
import { parseServices } from './parse-services.ts'

const row = {
  service: 1,
  name: 'Followers',
  type: 'Default',
  category: 'First',
  rate: '0.90',
  min: '50',
  max: '10000',
}

test('the example of the document is a service', () => {
  const { services, problems } = parseServices('panel', [{ ...row, refill: true, cancel: true }])
  expect(problems).toEqual([])
  expect(services[0]).toMatchObject({
    id: '1',
    name: 'Followers',
    category: 'First',
    minimum: '50',
    increment: '1',
    tiers: [{ minimum: '50', maximum: '10000', pricingPer: '1000', price: '0.9' }],
    quantitySource: { kind: 'given' },
    takesTarget: true,
    flags: { refill: true, cancel: true, dripFeed: false },
  })
})

describe('each type asks for its fields', () => {
  test.each([
    ['Default', 'given', ['runs', 'interval'], []],
    ['Package', 'one', [], []],
    ['Custom Comments Package', 'one', [], ['comments']],
    ['Custom Comments', 'lines', [], ['comments']],
    ['SEO', 'given', [], ['keywords']],
    ['Mentions with Hashtags', 'given', [], ['usernames', 'hashtags']],
    ['Mentions Custom List', 'lines', [], ['usernames']],
    ['Mentions Hashtag', 'given', [], ['hashtag']],
    ['Mentions User Followers', 'given', [], ['username']],
    ['Mentions Media Likers', 'given', [], ['media']],
    ['Comment Likes', 'given', [], ['username']],
    ['Poll', 'given', [], ['answer_number']],
    ['Comment Replies', 'lines', [], ['username', 'comments']],
    ['Invites from Groups', 'given', [], ['groups']],
    ['Subscriptions', 'later', ['posts', 'old_posts', 'expiry'], ['username', 'min', 'max', 'delay']],
    [
      'Web Traffic',
      'given',
      ['runs', 'interval', 'google_keyword', 'referring_url'],
      ['country', 'device', 'type_of_traffic'],
    ],
  ])('%s', (type, kind, optional, required) => {
    for (const spelling of [type, type.toUpperCase(), type.replaceAll(' ', '_'), type.replaceAll(' ', '-')]) {
      const { services, problems } = parseServices('panel', [{ ...row, type: spelling }])
      const [service] = services
      const isRequired = (name: string): boolean =>
        service?.params.some(
          param => param.name === name && param.rules.some(rule => rule.name === 'required'),
        ) ?? false
      const names = service?.params.map(param => param.name) ?? []
      expect(problems).toEqual([])
      expect(service?.quantitySource.kind).toBe(kind)
      expect(service?.takesTarget).toBe(type !== 'Subscriptions')
      expect(names.filter(isRequired).toSorted()).toEqual(required.toSorted())
      expect(names.filter(name => !isRequired(name)).toSorted()).toEqual(optional.toSorted())
    }
  })
})

test('an unknown type is taken as Default and reported', () => {
  const { services, problems } = parseServices('panel', [{ ...row, type: 'Brand New' }])
  expect(services[0]?.params.map(param => param.name)).toEqual(['runs', 'interval'])
  expect(problems).toEqual([
    { code: 'unknown_type', serviceId: '1', path: 'type', value: 'Brand New', isFatal: false },
  ])
})

describe('a number that cannot be read costs the row', () => {
  test.each([
    ['rate', 'free'],
    ['rate', ''],
    ['rate', null],
    ['rate', -1],
    ['min', 'few'],
    ['max', 'many'],
    ['max', '49'],
  ])('%s %j', (path, value) => {
    expect(parseServices('panel', [{ ...row, [path]: value }])).toEqual({
      services: [],
      problems: [{ code: 'no_usable_tier', serviceId: '1', path, value, isFatal: true }],
    })
  })
})

describe('runs and interval, unless the row says itself that there is no drip-feed', () => {
  const takes = { type: 'Web Traffic', names: ['runs', 'interval'] }

  test.each([false, 0, '0', 'false', 'FALSE', ' no ', '0.0'])('%j says so', dripfeed => {
    for (const type of ['Default', 'Brand New', takes.type]) {
      const { services } = parseServices('panel', [{ ...row, type, dripfeed }])
      const names = services[0]?.params.map(param => param.name) ?? []
      expect(takes.names.filter(name => names.includes(name))).toEqual([])
    }
  })

  test.each([null, '', ' ', undefined, true, 1, '1', 'yes', 'maybe', [], {}])('%j does not', dripfeed => {
    for (const type of ['Default', 'Brand New', takes.type]) {
      const { services } = parseServices('panel', [{ ...row, type, dripfeed }])
      const names = services[0]?.params.map(param => param.name) ?? []
      expect(takes.names.filter(name => names.includes(name))).toEqual(takes.names)
    }
  })
})

test('a blank min is 1 to subscriptions as to the service', () => {
  const { services } = parseServices('panel', [{ ...row, type: 'Subscriptions', min: '' }])
  expect(services[0]?.minimum).toBe('1')
  expect(services[0]?.params.find(param => param.name === 'min')?.rules[1]).toEqual({ name: 'min', n: '1' })
})

test('an open maximum leaves the max rule of subscriptions out', () => {
  const { services } = parseServices('panel', [{ ...row, type: 'Subscriptions', max: '' }])
  expect(services[0]?.params.find(param => param.name === 'max')?.rules).toEqual([
    { name: 'required' },
    { name: 'min', n: '50' },
    { name: 'increment', n: '1' },
  ])
})

test.each([
  [{ min: '1.5' }, [{ name: 'max', n: '10000' }]],
  [
    { min: '1.0' },
    [
      { name: 'min', n: '1' },
      { name: 'max', n: '10000' },
    ],
  ],
  [{ max: '99.5' }, [{ name: 'min', n: '50' }]],
])('a bound of a subscription that is no whole number is left out: %j', (bounds, rules) => {
  const { services } = parseServices('panel', [{ ...row, type: 'Subscriptions', ...bounds }])
  const required = { name: 'required' }
  const whole = { name: 'increment', n: '1' }
  for (const name of ['min', 'max']) {
    expect(services[0]?.params.find(param => param.name === name)?.rules).toEqual([required, ...rules, whole])
  }
})
