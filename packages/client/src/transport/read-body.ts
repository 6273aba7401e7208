/** A catalogue of 10,000 services has about 2.3 MB. */
export const bodyLimitBytes: number = 32 * 1024 * 1024

/**
 * The answer's text, decoded as UTF-8 without its byte-order mark; `undefined` where it is longer than the
 * limit, and then the rest is not read. Throws what the stream throws where the connection breaks.
 */
export async function readBody(response: Response, limitBytes: number): Promise<string | undefined> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > limitBytes) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}
