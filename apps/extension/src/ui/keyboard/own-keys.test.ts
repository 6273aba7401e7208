import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownKeys } from './own-keys.ts'

test.each([
  [{ isComposing: false, keyCode: 13 }, true],
  [{ isComposing: true, keyCode: 13 }, false],
  [{ isComposing: false, keyCode: 229 }, false],
  [{ isComposing: true, keyCode: 229 }, false],
])('a key with %j is the page’s own: %s', (press, isOwn) => {
  let isActedOn = false
  ownKeys(() => {
    isActedOn = true
  })(press)
  expect(isActedOn).toBe(isOwn)
})

test('no screen listens to keys but through ownKeys: a key while composing is the input method’s', () => {
  const source = join(import.meta.dirname, '../..')
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter(file => !file.includes('.test.'))
  const offending = files.filter(file => {
    const code = readFileSync(join(source, file), 'utf8')
    return /\bonKey(?:Down|Up|Press)(?!=\{ownKeys\()|['"`]key(?:down|up|press)['"`]/.test(code)
  })
  expect(files).toContain('catalogue/ui/service-picker.tsx')
  expect(offending).toStrictEqual([])
})
