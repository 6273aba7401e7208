import { join } from 'node:path'
import { balance, type Contestant, order } from './contestant.ts'

const path = '/api/v2'
const mockMain = join(import.meta.dirname, '../../../apps/mock-server/dist/cli/main.js')
const mockCommand = (port: number): readonly [string, ...string[]] => [
  process.execPath,
  mockMain,
  ...['--port', String(port), '--funds', '1000000000', '--quiet'],
]

const bin = (name: string): string => join('node_modules/.bin', name)

/** What every other ratio is to: it parses a form, answers JSON, and knows nothing. */
const express: Contestant = {
  name: 'Express 5, bare',
  packages: ['express@5.3.0'],
  command: port => [process.execPath, 'express.mjs', String(port)],
  path,
  body: order,
  files: () => ({
    'express.mjs': `import express from 'express'
const app = express()
app.post('${path}', express.urlencoded({ extended: false }), (request, response) => {
  response.json({ order: 123456, service: request.body.service })
})
app.listen(Number(process.argv[2]), '127.0.0.1')
`,
  }),
}

/** An order taken in full: checked, priced, charged, entered in the book and in the journal. */
const mockAdd: Contestant = { name: 'this mock, add', packages: [], command: mockCommand, path, body: order }

const mockBalance: Contestant = { ...mockAdd, name: 'this mock, balance', body: balance }

const jsonServer: Contestant = {
  name: 'json-server 0.17',
  packages: ['json-server@0.17.4'],
  command: port => [
    process.execPath,
    bin('json-server'),
    ...['--host', '127.0.0.1', '--port', String(port), '--quiet', 'db.json'],
  ],
  path: '/orders',
  body: order,
  files: () => ({ 'db.json': '{"orders":[]}' }),
}

const prism: Contestant = {
  name: 'Prism 5',
  packages: ['@stoplight/prism-cli@5.16.0'],
  command: port => [
    process.execPath,
    bin('prism'),
    ...['mock', '--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'error', 'openapi.json'],
  ],
  path,
  body: order,
  files: () => ({ 'openapi.json': JSON.stringify(openapi()) }),
}

const mountebank: Contestant = {
  name: 'mountebank 2.9',
  packages: ['mountebank@2.9.1'],
  command: port => [
    process.execPath,
    bin('mb'),
    ...['start', '--configfile', 'imposters.json', '--port', String(port + 1), '--localOnly'],
    ...['--nologfile', '--loglevel', 'error', '--pidfile', `mb-${port}.pid`],
  ],
  path,
  body: order,
  files: port => ({ 'imposters.json': JSON.stringify({ imposters: [imposter(port)] }) }),
}

const wiremock: Contestant = {
  name: 'WireMock 3',
  packages: ['wiremock@3.13.2'],
  command: port => [
    'java',
    ...['-jar', 'node_modules/wiremock/build/wiremock-standalone-3.13.2.jar'],
    ...['--port', String(port), '--bind-address', '127.0.0.1', '--root-dir', 'wiremock', '--disable-banner'],
  ],
  path,
  body: order,
  files: () => ({
    'wiremock/mappings/add.json': JSON.stringify({
      request: { method: 'POST', urlPath: path },
      response: { status: 200, jsonBody: { order: 123456 }, headers: { 'Content-Type': 'application/json' } },
    }),
  }),
}

export const contestants: readonly Contestant[] = [
  express,
  mockAdd,
  mockBalance,
  jsonServer,
  prism,
  mountebank,
  wiremock,
]

export const reference: Contestant = express

/** Mountebank's imposters listen at ports of their own, which stand in its configuration. */
function imposter(port: number): object {
  const is = { headers: { 'Content-Type': 'application/json' }, body: { order: 123456 } }
  const stubs = [{ predicates: [{ equals: { method: 'POST', path } }], responses: [{ is }] }]
  return { port, host: '127.0.0.1', protocol: 'http', stubs }
}

function openapi(): object {
  const schema = { type: 'object', properties: { service: { type: 'string' } } }
  const answer = { schema: { type: 'object' }, example: { order: 123456 } }
  return {
    openapi: '3.1.0',
    info: { title: 'Panel', version: '1' },
    paths: {
      [path]: {
        post: {
          requestBody: { content: { 'application/x-www-form-urlencoded': { schema } } },
          responses: { 200: { description: 'Taken.', content: { 'application/json': answer } } },
        },
      },
    },
  }
}
