/** The document that is opened for one request, and its frame. Both are named in `vite.config.ts` too. */
export const isolationPath = 'src/isolation/isolation.html'
export const framePath = 'src/isolation/frame.html'

/** What the worker posts to the document, with the port for the answer. */
export interface IsolatedRequest {
  readonly url: string
  readonly method: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  /** Whether the body goes as a stream, which the browser cannot repeat: HTTP/2 and 3 alone take one. */
  readonly isStreamed: boolean
  /** Nothing is sent after this time, in milliseconds since 1970: the worker that asked for it may be gone. */
  readonly sendBefore: number
}

/** What the document posts back. */
export type IsolatedAnswer =
  | {
      readonly kind: 'answered'
      readonly type: ResponseType
      readonly status: number
      readonly headers: readonly (readonly [name: string, value: string])[]
      readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null
    }
  /** No answer came. `message` is what `fetch` said. */
  | { readonly kind: 'failed'; readonly message: string }
  /** Certainly nothing left this machine. `reason` is a sentence. */
  | { readonly kind: 'not_sent'; readonly reason: string }
