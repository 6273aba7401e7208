import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findPostgres } from '@orderwright/setup/find-postgres'
import pg from 'pg'

/** A PostgreSQL of a test's own, on a free port of this machine alone. */
export interface Cluster extends AsyncDisposable {
  readonly url: string
  /** Creates an empty database, and gives its address. */
  createDatabase(name: string): Promise<string>
  /** Ends the server at once, as a crash does, and starts it again. */
  crash(): Promise<void>
}

const settings = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  shared_buffers: '64MB',
  // As it is by default: what is committed is on the disk.
  fsync: 'on',
  synchronous_commit: 'on',
  log_min_messages: 'panic',
}

/**
 * Starts a PostgreSQL server with data of its own, which ends with this process.
 *
 * @throws {Error} if PostgreSQL is not installed, with what to do.
 */
export async function startCluster(): Promise<Cluster> {
  const bin = findPostgres()
  if (bin === undefined) {
    throw new Error(
      'PostgreSQL was not found: install it (on Debian `sudo apt-get install postgresql`), or set POSTGRES_BIN to the folder of its initdb.',
    )
  }
  const folder = mkdtempSync(join(tmpdir(), 'orderwright-postgres-'))
  const data = join(folder, 'data')
  const person = serverUser()
  if (person !== undefined) chownSync(folder, person.uid, person.gid)
  const options = { cwd: folder, ...person }
  const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  const made = spawnSync(join(bin, 'initdb'), initdb, { ...options, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const all = { ...settings, port: String(port), unix_socket_directories: '' }
  const args = ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  let server = await start(join(bin, 'postgres'), args, { options, port })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const endNow = (): void => {
    server.kill('SIGKILL')
  }
  process.once('exit', endNow)
  const stop = async (): Promise<void> => {
    const ended = once(server, 'exit')
    server.kill('SIGQUIT')
    await ended
  }
  return {
    url,
    createDatabase: async name => {
      const client = await connected(url)
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
      await client.end()
      return url.replace(/postgres$/, name)
    },
    crash: async () => {
      await stop()
      server = await start(join(bin, 'postgres'), args, { options, port })
    },
    [Symbol.asyncDispose]: async () => {
      process.off('exit', endNow)
      await stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** PostgreSQL refuses to run as root: Debian's package brings a user for it. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = ['-u', '-g'].map(option =>
    Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout),
  )
  if (!uid || !gid) throw new Error('PostgreSQL refuses to run as root, and there is no user `postgres`.')
  return { uid, gid }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.')
  return address.port
}

interface Start {
  readonly options: object
  readonly port: number
}

/** Starts the server, and resolves once it takes connections. */
async function start(
  program: string,
  args: readonly string[],
  { options, port }: Start,
): Promise<ChildProcess> {
  const server = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000)
  })
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`)
    try {
      await (await connected(`postgres://postgres@127.0.0.1:${port}/postgres`)).end()
      return server
    } catch {
      await setTimeout(20)
    }
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  client.on('error', () => undefined)
  await client.connect()
  return client
}
