import { describe, expect, test } from 'vitest'
import { createStrengthJudge, enoughScore } from './passphrase-strength.ts'

const judge = createStrengthJudge()
const ownWords = ['Main Street Media', 'www.my-panel.example', 'panel-number-nine.example']

describe('a passphrase that is commonly chosen, or follows from what is on the screen', () => {
  test.each([
    ['too short', 'x7Kp2mQz9vL', '12 characters'],
    ['a common password with digits', 'password1234', 'common password'],
    ['twelve equal letters', 'aaaaaaaaaaaa', 'different letters'],
    ['two letters in turn', 'abababababab', 'different letters'],
    ['a row of keys with digits', 'qwertyuiop12', 'common password'],
    ['keys in a zigzag', 'q1w2e3r4t5y6', 'common password'],
    ['the digits', '123456789012', 'common password'],
    ['the alphabet', 'abcdefghijkl', 'in a row'],
    ['a word twice', 'passwordpassword', 'Repeating'],
    ['a season and a year', 'Summer2026!!', 'Add another word'],
    ['a name and a year', 'barcelona2024', 'Add another word'],
    ['the account’s name', 'Main Street Media', 'Main Street Media'],
    ['the account’s name, twice', 'mainstreetmediamainstreetmedia', 'guessed'],
    ['its host', 'www.my-panel.example', 'www.my-panel.example'],
    ['its host in other letters', 'Panel-Number-Nine.Example', 'panel-number-nine.example'],
    ['this extension’s own name', 'orderwright1', 'Add another word'],
  ])('is not enough: %s', (_, passphrase, part) => {
    const { score, advice } = judge(passphrase, ownWords)
    expect(score).toBeLessThan(enoughScore)
    expect(advice).toContain(part)
  })
})

test.each([
  'four words of mine',
  'otter lantern gravel seven',
  'correct horse battery staple',
  'crème brûlée for two',
  'x7Kp2mQz9vLw',
  'Тихо плывёт лодка',
])('a passphrase that takes long to find is enough: %s', passphrase => {
  expect(judge(passphrase, ownWords)).toStrictEqual({ score: enoughScore, advice: undefined })
})

test('a name that is part of it counts for little, and what is added counts in full', () => {
  expect(judge('Main Street Media otter lantern gravel', ownWords).score).toBe(enoughScore)
})

test('the longest that a field takes is judged', () => {
  expect(judge('otter lantern gravel seven '.repeat(37), ownWords).score).toBeGreaterThanOrEqual(0)
})
