import { readFile, rm } from 'node:fs/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { type TemporaryFolder, temporaryFolder } from '../test/temporary-folder.ts'
import { installPackages } from './install-packages.mjs'

const say = (): void => undefined

afterEach(() => {
  vi.unstubAllEnvs()
})

/** A repository, and on `PATH` an npx and a pnpm that write their arguments down. */
async function repository(pnpmScript = ''): Promise<TemporaryFolder> {
  const folder = await temporaryFolder()
  await folder.write('package.json', '{ "packageManager": "pnpm@1.2.3" }')
  await folder.write('pnpm-lock.yaml', 'lockfileVersion: 9')
  await folder.write('packages/one/package.json', '{ "name": "one" }')
  const record = `echo "$(/usr/bin/basename "$0") $@" >>${folder.path}/calls`
  await folder.program('tools/npx', `${record}\necho "$PATH"`)
  await folder.program('tools/pnpm', `${record}\n${pnpmScript}`)
  vi.stubEnv('PATH', `${folder.path}/tools`)
  return folder
}

async function calls(folder: TemporaryFolder): Promise<string[]> {
  return (await readFile(`${folder.path}/calls`, 'utf8')).trim().split('\n')
}

test('the pinned pnpm installs by the lockfile, and its folder is given', async () => {
  await using folder = await repository()
  const pnpmFolder = await installPackages(folder.path, say)
  expect(pnpmFolder).toBe(`${folder.path}/tools`)
  const [npx, pnpm] = await calls(folder)
  expect(npx).toMatch(/^npx .*--package pnpm@1\.2\.3 /)
  expect(pnpm).toBe('pnpm install --frozen-lockfile --prefer-offline')
})

test('a second time, nothing is started', async () => {
  await using folder = await repository()
  await installPackages(folder.path, say)
  const before = await calls(folder)
  expect(await installPackages(folder.path, say)).toBe(`${folder.path}/tools`)
  expect(await calls(folder)).toEqual(before)
})

test.each([
  ['a manifest', 'packages/one/package.json'],
  ['the lockfile', 'pnpm-lock.yaml'],
  ['a new package', 'apps/two/package.json'],
])('%s that has changed is a reason to install', async (_, file) => {
  await using folder = await repository()
  await installPackages(folder.path, say)
  await folder.write(file, '{ "name": "changed" }')
  await installPackages(folder.path, say)
  expect(await calls(folder)).toHaveLength(4)
})

test('a pnpm that has left the cache is fetched again', async () => {
  await using folder = await repository()
  await installPackages(folder.path, say)
  await rm(`${folder.path}/tools`, { recursive: true })
  await expect(installPackages(folder.path, say)).rejects.toThrow('npx pnpm@1.2.3 failed')
})

test.each([
  'npm error code ENOTFOUND',
  'getaddrinfo EAI_AGAIN registry.example',
  'connect ECONNREFUSED 127.0.0.1:9',
  'error sending request for url (https://registry.example/)',
])('without a network (%s) one sentence says what to do', async output => {
  await using folder = await repository(`echo "${output}"; exit 1`)
  await expect(installPackages(folder.path, say)).rejects.toThrow(
    'The npm registry could not be reached: connect this machine to the internet, or point npm to a registry ' +
      'that it can reach with `npm config set registry <url>`, and run the command again.',
  )
})

test('any other failure is shown as it is, and is tried again the next time', async () => {
  await using folder = await repository('echo "ERR_PNPM_OUTDATED_LOCKFILE"; exit 1')
  const sentence = 'pnpm install failed; mend what it says here and run the command again:'
  await expect(installPackages(folder.path, say)).rejects.toThrow(`${sentence}\nERR_PNPM_OUTDATED_LOCKFILE`)
  await expect(installPackages(folder.path, say)).rejects.toThrow(sentence)
})
