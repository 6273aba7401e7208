import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const manifest = v.object({
  name: v.string(),
  private: v.optional(v.boolean(), false),
  scripts: v.optional(v.record(v.string(), v.string()), {}),
})

export interface WorkspacePackage {
  readonly name: string
  /** From the root, such as `packages/core`. */
  readonly folder: string
  readonly isPublished: boolean
  /** The names of its scripts. */
  readonly scripts: readonly string[]
}

/** The packages of the workspace at `root`, in the order of their folders. */
export function workspacePackages(root: string): readonly WorkspacePackage[] {
  const manifests = globSync('{packages,apps,tooling}/*/package.json', { cwd: root }).sort()
  return manifests.map(file => {
    const text = readFileSync(join(root, file), 'utf8')
    const { name, private: isPrivate, scripts } = v.parse(v.pipe(v.string(), v.parseJson(), manifest), text)
    return { name, folder: join(file, '..'), isPublished: !isPrivate, scripts: Object.keys(scripts) }
  })
}
