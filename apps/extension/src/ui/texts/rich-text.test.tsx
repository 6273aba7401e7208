import { expect, test } from 'vitest'
import { richText } from './rich-text.tsx'

test('elements stand where the message prints them, in whatever order', () => {
  const [one, two] = [<b key="1">1</b>, <i key="2">2</i>]
  const parts = richText(hold => {
    const [first, second] = [hold(one), hold(two)]
    return `Spent ${second}, in all ${first}.`
  })
  expect(parts).toStrictEqual(['Spent ', two, ', in all ', one, '.'])
})

test('a private character of somebody else’s text stays text', () => {
  expect(richText(() => 'a\ue000b')).toStrictEqual(['a', '\ue000', 'b'])
})
