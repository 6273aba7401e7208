import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { root } from '../src/run-command.ts'
import { workspacePackages } from '../src/workspace-packages.ts'
import { repositoryFiles } from './repository-files.ts'

const config = v.object({ ignore: v.array(v.string()) })
const text = readFileSync(join(root, '.changeset/config.json'), 'utf8')
const { ignore } = v.parse(v.pipe(v.string(), v.parseJson(), config), text)
const packages = workspacePackages(root)
const names = packages.filter(({ name }) => !ignore.includes(name)).map(({ name }) => name)
const form = new RegExp(`^---\\n(["'](${names.join('|')})["']: (patch|minor|major)\\n)+---\\n\\n\\S`)

test('all is released but tooling, which .changeset/config.json has to ignore by name', () => {
  const tooling = packages.filter(({ folder }) => folder.startsWith('tooling/')).map(({ name }) => name)
  expect([...ignore].sort()).toEqual(tooling.sort())
})

test('every changeset names packages that are released, how they move, and says what changed', () => {
  const changesets = repositoryFiles().filter(file => /^\.changeset\/.*\.md$/.test(file))
  const broken = changesets.filter(file => !form.test(readFileSync(join(root, file), 'utf8')))
  expect(broken).toEqual([])
})

test.each([
  ['---\n"@orderwright/core": minor\n---\n\nQuote exactly.\n', true],
  ['---\n\n## "@orderwright/core": minor\n\nQuote exactly.\n', false],
  ['---\n"@orderwright/setup": minor\n---\n\nA tool of our own.\n', false],
  ['---\n"@orderwright/core": minor\n---\n\n', false],
])('the form tells %j to be %s', (text, isGood) => {
  expect(form.test(text)).toBe(isGood)
})
