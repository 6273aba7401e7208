import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { answered } from '../../../test/set-up.ts'
import { accountsItem } from '../../accounts/account-store.ts'
import { handleRequest, type RequestType, type ScreenRequest } from '../../messages.ts'
import type { KeyStatus } from '../key-status.ts'
import { readKey as readKeyOf } from './account-keys.ts'
import { messages as texts } from './texts/en.generated.ts'
import { lockWhenDue, putOffLock } from './unlock.ts'
import { vaultItem } from './vault.ts'

const key = 'a-distinctive-key-7d21'
const passphrase = 'four words of mine'

async function asked<T extends RequestType>(request: Extract<ScreenRequest, { type: T }>): Promise<unknown> {
  return answered(await handleRequest(request))
}

/** The address of every account here. */
const baseUrl = 'https://example.com/api'

async function addAccount(): Promise<string> {
  const answer = await handleRequest({
    type: 'save-account',
    id: null,
    kind: 'qqtube',
    name: 'Sample',
    baseUrl,
    key,
  })
  return answered(answer).id
}

const readKey = (id: string): Promise<string | undefined> => readKeyOf({ id, baseUrl })

const sealKeys = (text = passphrase): Promise<unknown> =>
  asked({ type: 'change-key-mode', change: { mode: 'passphrase', passphrase: text } })

const status = async (): Promise<KeyStatus> => answered(await handleRequest({ type: 'read-key-status' }))

/** All that is on the disk, and all that is in memory, as texts. */
const disk = async (): Promise<string> => JSON.stringify(await chrome.storage.local.get(null))
const memory = async (): Promise<string> => JSON.stringify(await chrome.storage.session.get(null))

const alarm = async (): Promise<number | undefined> => (await chrome.alarms.get('lock-keys'))?.scheduledTime

describe('keys for this session only', () => {
  test('are in memory, nowhere on the disk, and gone with the browser', async () => {
    const id = await addAccount()
    await asked({ type: 'change-key-mode', change: { mode: 'session' } })
    expect(await readKey(id)).toBe(key)
    expect(await disk()).not.toContain(key)
    const other = await addAccount()
    expect([await readKey(other), (await disk()).includes(key)]).toStrictEqual([key, false])
    await chrome.storage.session.clear()
    expect([await readKey(id), await status()]).toStrictEqual([
      undefined,
      { mode: 'session', isLocked: false, autoLockMinutes: 15, accountIds: [] },
    ])
  })
})

