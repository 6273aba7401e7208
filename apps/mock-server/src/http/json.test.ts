import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactNumber, writeJson } from './json.ts'

describe('writeJson', () => {
  it.each(['12.34', '0.1', '-5', '0.000000000000000000000001', '123456789012345678901234567890.5'])(
    'writes %s digit for digit',
    digits => {
      expect(writeJson({ total: exactNumber(digits), list: [exactNumber(digits)] })).toBe(
        `{"total":${digits},"list":[${digits}]}`,
      )
    },
  )

  it('leaves out what is undefined, and keeps null', () => {
    expect(writeJson({ gone: undefined, kept: null })).toBe('{"kept":null}')
  })

  it('writes all else as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const copy = JSON.parse(JSON.stringify(value))
        expect(writeJson(copy)).toBe(JSON.stringify(copy))
      }),
    )
  })

  it.each(['', '1e3', '01', '.5', '5.', 'NaN', '+1'])('%j is no number to write', text => {
    expect(() => exactNumber(text)).toThrow(RangeError)
  })
})
