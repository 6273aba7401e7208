import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const hooks = fileURLToPath(new URL('loading/loaded-modules.ts', import.meta.url))
const story = fileURLToPath(new URL('loading/story.ts', import.meta.url))

/** The packages among the modules of a line, Node's own by their names, and the folders of the source. */
function partsOf(line: string): readonly string[] {
  const urls: readonly string[] = JSON.parse(line)
  return urls.flatMap(url => {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
    const [, folder] = /\/mock-server\/src\/(.+)\/[^/]+$/.exec(url) ?? []
    return name ?? folder ?? url
  })
}

it('a first order loads neither Express nor control over HTTP; what needs them does', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--conditions=@orderwright/source', '--import', hooks, story],
  ])
  const [first = [], multipart, control] = stdout.trim().split('\n').map(partsOf)
  expect(first).toContain('apis/panel')
  const late = ['express', 'multer', 'admin/openapi', 'admin/page', 'node:http']
  expect(first.filter(part => late.includes(part))).toEqual([])
  expect(multipart).toEqual(expect.arrayContaining(['express', 'multer']))
  expect(control).toEqual(expect.arrayContaining(['admin/openapi', 'admin/page']))
})