describe('keys behind a passphrase', () => {
  test('are nowhere in the clear, and read while unlocked', async () => {
    const id = await addAccount()
    await sealKeys()
    expect(await readKey(id)).toBe(key)
    const other = await addAccount()
    expect(await readKey(other)).toBe(key)
    const everything = (await disk()) + (await memory())
    expect([everything.includes(key), everything.includes(passphrase)]).toStrictEqual([false, false])
  })

  test('are derived by at least 600,000 rounds from a salt of 128 bits that is new each time', async () => {
    const salts = []
    const deriveBits = vi.mocked(crypto.subtle.deriveBits)
    for (let round = 0; round < 2; round += 1) {
      await sealKeys()
      const vault = await vaultItem.get()
      if (vault.mode !== 'passphrase') throw new Error('the keys are not sealed')
      expect(vault.derivation.iterations).toBeGreaterThanOrEqual(600_000)
      const { salt, iterations } = vault.derivation
      expect(deriveBits).toHaveBeenLastCalledWith(
        { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(Buffer.from(salt, 'base64')), iterations },
        expect.anything(),
        256,
      )
      expect(atob(vault.derivation.salt)).toHaveLength(16)
      salts.push(vault.derivation.salt)
    }
    expect(new Set(salts).size).toBe(2)
  })

  test('locked, they can be told of and removed, and neither read, added nor stored in another way', async () => {
    const id = await addAccount()
    await sealKeys()
    await asked({ type: 'lock-keys' })
    expect(await memory()).toBe('{}')
    expect(await status()).toMatchObject({ isLocked: true, accountIds: [id] })
    await expect(readKey(id)).rejects.toThrow('locked')
    for (const mode of ['keep', 'session'] as const) {
      expect(await handleRequest({ type: 'change-key-mode', change: { mode } })).toMatchObject({
        ok: false,
        sentence: expect.stringContaining('locked'),
      })
    }
    await expect(addAccount()).rejects.toThrow('locked')
    const [account] = await accountsItem.get()
    if (account === undefined) throw new Error('no account')
    await asked({ ...account, type: 'save-account', name: 'Renamed', key: null })
    expect(await accountsItem.get()).toStrictEqual([{ ...account, name: 'Renamed' }])
    await asked({ type: 'remove-account', accountId: id })
    expect(await status()).toMatchObject({ isLocked: true, accountIds: [] })
  })

  test('open again with the passphrase alone, however its letters were typed', async () => {
    const id = await addAccount()
    await sealKeys('crème brûlée for two')
    await asked({ type: 'lock-keys' })
    expect(await handleRequest({ type: 'unlock-keys', passphrase: 'another passphrase' })).toStrictEqual({
      ok: false,
      sentence: texts.wrongPassphrase(),
    })
    expect((await status()).isLocked).toBe(true)
    await asked({ type: 'unlock-keys', passphrase: 'crème brûlée for two'.normalize('NFD') })
    expect(await readKey(id)).toBe(key)
  })

  test('under a new passphrase, the old one opens nothing', async () => {
    const id = await addAccount()
    await sealKeys()
    await sealKeys('another four words')
    expect(await readKey(id)).toBe(key)
    await asked({ type: 'lock-keys' })
    expect((await handleRequest({ type: 'unlock-keys', passphrase })).ok).toBe(false)
    await asked({ type: 'unlock-keys', passphrase: 'another four words' })
    expect(await readKey(id)).toBe(key)
  })

  test.each([
    ['of eleven characters', 'x7Kp2mQz9vL', '12 characters'],
    ['of one letter', 'aaaaaaaaaaaa', 'different letters'],
  ])('are not sealed with a passphrase %s, whoever asks', async (_, weak, part) => {
    const id = await addAccount()
    expect(
      await handleRequest({ type: 'change-key-mode', change: { mode: 'passphrase', passphrase: weak } }),
    ).toStrictEqual({ ok: false, sentence: expect.stringContaining(part) })
    expect([(await status()).mode, await readKey(id)]).toStrictEqual(['keep', key])
  })

  test('one that is put in another account’s place is no key of that account', async () => {
    const id = await addAccount()
    await sealKeys()
    const vault = await vaultItem.get()
    if (vault.mode !== 'passphrase') throw new Error('the keys are not sealed')
    const [sealed] = Object.values(vault.keys)
    if (sealed === undefined) throw new Error('no key is sealed')
    await vaultItem.set({ ...vault, keys: { ...vault.keys, other: sealed } })
    expect([await readKey(id), await readKey('other')]).toStrictEqual([key, undefined])
  })

  test('one that is sealed for one origin is none for another, whatever the store says', async () => {
    const id = await addAccount()
    await sealKeys()
    const vault = await vaultItem.get()
    const sealed = vault.mode === 'passphrase' ? vault.keys[id] : undefined
    if (vault.mode !== 'passphrase' || sealed === undefined) throw new Error('the key is not sealed')
    const moved = { ...sealed, origin: 'https://elsewhere.example' }
    await vaultItem.set({ ...vault, keys: { [id]: moved } })
    expect([
      await readKey(id),
      await readKeyOf({ id, baseUrl: 'https://elsewhere.example/api' }),
    ]).toStrictEqual([undefined, undefined])
  })

  test('a passphrase that was forgotten is given up with the keys', async () => {
    const id = await addAccount()
    await sealKeys()
    await asked({ type: 'lock-keys' })
    await asked({ type: 'discard-keys' })
    expect([await readKey(id), (await status()).mode]).toStrictEqual([undefined, 'keep'])
  })
})

