import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const manifest = v.object({ name: v.string(), scripts: v.optional(v.record(v.string(), v.string()), {}) })

export interface Package {
  readonly name: string
  readonly folder: string
}

/** The packages of the workspace at `root` that have the script. */
export function packagesWith(script: string, root: string): readonly Package[] {
  return globSync('{packages,apps,tooling}/*/package.json', { cwd: root })
    .sort()
    .map(file => join(root, file))
    .flatMap(file => {
      const { name, scripts } = v.parse(manifest, JSON.parse(readFileSync(file, 'utf8')))
      return script in scripts ? [{ name, folder: join(file, '..') }] : []
    })
}
