import { catalogueLimits } from '../catalogue/limits.ts'
import { notACatalogue, rowParserOf } from '../catalogue/parse-services.ts'
import { createRowReader, type ParsedServices } from '../catalogue/row-reader.ts'
import type { UpstreamKind } from '../catalogue/service.ts'
import { createRowSplitter } from './row-splitter.ts'

/**
 * Parses a catalogue as it comes, such as `response.body`, and returns what `parseServices` returns for the whole text, however it is cut.
 * It reads 32 kB at a time and lets others have their turn between, so that a catalogue of any size holds up neither a page nor a server for
 * more than some milliseconds. No more than one row is held besides what is returned: a row longer than `catalogueLimits.rowLength` is left
 * out, with a problem. (QQTube v1 `services`; panel v2 `services`.)
 *
 * @param source - Bytes of UTF-8 or text, in pieces of any length.
 * @throws {TypeError} if `upstream` is neither `'qqtube'` nor `'panel'`, or a piece is neither bytes nor text. What the source throws
 * is thrown on.
 *
 * @example
 * ```ts
 * const answer = new Response('[{"service":1,"name":"Followers","type":"Default","rate":"0.90","min":"50","max":"10000"}]')
 * const { services, problems } = await parseServicesStream('panel', answer.body)
 * services[0].tiers[0].price // '0.9'
 * problems // []
 * ```
 */
export async function parseServicesStream(
  upstream: UpstreamKind,
  source: AsyncIterable<Uint8Array | string>,
): Promise<ParsedServices> {
  const parser = rowParserOf(upstream, 'parseServicesStream')
  const splitter = createRowSplitter(() => createRowReader(parser))
  let beginning = ''
  let read = 0
  for await (const text of textsOf(source)) {
    if (beginning.length < catalogueLimits.textLength) beginning += text
    splitter.push(text)
    read += text.length + pieceCost
    if (read >= turnLength) {
      read = 0
      await nextTurn()
    }
  }
  return splitter.end()?.finish() ?? notACatalogue(beginning)
}

/** Characters, or bytes, that are read in one turn of the event loop: some milliseconds of work. */
const turnLength = 32_768

/** A piece costs as much as so many characters of it, so that pieces of a few characters do not fill a turn by their number. */
const pieceCost = 128

/** Returns the source as texts of at most a turn's length. Bytes are decoded across the ends of pieces. */
async function* textsOf(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const piece of source) {
    if (typeof piece === 'string') {
      yield decoder.decode()
      for (let at = 0; at < piece.length; at += turnLength) yield piece.slice(at, at + turnLength)
    } else if (piece instanceof Uint8Array) {
      for (let at = 0; at < piece.length; at += turnLength) {
        yield decoder.decode(piece.subarray(at, at + turnLength), { stream: true })
      }
    } else {
      throw new TypeError(`parseServicesStream: a piece must be bytes or text, was given ${typeof piece}`)
    }
  }
  yield decoder.decode()
}

/** Lets the event loop turn once. A message is no timer: browsers do not hold it back, and it takes some microseconds. */
function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })
}
