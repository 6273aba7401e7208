import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/root.ts'
import { workspacePackages } from '../src/workspace-packages.ts'
import { repositoryFiles } from './repository-files.ts'

const names = workspacePackages(root)
  .filter(({ isPublished }) => isPublished)
  .map(({ name }) => name)
const form = new RegExp(`^---\\n(["'](${names.join('|')})["']: (patch|minor|major)\\n)+---\\n\\n\\S`)

test('every changeset names published packages, how they move, and says what changed', () => {
  const changesets = repositoryFiles().filter(file => /^\.changeset\/.*\.md$/.test(file))
  const broken = changesets.filter(file => !form.test(readFileSync(join(root, file), 'utf8')))
  expect(broken).toEqual([])
})

test.each([
  ['---\n"@orderwright/core": minor\n---\n\nQuote exactly.\n', true],
  ['---\n\n## "@orderwright/core": minor\n\nQuote exactly.\n', false],
  ['---\n"@orderwright/extension": minor\n---\n\nA private package.\n', false],
  ['---\n"@orderwright/core": minor\n---\n\n', false],
])('the form tells %j to be %s', (text, isGood) => {
  expect(form.test(text)).toBe(isGood)
})
