/** The ports that every `fetch` refuses, whatever listens there. (Fetch Standard, "port blocking".) */
const refusedPorts: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

/** Whether a URL has a port that every `fetch` refuses, whatever listens there: a request to it never leaves. */
export function hasRefusedPort(url: URL): boolean {
  return url.port !== '' && refusedPorts.has(Number(url.port))
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

export function isLoopback(url: string): boolean {
  return loopback.test(new URL(url).hostname)
}

/**
 * The address that requests go to. It is not printed in the errors, since a key may stand in it.
 *
 * @throws {TypeError} unless it is an absolute https URL without user, query and fragment. Plain http is taken
 *   for loopback, and elsewhere only where `allowPlainHttp` says so: the key would travel in clear. A port that
 *   `fetch` refuses is an error here, since no order could ever leave.
 */
export function readBaseUrl(baseUrl: string, allowPlainHttp: boolean): string {
  if (!URL.canParse(baseUrl)) throw new TypeError('baseUrl must be an absolute URL')
  const url = new URL(baseUrl)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('baseUrl must have no user, query or fragment')
  }
  if (hasRefusedPort(url)) {
    throw new TypeError(`baseUrl must have a port that fetch allows, was given ${url.port}`)
  }
  if (url.protocol === 'https:') return url.href
  if (url.protocol !== 'http:') throw new TypeError(`baseUrl must be https, was given ${url.protocol}`)
  if (!allowPlainHttp && !isLoopback(url.href)) {
    throw new TypeError('baseUrl must be https: over plain http anyone on the way reads the key')
  }
  return url.href
}
