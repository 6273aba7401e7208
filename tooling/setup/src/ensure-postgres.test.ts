import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type TemporaryFolder, temporaryFolder } from '../test/temporary-folder.ts'
import { ensurePostgres } from './ensure-postgres.mjs'

const say = (): void => undefined

async function version(folder: TemporaryFolder, name: string): Promise<string> {
  for (const program of ['initdb', 'postgres']) await folder.program(`${name}/bin/${program}`, '')
  return `${folder.path}/${name}/bin`
}

test('the newest PostgreSQL in Debian’s folder is given, and nothing is installed', async () => {
  await using folder = await temporaryFolder()
  await version(folder, '9')
  const newest = await version(folder, '15')
  const machine = { env: { PATH: '' }, isRoot: false, folder: folder.path }
  expect(await ensurePostgres(say, machine)).toBe(newest)
})

test('POSTGRES_BIN decides before PATH, and where it leads nowhere that is told', async () => {
  await using folder = await temporaryFolder()
  const onPath = await version(folder, '15')
  const chosen = await version(folder, 'own')
  const env = { PATH: onPath, POSTGRES_BIN: chosen }
  expect(await ensurePostgres(say, { env, isRoot: true, folder: '/nowhere' })).toBe(chosen)
  await expect(
    ensurePostgres(say, { env: { ...env, POSTGRES_BIN: '/nowhere' }, isRoot: true, folder: '/nowhere' }),
  ).rejects.toThrow('POSTGRES_BIN is /nowhere, and initdb and postgres are not there')
})

test('on Debian, as root, apt installs it', async () => {
  await using folder = await temporaryFolder()
  const bin = `${folder.path}/versions/15/bin`
  const apt = `echo "$@" >>${folder.path}/calls
if [ "$1" = install ]; then /bin/mkdir -p ${bin}; for name in initdb postgres; do echo >${bin}/$name; /bin/chmod +x ${bin}/$name; done; fi`
  await folder.program('apt-get', apt)
  const machine = { env: { PATH: folder.path }, isRoot: true, folder: `${folder.path}/versions` }
  expect(await ensurePostgres(say, machine)).toBe(bin)
  expect(await readFile(`${folder.path}/calls`, 'utf8')).toBe(
    'update\ninstall --yes --no-install-recommends postgresql\n',
  )
})

test('elsewhere a person is told in one sentence what is missing', async () => {
  await expect(ensurePostgres(say, { env: { PATH: '' }, isRoot: false, folder: '/nowhere' })).rejects.toThrow(
    /^PostgreSQL was not found: install it .* and run the command again\.$/,
  )
})
