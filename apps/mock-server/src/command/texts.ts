import type { CommandOptions, DefaultKeys } from './read-arguments.ts'

export const helpText: string = `orderwright-mock: an upstream for tests of clients of the QQTube v1 and v2 panel APIs.
It takes orders, charges for them and delivers by its own clock. Nothing leaves this machine.

Usage: orderwright-mock [options]

  --port <number>    where to listen (default 4010; 0 finds a free port)
  --host <address>   on which address (default 127.0.0.1: this machine alone)
  --key <text>       the key of the QQTube account (invented; default mock-key-qqtube)
  --panel-key <text> the key of the panel account (invented; default mock-key-panel)
  --funds <amount>   what each account holds (default 1000)
  -h, --help         this text
  -v, --version      the version
`

/** What a person reads once the server listens. A key that they gave may be a real one by mistake: it is not shown. */
export function listeningText(
  url: string,
  { key, panelKey, funds }: CommandOptions,
  defaults: DefaultKeys,
): string {
  const shown = key === defaults.key ? key : 'YOUR_KEY'
  const shownPanel = panelKey === defaults.panelKey ? panelKey : 'YOUR_PANEL_KEY'
  const query = new URLSearchParams({ api_key: shown, action: 'services' })
  return [
    `orderwright-mock listens at ${url} with funds of ${funds}:`,
    `QQTube v1 at /v1-api with the invented key ${shown},`,
    `panel v2 at /api/v2 with ${shownPanel}.`,
    `Try: curl '${url}/v1-api?${query}'`,
  ].join(' ')
}

/** Why the server could not listen, and what to do. */
export function failureText(error: unknown, host: string, port: number): string {
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
