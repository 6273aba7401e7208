import type { ServerResponse } from 'node:http'
import { type Json, writeJson } from './json.ts'

/** What an API answers, before any fault touches it. */
export interface Answer {
  readonly status: number
  /** The body: JSON. */
  readonly text: string
  /** The order that the request placed. */
  readonly orderId?: string | undefined
  /** Why it is an error that says nothing of it, for the request log. */
  readonly reasons?: readonly string[] | undefined
}

/** The content type has no charset: a client was seen that reads nothing but exactly this. */
export function sendAnswer(response: ServerResponse, { status, text }: Answer): void {
  sendBody(response, status, 'application/json', text)
}

export function sendBody(response: ServerResponse, status: number, contentType: string, text: string): void {
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(text) })
  response.end(text)
}

/** JSON with `\/` for `/`, as the document's examples have it: no slash stands outside a text. */
export function jsonAnswer(value: Json, more: { status?: number; orderId?: string } = {}): Answer {
  return { status: 200, text: writeJson(value).replaceAll('/', '\\/'), ...more }
}
