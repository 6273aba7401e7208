import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/run-command.ts'
import { repositoryFiles } from './repository-files.ts'

const isBinary = /\.(png|ico|woff2|tgz)$/

// Written in pieces, so that this file does not find itself.
const privateFolder = `${'/wo'}${'rk'}/(shared|main)`
const begin = `-----BE${'GIN'}`

/** What no file of the repository may hold. */
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a folder of the machine that it was written on',
    new RegExp(`${privateFolder}|\\.\\./sha${'red'}\\b|/tmp/${'ow'}\\b`),
  ],
  ['a private key', new RegExp(`${begin} [A-Z ]*PRIVATE KEY`)],
  [
    'a token of a forge or a registry',
    /\b(gh[opsu]_\w{20,}|github_pat_\w{20,}|npm_[A-Za-z0-9]{30,}|glpat-[\w-]{20,})/,
  ],
  ['a key of a cloud', /\b(AKIA[0-9A-Z]{16}|sk_live_\w{16,}|AIza[\w-]{35}|xox[abprs]-[\w-]{10,})/],
  [
    'a key that looks real',
    /(key|secret|token|password)\w*["'`]?\s*[:=]\s*["'`](?=[A-Za-z]*\d)[A-Za-z0-9]{24,}["'`]/i,
  ],
  ['credentials of a registry', /_auth(Token)?\s*=|:_password\s*=/],
  [
    'the host of a registry',
    /https?:\/\/[^\s/'"`]*(registry|artifactory|nexus|verdaccio)\b(?![^\s/'"`]*\.example)/i,
  ],
  ['a mark of something left for later', new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|XX${'X'})\\b`)],
]

const sources = repositoryFiles()
  .filter(file => !isBinary.test(file))
  .map(file => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n') }))

test.each(forbidden)('no file holds %s', (_, pattern) => {
  const found = sources.flatMap(({ file, lines }) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  )
  expect(found).toEqual([])
})

test.each([
  ['a folder of the machine that it was written on', `see ${'/wo'}${'rk'}/shared/style.md`],
  ['a private key', `${begin} RSA PRIVATE KEY-----`],
  ['a key that looks real', `api${'Key'}: '${'a1b2c3d4e5f6'.repeat(3)}'`],
  ['the host of a registry', `tarball: https://npm-${'registry'}.internal.net/a.tgz`],
])('the check sees %s', (what, line) => {
  const pattern = forbidden.find(([name]) => name === what)?.[1]
  expect(line).toMatch(pattern ?? /^$/)
})

test('the check reads the repository, this file included', () => {
  expect(sources.map(({ file }) => file)).toContain('tooling/checks/repository/hygiene.test.ts')
})
