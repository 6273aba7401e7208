/** A sentence about an answer that is not what was asked for. `excerpt` is bounded and has no key in it. */
export function describeAnswer(httpStatus: number, excerpt: string): string {
  const status = httpStatus >= 400 ? `HTTP ${httpStatus}` : ''
  if (excerpt === '') {
    return status === '' ? 'The upstream answered with nothing.' : `The upstream answered ${status}.`
  }
  if (/^<(?:!doctype|html|head|body)\b/i.test(excerpt)) {
    const title = /<title>([^<]+)/i.exec(excerpt)?.[1]?.trim()
    const page = title === undefined ? 'a web page' : `a web page, “${title}”,`
    return `The upstream answered with ${page} instead of JSON${status === '' ? '' : ` (${status})`}.`
  }
  return status === ''
    ? `The upstream's answer could not be read. It began: “${excerpt}”`
    : `The upstream answered ${status}: “${excerpt}”`
}
