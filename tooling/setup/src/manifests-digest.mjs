import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Changes when an installation would: with the lockfile, a manifest, a setting, or the machine's own kind.
 *
 * @param {string} root
 * @returns {string}
 */
export function manifestsDigest(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of installationFiles(root))
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** @param {string} root */
function installationFiles(root) {
  const settings = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc']
  const manifests = ['packages', 'apps', 'tooling'].flatMap(folder =>
    subfolders(join(root, folder)).map(name => `${folder}/${name}/package.json`),
  )
  return [...settings, ...manifests].filter(file => existsSync(join(root, file)))
}

/** @param {string} folder */
function subfolders(folder) {
  return existsSync(folder) ? readdirSync(folder).sort() : []
}
