import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { copyWithTls } from './copy-with-tls.ts'

test('the copy may reach loopback over TLS too, is otherwise the same, and goes when it is let go', async () => {
  const build = await mkdtemp(join(tmpdir(), 'orderwright-'))
  onTestFinished(() => rm(build, { recursive: true }))
  const manifest = { name: 'a', permissions: ['storage'], host_permissions: ['http://127.0.0.1/*'] }
  await writeFile(join(build, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(build, 'worker.js'), 'listen()')
  const copy = await copyWithTls(build)
  expect(await readdir(copy.folder)).toStrictEqual(['manifest.json', 'worker.js'])
  expect(await readFile(join(copy.folder, 'worker.js'), 'utf8')).toBe('listen()')
  expect(JSON.parse(await readFile(join(copy.folder, 'manifest.json'), 'utf8'))).toStrictEqual({
    ...manifest,
    host_permissions: ['http://127.0.0.1/*', 'https://127.0.0.1/*'],
  })
  await copy[Symbol.asyncDispose]()
  await expect(access(copy.folder)).rejects.toThrow('ENOENT')
})
