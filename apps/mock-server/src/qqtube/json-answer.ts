import type { Answer } from '../http/answer.ts'
import { type Json, writeJson } from '../http/json.ts'

/** JSON with `\/` for `/`, as the document's examples have it: no slash stands outside a text. */
export function jsonAnswer(value: Json, more: { status?: number; orderId?: string } = {}): Answer {
  return { status: 200, text: writeJson(value).replaceAll('/', '\\/'), ...more }
}
