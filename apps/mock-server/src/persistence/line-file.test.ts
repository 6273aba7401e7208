import { mkdtempSync, readFileSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createClock } from '../clock/clock.ts'
import { createAgenda } from '../clock/scheduler.ts'
import { createAccounts } from '../simulator/accounts.ts'
import { createLifeRules } from '../simulator/behaviour-rules.ts'
import { createCatalogue } from '../simulator/catalogue.ts'
import { createOrderBook } from '../simulator/order-book.ts'
import { createRefillBook } from '../simulator/refills.ts'
import { openLineFile } from './line-file.ts'
import { readStateFile } from './read-state-file.ts'
import { createStateFile } from './state-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'orderwright-mock-'))
afterAll(() => rm(folder, { recursive: true }))

/** A disk that takes three bytes at a time, until it has no room left. */
function diskWith(room: number): {
  room: number
  write(file: number, bytes: Uint8Array, offset: number): number
} {
  return {
    room,
    write(file, bytes, offset) {
      const length = Math.min(3, bytes.length - offset, this.room)
      if (length === 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      this.room -= length
      return writeSync(file, bytes, offset, length)
    },
  }
}

it('a line that is taken in parts is written whole, and one that the disk is too full for not at all', () => {
  const path = join(folder, 'lines')
  const disk = diskWith(15)
  const file = openLineFile(path, (...given) => disk.write(...given))
  file.append('one ä\n')
  expect(() => file.append('two, which is longer\n')).toThrow(
    /^The state file cannot be written \(ENOSPC\): make room\./,
  )
  expect(readFileSync(path, 'utf8')).toBe('one ä\n')
  disk.room = 100
  file.append('three\n')
  file.close()
  expect(readFileSync(path, 'utf8')).toBe('one ä\nthree\n')
})

it('what a full disk did not take is kept with the next line that can be written', () => {
  const path = join(folder, 'state.jsonl')
  const disk = diskWith(0)
  const file = createStateFile(path, path => openLineFile(path, (...given) => disk.write(...given)))
  const accounts = createAccounts([{ key: 'key-of-one' }], file)
  const lives = createLifeRules('timed', file)
  const [clock, agenda, orders, refills] = [
    createClock(),
    createAgenda(),
    createOrderBook(),
    createRefillBook(),
  ]
  const catalogues = {
    qqtube: createCatalogue('qqtube', [], file),
    panel: createCatalogue('panel', [], file),
  }
  const state = { clock, changes: file, seed: '', accounts, agenda, lives, orders, refills, catalogues }
  file.begin({ state, faults: { kept: () => ({ added: 0, plans: [] }) } })
  expect(() => accounts.add({ key: 'key-of-two' })).toThrow('ENOSPC')
  expect(() => catalogues.panel.replace('[]')).toThrow('ENOSPC')
  disk.room = 10_000
  accounts.add({ key: 'key-of-three' })
  file.close()
  const kept = readStateFile(path)
  expect(kept?.accounts.map(({ name }) => name)).toEqual(['qqtube-1', 'qqtube-2', 'qqtube-3'])
  expect(kept?.accounts.every(({ keyHash }) => keyHash !== undefined)).toBe(true)
  expect(kept?.catalogues).toEqual({ panel: '[]' })
})
