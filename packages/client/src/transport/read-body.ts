/** A catalogue of 10,000 services has about 2.3 MB; no other answer comes near. */
export const catalogueLimitBytes: number = 32 * 1024 * 1024

/** A page of 500 orders has about 200 KB. */
export const answerLimitBytes: number = 4 * 1024 * 1024

/**
 * Returns the answer's text without its byte-order mark, or `undefined` if it is longer than the limit: the rest is then
 * not read. A byte-order mark names the encoding, else the header `Content-Type`, else it is UTF-8 (the order of
 * the Encoding Standard). Throws what the stream throws if the connection breaks.
 */
export async function readBody(
  response: Pick<Response, 'body' | 'headers'>,
  limitBytes: number,
): Promise<string | undefined> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > limitBytes) {
      // Not awaited: a stream may take its time to end, or never do.
      reader.cancel().catch(() => undefined)
      return undefined
    }
    chunks.push(value)
  }
  const bytes = joined(chunks, length)
  return decode(bytes, response.headers.get('content-type'))
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

function decode(bytes: Uint8Array, contentType: string | null): string {
  const label = encodingByMark(bytes) ?? charset.exec((contentType ?? '').slice(0, 500))?.[1]
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    // A name that nobody knows.
    return new TextDecoder().decode(bytes)
  }
}

const charset = /;\s*charset\s*=\s*["']?([^\s"';,]{1,40})/i

function encodingByMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined
}
