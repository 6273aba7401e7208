import type { FuzzedRequest } from './fuzzed-request.ts'

const types = new Set([
  'application/json',
  'application/problem+json',
  'text/html',
  'text/html; charset=utf-8',
])

/** What is wrong with an answer to a fuzzed request; `undefined` for one that is as it should be. */
export function defectOf({ isHttp, bytes }: FuzzedRequest, answer: Buffer): string | undefined {
  const text = answer.toString('latin1')
  // A request that breaks off, or is no request at all, may be met with silence.
  if (text === '') return isHttp ? 'no answer' : undefined
  const [, statusText = ''] = /^HTTP\/1\.1 (\d{3}) /.exec(text) ?? []
  const status = Number(statusText)
  if (!(status >= 200 && status < 500)) return `status ${statusText === '' ? 'missing' : statusText}`
  if (/ {4}at .+:\d+:\d+|node_modules|file:\/\/\//.test(text)) return 'a stack trace'
  const [, type = ''] = /^content-type: (.*)\r$/im.exec(text) ?? []
  if (status !== 204 && status !== 304 && !types.has(type)) return `content type '${type}'`
  const body = text.slice(text.indexOf('\r\n\r\n') + 4)
  const isWhole = isHttp && !bytes.subarray(0, 5).equals(Buffer.from('HEAD '))
  return isWhole && type.endsWith('json') && !isJson(Buffer.from(body, 'latin1').toString())
    ? 'no JSON'
    : undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
