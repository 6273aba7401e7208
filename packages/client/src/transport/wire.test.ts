import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readAmount, readCount, readIdText, readNewId, readText, readTime, required, text } from './wire.ts'

describe('readCount', () => {
  test.each([
    ['500000', 500_000],
    [500_000, 500_000],
    [' 7 ', 7],
    ['0', 0],
    [0, 0],
    ['-3', -3],
    ['12.0', 12],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9007199254740992', undefined],
    ['12.5', undefined],
    ['1,000', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['many', undefined],
    ['', undefined],
    [' ', undefined],
    [null, undefined],
    [undefined, undefined],
    [true, undefined],
    [[5], undefined],
    [{ count: 5 }, undefined],
  ])('of %j is %j', (value, count) => {
    expect(readCount(value)).toBe(count)
  })
})

describe('readAmount', () => {
  test.each([
    ['34.21', '34.21'],
    [12.34, '12.34'],
    [0.08011655652, '0.08011655652'],
    ['0.0801165565200000000001', '0.0801165565200000000001'],
    ['1e-7', '0.0000001'],
    [1e-7, '0.0000001'],
    [0, '0'],
    ['-1.50', '-1.5'],
    ['0.07700000000000001', '0.07700000000000001'],
    [0.07700000000000001, '0.07700000000000001'],
    ['1'.repeat(200), '1'.repeat(200)],
    ['1'.repeat(201), undefined],
    ['12,34', undefined],
    ['$12', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    [Number.NaN, undefined],
    [null, undefined],
    [false, undefined],
    [{}, undefined],
  ])('of %j is %j', (value, amount) => {
    expect(readAmount(value)).toBe(amount)
  })
})

describe('readIdText', () => {
  test.each([
    ['123456', '123456'],
    [123456, '123456'],
    ['23501.0', '23501'],
    ['23501.', '23501'],
    ['ord_9f', 'ord_9f'],
    [' 12 ', '12'],
    ['1.5', '1.5'],
    ['x'.repeat(128), 'x'.repeat(128)],
    ['x'.repeat(129), undefined],
    ['0', undefined],
    ['0.0', undefined],
    [0, undefined],
    ['', undefined],
    [null, undefined],
    [true, undefined],
    [['1'], undefined],
  ])('of %j is %j', (value, id) => {
    expect(readIdText(value)).toBe(id)
  })
})

describe('readNewId', () => {
  test.each([
    [23501, '23501'],
    ['23501.0', '23501'],
    ['ord_9f', 'ord_9f'],
    ['9f1c2d3e-aa00-4b1c-8d2e-0123456789ab', '9f1c2d3e-aa00-4b1c-8d2e-0123456789ab'],
    ['Not enough funds on balance', undefined],
    ['neworder.error.min_quantity_100', undefined],
    ['error', undefined],
    ['null', undefined],
    ['None', undefined],
    ['-1', undefined],
    [-1, undefined],
    [1.5, undefined],
    ['NaN', undefined],
    ['#5', undefined],
    ['[key]1', undefined],
    ['00', undefined],
    [true, undefined],
    [{ id: 5 }, undefined],
  ])('of %j is %j', (value, id) => {
    expect(readNewId(value)).toBe(id)
  })
})

test.each([
  [' a ', 'a'],
  ['', undefined],
  [5, '5'],
  [null, undefined],
  [{}, undefined],
])('readText of %j is %j', (value, expected) => {
  expect(readText(value)).toBe(expected)
})

describe('a leaf', () => {
  test('that an answer may lack is undefined where it is missing', () => {
    expect(v.parse(v.object({ name: text }), {})).toStrictEqual({ name: undefined })
  })

  test.each([{}, { name: null }, { name: '' }, { name: [] }])(
    'that is required refuses %j, naming the place',
    row => {
      const result = v.safeParse(v.object({ name: required(text) }), row)
      expect(result.success ? undefined : v.getDotPath(result.issues[0])).toBe('name')
    },
  )

  test('that is required gives its value', () => {
    expect(v.parse(v.object({ name: required(text) }), { name: 5 })).toStrictEqual({ name: '5' })
  })
})

test.each([
  ['2021-12-30 23:59:59', '2021-12-30T23:59:59.000Z'],
  ['2021-12-30T23:59:59', '2021-12-30T23:59:59.000Z'],
  ['2024-02-29 00:00:00', '2024-02-29T00:00:00.000Z'],
  ['2023-02-29 00:00:00', undefined],
  ['2021-12-30 24:00:00', undefined],
  ['2021-13-01 00:00:00', undefined],
  ['0000-00-00 00:00:00', undefined],
  ['2021-12-30', undefined],
  ['yesterday', undefined],
  ['', undefined],
  [1640908799, undefined],
  [null, undefined],
])('the time of %j is %j', (value, iso) => {
  expect(readTime(value)).toBe(iso)
})
