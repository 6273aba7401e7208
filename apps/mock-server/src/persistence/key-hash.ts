import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Account } from '../simulator/accounts.ts'

const ofAccounts = new WeakMap<Account, string>()

/**
 * What a state file keeps of an account's key, so that the account can be found by it again: a salted hash. Keys are invented; if
 * someone gave a real one, it has as many bits as a hash needs.
 */
export function keyHashOf(account: Account): string {
  const known = ofAccounts.get(account)
  if (known !== undefined) return known
  const salt = randomBytes(16)
  const hash = `${salt.toString('hex')}:${digest(salt, account.key).toString('hex')}`
  ofAccounts.set(account, hash)
  return hash
}

/** The hash of an account whose key is not known, as an earlier server wrote it. */
export function rememberKeyHash(account: Account, hash: string): void {
  ofAccounts.set(account, hash)
}

export function isKeyOf(hash: string, key: string): boolean {
  const [salt = '', expected = ''] = hash.split(':')
  return timingSafeEqual(digest(Buffer.from(salt, 'hex'), key), Buffer.from(expected, 'hex'))
}

function digest(salt: Buffer, key: string): Buffer {
  return createHmac('sha256', salt).update(key).digest()
}
