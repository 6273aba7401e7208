import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { root, runCommand } from '../src/run-command.ts'
import { type WorkspacePackage, workspacePackages } from '../src/workspace-packages.ts'

export const published: readonly WorkspacePackage[] = workspacePackages(root).filter(
  ({ isPublished }) => isPublished,
)

export interface PackedPackages extends AsyncDisposable {
  /** The tarball of a published package, by its name. */
  readonly tarballs: ReadonlyMap<string, string>
  /** A project that has nothing but the tarballs installed. */
  readonly project: string
}

/** Packs what would be published, and installs it in an empty project as a stranger would: with npm. */
export async function packPackages(): Promise<PackedPackages> {
  const folder = await mkdtemp(join(tmpdir(), 'orderwright-packed-'))
  const tarballs = new Map<string, string>()
  for (const { name, folder: source } of published) {
    const tarball = join(folder, `${basename(source)}.tgz`)
    await succeed(['pnpm', 'pack', '--out', tarball], join(root, source))
    tarballs.set(name, tarball)
  }
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const install = ['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  await succeed([...install, ...tarballs.values()], folder)
  return {
    tarballs,
    project: folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

/** Runs a command that has to succeed, and gives what it wrote. */
export async function succeed(command: readonly string[], cwd: string): Promise<string> {
  const { succeeded, output } = await runCommand(command, cwd)
  if (!succeeded) throw new Error(`${command.join(' ')} failed in ${cwd}:\n${output}`)
  return output
}
