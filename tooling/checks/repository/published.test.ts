import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { root } from '../src/run-command.ts'
import { workspacePackages } from '../src/workspace-packages.ts'

const published = workspacePackages(root).filter(({ isPublished }) => isPublished)

test('turbo builds every published package before it is tried as it is packed', () => {
  const schema = v.object({
    tasks: v.object({ 'test:packed': v.object({ dependsOn: v.array(v.string()) }) }),
  })
  const text = readFileSync(join(root, 'tooling/checks/turbo.json'), 'utf8')
  const { dependsOn } = v.parse(v.pipe(v.string(), v.parseJson(), schema), text).tasks['test:packed']
  expect(dependsOn.filter(task => task.endsWith('#build')).sort()).toEqual(
    published.map(({ name }) => `${name}#build`).sort(),
  )
})

test.each(published)('$name has the same scripts as the other published packages', ({ scripts }) => {
  expect(scripts).toEqual(expect.arrayContaining(['build', 'typecheck', 'test']))
})
