import type { ServerResponse } from 'node:http'
import { type Json, writeJson } from './json.ts'

/** What an API answers, before any fault touches it. */
export interface Answer {
  readonly status: number
  /** The body: JSON. */
  readonly text: string
  /** Beside the length, and the content type of JSON unless it is among them. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The order that the request placed. */
  readonly orderId?: string | undefined
  /** The id of the answer of one's own that it is, for the request log. */
  readonly ownAnswer?: string | undefined
  /** Why it is an error that says nothing of it, for the request log. */
  readonly reasons?: readonly string[] | undefined
}

/** The content type has no charset: a client was seen that reads nothing but exactly this. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  writeAnswerHead(response, answer)
  response.end(answer.text)
}

export function writeAnswerHead(response: ServerResponse, { status, text, headers }: Answer): void {
  const length = Buffer.byteLength(text)
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers, 'Content-Length': length })
}

export function sendBody(response: ServerResponse, status: number, contentType: string, text: string): void {
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(text) })
  response.end(text)
}

/** Returns a text as it is, and anything else as JSON. */
export function jsonText(body: unknown): string {
  return typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
}

/** JSON with `\/` for `/`, as the document's examples have it: no slash stands outside a text. */
export function jsonAnswer(value: Json, more: { status?: number; orderId?: string } = {}): Answer {
  return { status: 200, text: writeJson(value).replaceAll('/', '\\/'), ...more }
}