describe('a key is for the origin that it was entered for', () => {
  test.each([
    ['the same address', 'https://example.com/api', key],
    ['another path there', 'https://example.com/v2', key],
    ['another host', 'https://example.org/api', undefined],
    ['a host below it', 'https://api.example.com/api', undefined],
    ['another port', 'https://example.com:8443/api', undefined],
    ['plain http', 'http://example.com/api', undefined],
  ])('in every mode: %s', async (_, otherUrl, expected) => {
    const id = await addAccount()
    for (const change of [
      { mode: 'keep' },
      { mode: 'session' },
      { mode: 'passphrase', passphrase },
    ] as const) {
      await asked({ type: 'change-key-mode', change })
      expect(await readKeyOf({ id, baseUrl: otherUrl })).toBe(expected)
    }
  })

  test.each(['constructor', '__proto__', 'toString'])('an account called %s has none by birth', async id => {
    for (const change of [
      { mode: 'keep' },
      { mode: 'session' },
      { mode: 'passphrase', passphrase },
    ] as const) {
      await asked({ type: 'change-key-mode', change })
      expect(await readKey(id)).toBeUndefined()
    }
  })

  test('an account whose key is for another origin counts as one without', async () => {
    const id = await addAccount()
    expect((await status()).accountIds).toStrictEqual([id])
    await accountsItem.update(accounts =>
      accounts.map(one => ({ ...one, baseUrl: 'https://example.org/api' })),
    )
    expect((await status()).accountIds).toStrictEqual([])
  })
})

describe('unlocked keys lock themselves', () => {
  async function unlocked(minutes?: number): Promise<string> {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 })
    onTestFinished(() => void vi.useRealTimers())
    const id = await addAccount()
    if (minutes !== undefined) await asked({ type: 'set-auto-lock', minutes })
    await sealKeys()
    return id
  }
  const minutesPass = (minutes: number): void => void vi.setSystemTime(Date.now() + minutes * 60_000)

  test('fifteen minutes after their last use, to the millisecond, and the alarm is set for it', async () => {
    const id = await unlocked()
    expect(await alarm()).toBe(15 * 60_000)
    vi.setSystemTime(15 * 60_000 - 1)
    expect(await readKey(id)).toBe(key)
    vi.setSystemTime(15 * 60_000)
    await expect(readKey(id)).rejects.toThrow('locked')
    await lockWhenDue()
    expect(await memory()).toBe('{}')
  })

  test('later where they are used, and an alarm that rings too early is set anew', async () => {
    const id = await unlocked(5)
    minutesPass(4)
    await putOffLock()
    expect(await alarm()).toBe(9 * 60_000)
    minutesPass(4)
    await lockWhenDue()
    expect([await readKey(id), await alarm()]).toStrictEqual([key, 9 * 60_000])
    minutesPass(1)
    await putOffLock()
    expect(await memory()).toBe('{}')
  })

  test('at once where the clock was set back further than any choice', async () => {
    const id = await unlocked()
    minutesPass(-60 * 24)
    await expect(readKey(id)).rejects.toThrow('locked')
    await lockWhenDue()
    expect(await memory()).toBe('{}')
  })

  test('not before the browser ends where that was chosen', async () => {
    const id = await unlocked(0)
    minutesPass(60 * 24)
    await lockWhenDue()
    expect([await readKey(id), await alarm()]).toStrictEqual([key, undefined])
    await chrome.storage.session.clear()
    await expect(readKey(id)).rejects.toThrow('locked')
  })

  test('after the new time where another is chosen, one of those that are offered', async () => {
    const id = await unlocked(60)
    minutesPass(10)
    await asked({ type: 'set-auto-lock', minutes: 5 })
    expect([await readKey(id), await alarm()]).toStrictEqual([key, 15 * 60_000])
    expect((await handleRequest({ type: 'set-auto-lock', minutes: 7 })).ok).toBe(false)
  })
})
