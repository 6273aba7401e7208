#!/usr/bin/env node
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { UpstreamKind } from '@orderwright/core'
import type { Fixture } from '../fixtures/fixture.ts'
import { packageVersion } from '../http/package-version.ts'
import type { LogEntry } from '../request-log/entry.ts'
import { createMockServer, type MockServer, mockPanelKey, mockQqtubeKey } from '../server.ts'
import { loadCatalogues } from './load-catalogues.ts'
import { type CommandOptions, readArguments } from './read-arguments.ts'
import { isColouredFor, requestLine } from './request-line.ts'
import { catalogueText, failureText, helpText, listeningLine, listeningText } from './texts.ts'

const defaultKeys = { key: mockQqtubeKey, panelKey: mockPanelKey }
/** In the environment, where no list of processes shows it. */
const givenToken = process.env.ORDERWRIGHT_MOCK_TOKEN?.trim() || undefined

const command = readArguments(process.argv.slice(2), defaultKeys)
switch (command.kind) {
  case 'help':
    process.stdout.write(helpText)
    break
  case 'version':
    console.log(packageVersion())
    break
  case 'misuse':
    console.error(command.sentence)
    process.exitCode = 2
    break
  case 'serve':
    await serve(command.options)
}

async function serve(options: CommandOptions): Promise<void> {
  const {
    port,
    host,
    key,
    panelKey,
    funds,
    seed,
    behaviour,
    latency,
    panelDialect,
    clock,
    stateFile,
    fixtureFile,
    allowedHosts,
    portFile,
    isStrict,
    isJson,
  } = options
  const accounts = [
    { key, funds },
    { upstream: 'panel', key: panelKey, funds },
  ] as const
  try {
    const catalogue = loadCatalogues(options.catalogues)
    const fixture = fixtureFile === undefined ? undefined : await fixtureIn(fixtureFile)
    const server = await createMockServer({
      port,
      host,
      accounts,
      seed,
      behaviour,
      latency,
      panelDialect,
      clock,
      stateFile,
      isStrict,
      allowedHosts,
      catalogue,
      fixture,
      controlToken: givenToken,
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void end(server, portFile))
    }
    for (const upstream of ['qqtube', 'panel'] as const) {
      if (catalogue[upstream] !== undefined) warnOf(server, upstream)
    }
    // One that was given is known to whoever gave it, and has no business in a log.
    const shownToken = givenToken === undefined ? server.controlToken : undefined
    if (portFile !== undefined) await writePort(portFile, server)
    console.log(
      isJson
        ? listeningLine(server.url, shownToken)
        : listeningText(server.url, options, defaultKeys, shownToken),
    )
    const isColoured = isColouredFor(process.stdout, process.env)
    const lineOf = (entry: LogEntry): string =>
      isJson ? JSON.stringify({ event: 'request', ...entry }) : requestLine(entry, isColoured)
    if (!options.isQuiet) {
      server.control.requestLog.subscribe(entry => console.log(lineOf(entry)))
    }
  } catch (error) {
    console.error(failureText(error, host, port))
    process.exitCode = 1
  }
}

/** Ends once all that was changed is kept; says so if it cannot be. */
async function end(server: MockServer, portFile: string | undefined): Promise<void> {
  try {
    if (portFile !== undefined) rmSync(portFile, { force: true })
    await server.close()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}

/**
 * Whoever waits for the file finds all of the port in it.
 * @throws RangeError for a file that cannot be written; the server is closed then
 */
async function writePort(portFile: string, server: MockServer): Promise<void> {
  const partly = `${portFile}.${process.pid}`
  try {
    writeFileSync(partly, `${new URL(server.url).port}\n`)
    renameSync(partly, portFile)
  } catch (error) {
    await server.close()
    if (existsSync(partly)) rmSync(partly)
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new RangeError(`The port cannot be written to ${portFile} (${code}): choose another --port-file.`)
  }
}

/** Rows that were left out would be missed later, and far from here. */
function warnOf({ url, control: { catalogue } }: MockServer, upstream: UpstreamKind): void {
  const found = { services: catalogue.services(upstream).length, problems: catalogue.problems(upstream) }
  const text = catalogueText(found, `${url}/__mock/catalogue/${upstream}`)
  if (text !== undefined) console.error(text)
}

/** Its schemas are most of what a command without one would load. */
async function fixtureIn(path: string): Promise<Fixture> {
  const { loadFixture } = await import('../fixtures/fixture.ts')
  return loadFixture(path)
}
