import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { AdminError } from './routes/route.ts'

/** Who may control a server: decided once for each, asked for each request. */
export interface Guard {
  /** What must be sent as `Authorization: Bearer …`; absent if the machine itself is trusted. */
  readonly token: string | undefined
  /** @throws AdminError for a request that may not */
  check(request: IncomingMessage): void
}

/**
 * Trusts whoever is on this machine if the server listens on a loopback address, and asks for the token elsewhere.
 * A web page that a person visits is on this machine too: it is told by its Host, which is no loopback name if a
 * foreign name was made to resolve here, and by its Origin.
 * @param allowedHosts names that count as loopback ones
 * @throws RangeError for an allowed host that is no name alone
 */
export function createGuard(token: string | undefined, allowedHosts: readonly string[] = []): Guard {
  const allowed = new Set(allowedHosts.map(checkedHost))
  return {
    token,
    check(request) {
      checkOrigin(request)
      if (token !== undefined) checkToken(request, token)
      else checkLoopback(request, allowed)
    },
  }
}

/** 144 bits, in letters that need no escape. */
function randomToken(): string {
  return randomBytes(18).toString('base64url')
}

/**
 * The token of a server that is to listen at `host`: the one that was given, or else a random one if other machines reach it.
 * @throws RangeError for one that no header can bring
 */
export function tokenFor(host: string, given: string | undefined): string | undefined {
  if (given !== undefined && !/^[\x21-\x7e]+$/.test(given)) {
    throw new RangeError('controlToken must be a text of letters, digits and marks, without white space')
  }
  return given ?? (isLoopbackHost(host) ? undefined : randomToken())
}

/** Whether a server that is to listen at `host` can be reached from this machine alone. */
function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
  )
}

/** A browser sends the origin of the page with whatever may change something. */
function checkOrigin({ headers: { origin, host } }: IncomingMessage): void {
  if (
    origin === undefined ||
    (host !== undefined && origin.toLowerCase() === `http://${host.toLowerCase()}`)
  ) {
    return
  }
  throw new AdminError(403, 'A page of another origin may not control the mock server.')
}

function checkToken({ headers: { authorization = '' } }: IncomingMessage, token: string): void {
  const given = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1]
  if (given !== undefined && timingSafeEqual(digest(given), digest(token))) return
  throw new AdminError(401, 'This server is controlled with its token: send Authorization: Bearer TOKEN.')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** @throws RangeError for one that has a scheme, a port or a path */
function checkedHost(host: string): string {
  const name = host.toLowerCase()
  if (/^[a-z\d]([a-z\d._-]*[a-z\d])?$/.test(name)) return name
  throw new RangeError(
    `allowedHosts takes names such as mock.test, without scheme and port, was given '${host}'`,
  )
}

function checkLoopback(
  { headers: { host = '' }, socket }: IncomingMessage,
  allowed: ReadonlySet<string>,
): void {
  const name = host.replace(/:\d*$/, '')
  if (!isLoopbackHost(name) && !allowed.has(name.toLowerCase())) {
    throw new AdminError(
      403,
      'The mock server is controlled by a loopback name alone, such as 127.0.0.1 or localhost, unless another is allowed (--allow-host).',
    )
  }
  // The app may have been lent to a server that listens elsewhere.
  if (!isLoopbackAddress(socket.localAddress ?? '')) {
    throw new AdminError(403, 'Without a token the mock server is controlled from its own machine alone.')
  }
}

function isLoopbackAddress(address: string): boolean {
  return isLoopbackHost(address.replace(/^::ffff:/i, ''))
}
