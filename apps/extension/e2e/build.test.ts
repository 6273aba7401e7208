import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

interface Manifest {
  readonly host_permissions?: readonly string[]
  readonly [key: string]: unknown
}

async function manifestOf(build: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(root, build, 'manifest.json'), 'utf8'))
}

/** The text of every file that the browser reads as text, by its path. */
async function textsOf(build: string): Promise<ReadonlyMap<string, string>> {
  const paths = await readdir(join(root, build), { recursive: true })
  const texts = paths.filter(path => /\.(js|css|html|svg)$/.test(path)).toSorted()
  return new Map(
    await Promise.all(
      texts.map(async path => [path, await readFile(join(root, build, path), 'utf8')] as const),
    ),
  )
}

describe('the built extension', () => {
  test('asks for what it cannot do without, and for more only when it is needed', async () => {
    const manifest = await manifestOf('dist')
    expect(manifest).toMatchObject({
      manifest_version: 3,
      incognito: 'spanning',
      permissions: [
        'activeTab',
        'alarms',
        'contextMenus',
        'notifications',
        'offscreen',
        'sidePanel',
        'storage',
      ],
      commands: { _execute_action: {}, 'open-side-panel': {} },
      optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*'],
    })
    const others = [
      'optional_permissions',
      'host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
      'key',
    ]
    expect(others.filter(key => key in manifest)).toStrictEqual([])
  })

  test('carries the licence of every library that is bundled in it', async () => {
    const notices = await readFile(join(root, 'dist/third-party-notices.md'), 'utf8')
    const named = [...notices.matchAll(/^## (\S+)/gm)].map(([, name]) => name)
    expect(named).toEqual(
      expect.arrayContaining(['preact', 'decimal.js', 'valibot', 'idb', '@preact/signals']),
    )
    expect(notices).toMatch(/Permission is hereby granted/)
  })

  test('has the list of common passwords in the settings alone, which the worker and the popup do not load', async () => {
    const texts = [...(await textsOf('dist'))]
    const lists = texts.filter(([, text]) => text.includes('AzxcvbnmA')).map(([path]) => basename(path))
    expect(lists).toStrictEqual([expect.stringMatching(/^options\.html-/)])
    const loading = texts.filter(([, text]) => lists.some(name => text.includes(name)))
    expect(loading.map(([path]) => path)).toStrictEqual(['src/screens/options.html'])
  })

  test('has a policy that lets in nothing from elsewhere', async () => {
    expect((await manifestOf('dist')).content_security_policy).toStrictEqual({
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' https://i.ytimg.com",
        'connect-src https: http://127.0.0.1:*',
        "base-uri 'none'",
        "form-action 'none'",
        "frame-src 'self'",
        "frame-ancestors 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join('; '),
    })
  })

  test('differs for the tests in nothing but access to loopback', async () => {
    const { host_permissions: loopback, ...manifest } = await manifestOf('dist-loopback')
    expect(loopback).toStrictEqual(['http://127.0.0.1/*'])
    expect(manifest).toStrictEqual(await manifestOf('dist'))
    const [texts, others] = await Promise.all([textsOf('dist'), textsOf('dist-loopback')])
    expect([...others.keys()]).toStrictEqual([...texts.keys()])
    expect([...texts].filter(([path, text]) => others.get(path) !== text)).toStrictEqual([])
  })

  test('holds nothing of a development server, and no code from elsewhere', async () => {
    expect(JSON.stringify(await manifestOf('dist'))).not.toContain('localhost')
    for (const [path, text] of await textsOf('dist')) {
      expect(text, path).not.toMatch(/localhost:|@vite\/client|import\.meta\.hot|sourceMappingURL/)
      expect(text, path).not.toMatch(/\beval\(|new Function\(|(?<!\.)\bimport\(\s*['"`](?!\.\/)/)
      expect(text, path).not.toMatch(/<script[^>]+src="(?!\/)|@import|url\(["']?(?!\/)/)
    }
  })
})
