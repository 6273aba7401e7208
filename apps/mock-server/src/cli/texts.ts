import { describeProblem, type Problem } from '@orderwright/core'
import type { CommandOptions, DefaultKeys } from './read-arguments.ts'

export const helpText: string = `orderwright-mock: an upstream for tests of clients of the QQTube v1 and v2 panel APIs.
It takes orders, charges for them and delivers by its own clock. Nothing leaves this machine.

Usage: orderwright-mock [options]

  --port <number>    where to listen (default 4010; 0 finds a free port)
  --host <address>   on which address (default 127.0.0.1: this machine alone)
  --key <text>       the key of the QQTube account (invented; default mock-key-qqtube)
  --panel-key <text> the key of the panel account (invented; default mock-key-panel)
  --funds <amount>   what each account holds (default 1000)
  --catalogue <file> a saved answer to action=services of either API, in place of the invented one;
                     its rows tell which API it is; may be given twice, once for each
  --state <file>     where accounts, orders, refills, plans and the clock are kept, and gone on from at the next start
  --fixture <file>   JSON with accounts, behaviours, faults and answers, from the start on and from each reset on
  --seed <text>      what is drawn, such as start counts, is drawn from this: the same seed, the same answers
  --clock <speed>    held (it moves when it is told), or how fast it runs, such as 60x (default 1x)
  --behaviour <words> how orders go: timed (default), immediate, 'polls: 3', 'partial at 40 %', canceled,
                     'error 5', refunded, stuck, or a progress mode and a final state: 'polls: 3, canceled'
  --dialect <name>   how the panel words its errors: plain (default), keys, message, laravel
  --latency <time>   how long each request waits for its answer, such as 200ms
  --allow-host <name> a name beside localhost by which control is reached; may be given more than once
  --port-file <file> where the port is written once it listens; taken away at the end
  --json             print JSON, a line for each object: where it listens, then each request
  --strict           refuse requests with an unknown action, field or value, and say what was meant
  -q, --quiet        no line for each request
  -h, --help         this text
  -v, --version      the version

ORDERWRIGHT_MOCK_TOKEN in the environment is the token that control over HTTP asks for; without it there is
one if --host is not this machine alone, and it is shown.
`

/** What a person reads once the server listens: the only place where the token is told. A key that they gave may be a real one by mistake: it is not shown. */
export function listeningText(
  url: string,
  { key, panelKey, funds }: CommandOptions,
  defaults: DefaultKeys,
  controlToken?: string,
): string {
  const shown = key === defaults.key ? key : 'YOUR_KEY'
  const shownPanel = panelKey === defaults.panelKey ? panelKey : 'YOUR_PANEL_KEY'
  const query = new URLSearchParams({ api_key: shown, action: 'services' })
  return [
    `orderwright-mock listens at ${url} with funds of ${funds}:`,
    `QQTube v1 at /v1-api with the invented key ${shown},`,
    `panel v2 at /api/v2 with ${shownPanel}.`,
    `A page, and control over HTTP, at ${url}/__mock/${controlToken === undefined ? '' : `#token=${controlToken}`}.`,
    `Try: curl '${url}/v1-api?${query}'`,
  ].join(' ')
}

/** What a program reads once the server listens, as one line of JSON. */
export function listeningLine(url: string, controlToken: string | undefined): string {
  const places = { url, qqtube: `${url}/v1-api`, panel: `${url}/api/v2`, control: `${url}/__mock` }
  return JSON.stringify({ event: 'listening', ...places, controlToken })
}

/** Why the server could not start, and what to do. */
export function failureText(error: unknown, host: string, port: number): string {
  // What the options refuse, such as a file that is none, is said in a sentence already.
  if (error instanceof RangeError) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const place = `${host}:${port}`
  switch (code) {
    case 'EADDRINUSE':
      return `Something else already listens at ${place}: end it, or choose another port with --port; 0 finds a free one.`
    case 'EACCES':
      return `This user may not listen at ${place}: choose a port from 1024 on, such as --port 4010.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `This machine has no address ${host}: leave out --host, or give one that it has.`
    default:
      return `The server could not listen at ${place} (${code === '' ? String(error) : code}): try another --port or --host.`
  }
}

/** More are read at the address that is told. */
const mostShown = 5

/** What a person reads who gave a catalogue with rows that cannot be ordered; `undefined` if all of them can. */
export function catalogueText(
  { services, problems }: { readonly services: number; readonly problems: readonly Problem[] },
  address: string,
): string | undefined {
  const fatal = problems.filter(({ isFatal }) => isFatal)
  if (fatal.length === 0) return undefined
  const rest = fatal.length > mostShown ? [`… and ${fatal.length - mostShown} more`] : []
  return [
    `Not every row of the catalogue can be ordered: ${services} can. All of its problems are at ${address}; those that cost a row:`,
    ...[...fatal.slice(0, mostShown).map(describeProblem), ...rest].map(line => `  ${line}`),
  ].join('\n')
}
