const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

export function isLoopback(url: string): boolean {
  return loopback.test(new URL(url).hostname)
}

/**
 * The address that requests go to. It is not printed in the errors, since a key may stand in it.
 *
 * @throws {TypeError} unless it is an absolute https URL without user, query and fragment. Plain http is taken
 *   for loopback, and elsewhere only where `allowPlainHttp` says so: the key would travel in clear.
 */
export function readBaseUrl(baseUrl: string, allowPlainHttp: boolean): string {
  if (!URL.canParse(baseUrl)) throw new TypeError('baseUrl must be an absolute URL')
  const url = new URL(baseUrl)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('baseUrl must have no user, query or fragment')
  }
  if (url.protocol === 'https:') return url.href
  if (url.protocol !== 'http:') throw new TypeError(`baseUrl must be https, was given ${url.protocol}`)
  if (!allowPlainHttp && !isLoopback(url.href)) {
    throw new TypeError('baseUrl must be https: over plain http anyone on the way reads the key')
  }
  return url.href
}
