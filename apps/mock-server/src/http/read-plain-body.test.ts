import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { isPlain } from './read-plain-body.ts'

function request(method: string, headers: Readonly<Record<string, string>>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { method, headers })
}

const form = 'application/x-www-form-urlencoded'

describe('a body needs no more than to be read as text', () => {
  it.each<[boolean, string, Readonly<Record<string, string>>]>([
    [true, 'GET', {}],
    [false, 'GET', { 'content-length': '5' }],
    [false, 'GET', { 'transfer-encoding': 'chunked' }],
    [false, 'HEAD', {}],
    [true, 'POST', { 'content-length': '5', 'content-type': form }],
    [true, 'PUT', { 'content-length': '5', 'content-type': 'application/json' }],
    [true, 'POST', { 'content-length': '5', 'content-type': `${form}; charset=UTF-8` }],
    [true, 'POST', { 'content-length': '5', 'content-type': `${form};charset=utf-8` }],
    [false, 'POST', { 'content-length': '5', 'content-type': `${form}; charset=latin1` }],
    [false, 'POST', { 'content-length': '5', 'content-type': 'multipart/form-data; boundary=b' }],
    [false, 'POST', { 'content-length': '5', 'content-type': 'text/plain' }],
    [false, 'POST', { 'content-length': '5' }],
    [false, 'POST', { 'content-type': form }],
    [false, 'POST', { 'content-length': '5', 'content-type': form, 'content-encoding': 'gzip' }],
    [true, 'POST', { 'content-length': '1048576', 'content-type': form }],
    [false, 'POST', { 'content-length': '1048577', 'content-type': form }],
  ])('%s: %s with %j', (expected, method, headers) => {
    expect(isPlain(request(method, headers))).toBe(expected)
  })
})
