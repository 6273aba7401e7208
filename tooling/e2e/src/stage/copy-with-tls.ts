import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface BuildCopy extends AsyncDisposable {
  readonly folder: string
}

/**
 * A copy of the built extension that may also reach loopback over TLS, which is what browsers speak HTTP/2 over. Nobody
 * else needs that, so the loopback build itself goes without.
 */
export async function copyWithTls(build: string): Promise<BuildCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'orderwright-campaign-build-'))
  await cp(build, folder, { recursive: true })
  await changeManifest(folder, manifest => ({
    ...manifest,
    host_permissions: ['http://127.0.0.1/*', 'https://127.0.0.1/*'],
  }))
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}

interface Manifest {
  readonly permissions: readonly string[]
  readonly host_permissions?: readonly string[]
}

/** Changes the manifest of the build in that folder. */
export async function changeManifest(
  folder: string,
  change: (manifest: Manifest) => Manifest,
): Promise<void> {
  const file = join(folder, 'manifest.json')
  const manifest: Manifest = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify(change(manifest)))
}
