import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judge } from './judge.ts'

const fixtures = new URL('../../../../packages/core/test/fixtures/', import.meta.url)
const lines = readFileSync(new URL('qqtube-quotes.ndjson', fixtures), 'utf8').split('\n').slice(0, 50)

test('vectors are right as they are, and wrong when another total or other issues are expected', () => {
  expect(judge(lines)).toEqual({ right: 50, wrong: [] })
  const turned = lines.map(line =>
    line.replace(/"expect": \{"(?:total|approx)": "/, '$&9').replace(/"code": "/, '$&x'),
  )
  expect(judge(turned)).toEqual({ right: 0, wrong: turned })
})
