import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/run-command.ts'
import { repositoryFiles } from './repository-files.ts'

const documents = repositoryFiles().filter(file => file.endsWith('.md'))

interface Link {
  readonly target: string
  readonly anchor: string | undefined
}

/** The relative links and pictures of a document; code holds none. */
function linksOf(markdown: string): readonly Link[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')
  const inline = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(match => match[1] ?? '')
  const html = [...prose.matchAll(/(?:src|href|srcset)="([^"\s]+)"/g)].map(match => match[1] ?? '')
  return [...inline, ...html]
    .filter(link => !/^[a-z]+:/i.test(link))
    .map(link => {
      const [target = '', anchor] = link.split('#')
      return { target: decodeURIComponent(target), anchor }
    })
}

/** The anchors that a forge gives the headings. */
function anchorsOf(markdown: string): readonly string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '')
  return [...prose.matchAll(/^#+\s+(.+?)\s*$/gm)].map(match =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function isResolved(document: string, { target, anchor }: Link): boolean {
  const file = target === '' ? document : normalize(join(dirname(document), target))
  if (file.startsWith('..') || !existsSync(join(root, file))) return false
  if (anchor === undefined || statSync(join(root, file)).isDirectory()) return true
  return anchorsOf(readFileSync(join(root, file), 'utf8')).includes(anchor)
}

test.each(documents)('every relative link in %s leads somewhere in the repository', document => {
  const links = linksOf(readFileSync(join(root, document), 'utf8'))
  expect(links.filter(link => !isResolved(document, link))).toEqual([])
})

test.each([
  ['[a](gone.md)', false],
  ['![a](docs/gone.png "title")', false],
  ['<img src="docs/gone.png">', false],
  ['[a](docs/architecture.md#no-such-heading)', false],
  ['[a](../outside.md)', false],
  ['[a](docs/architecture.md#walks)', true],
  ['[a](LICENSE) and [b](https://example.com/gone.md)', true],
])('in %s the links are told to be %s', (markdown, resolved) => {
  expect(linksOf(markdown).every(link => isResolved('README.md', link))).toBe(resolved)
})
