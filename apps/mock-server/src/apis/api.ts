import type { UpstreamKind } from '@orderwright/core'
import type { Answer } from '../http/answer.ts'
import type { Fields } from '../http/fields.ts'

/** One of the two APIs: pure but for the state that it was made with. */
export interface Api {
  readonly upstream: UpstreamKind
  /** The field that holds the key. */
  readonly keyField: string
  answer(method: string, fields: Fields): Answer
  /** That a request was not carried out, in the API's own form. */
  refuse(status: number, reason: string): Answer
}
