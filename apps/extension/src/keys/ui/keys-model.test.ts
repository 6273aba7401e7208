import { signal } from '@preact/signals'
import { expect, onTestFinished, test } from 'vitest'
import type { Account } from '../../accounts/account.ts'
import { handleRequest } from '../../messages.ts'
import { passphraseIssue } from '../passphrase-issue.ts'
import { readKey, storeKey } from '../vault/account-keys.ts'
import { messages as vaultTexts } from '../vault/texts/en.generated.ts'
import { type KeysModel, openKeysModel } from './keys-model.ts'
import { enoughScore } from './passphrase-strength.ts'
import { messages as texts } from './texts/en.generated.ts'

const passphrase = 'four words of mine'

const account: Account = {
  id: 'a',
  kind: 'panel',
  name: 'Main Street Media',
  baseUrl: 'https://a.example/api',
  keyTail: '',
}

async function openKeys(): Promise<KeysModel> {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  return await openKeysModel(signal([account]), end.signal)
}

async function sealed(): Promise<KeysModel> {
  await storeKey('a', { origin: 'https://a.example', key: 'a-key' })
  const model = await openKeys()
  model.choose('passphrase')
  model.type({ passphrase, again: passphrase })
  await model.apply()
  await expect.poll(() => model.lock.status.value?.mode).toBe('passphrase')
  return model
}

test('a passphrase is asked for twice, and its issues go as they are mended', async () => {
  const model = await openKeys()
  expect([model.mode.value, model.isChanged.value]).toStrictEqual(['keep', false])
  model.choose('passphrase')
  await model.apply()
  expect(model.issues.value).toStrictEqual({ passphrase: texts.passphrase.missing() })
  model.type({ passphrase: 'too short' })
  expect(model.issues.value).toStrictEqual({ passphrase: passphraseIssue('too short') })
  model.type({ passphrase })
  expect(model.issues.value).toStrictEqual({ again: texts.passphrase.differs() })
  model.type({ again: passphrase })
  expect(model.issues.value).toStrictEqual({})
  model.choose('keep')
  expect([model.passphrase.value, model.again.value, model.isChanged.value]).toStrictEqual(['', '', false])
})

test('one that is easy to guess, such as by the account’s name, is not taken, and its strength is said', async () => {
  const model = await openKeys()
  model.choose('passphrase')
  expect(model.strength.value).toBeUndefined()
  for (const weak of ['password1234', 'Main Street Media']) {
    model.type({ passphrase: weak, again: weak })
    await model.apply()
    expect(model.strength.value?.score).toBeLessThan(enoughScore)
    expect(model.issues.value).toStrictEqual({ passphrase: model.strength.value?.advice })
    expect(model.lock.status.value?.mode).toBe('keep')
  }
  model.type({ passphrase, again: passphrase })
  expect([model.strength.value?.score, model.issues.value]).toStrictEqual([enoughScore, {}])
})

test('what is left of plain keys on the disk is told of, once', async () => {
  const model = await sealed()
  expect(model.done.value).toStrictEqual({ mode: 'passphrase', hasTraces: true })
  expect([model.passphrase.value, model.again.value]).toStrictEqual(['', ''])
  model.choose('session')
  await model.apply()
  expect(model.done.value).toStrictEqual({ mode: 'session', hasTraces: false })
  expect(await readKey({ id: 'a', baseUrl: 'https://a.example/api' })).toBe('a-key')
})

test('keys that lock themselves while they are being changed stay as they are', async () => {
  const model = await sealed()
  await handleRequest({ type: 'lock-keys' })
  model.choose('keep')
  await model.apply()
  expect([model.problem.value, model.done.value]).toStrictEqual([vaultTexts.locked(), undefined])
})

test('the passphrase leaves the field when it was tried', async () => {
  const model = await sealed()
  await model.lock.lock()
  expect(model.lock.status.value?.isLocked).toBe(true)
  model.lock.type('not the passphrase')
  expect(await model.lock.unlock()).toBe(false)
  expect([model.lock.passphrase.value, model.lock.problem.value]).toStrictEqual([
    '',
    vaultTexts.wrongPassphrase(),
  ])
  model.lock.type(passphrase)
  expect(await model.lock.unlock()).toBe(true)
  expect(model.lock.status.value?.isLocked).toBe(false)
})

test('another window’s change shows, and forgotten keys are given up', async () => {
  const model = await sealed()
  const other = await openKeys()
  await model.setAutoLock(60)
  await expect.poll(() => other.lock.status.value?.autoLockMinutes).toBe(60)
  await other.discard()
  await expect.poll(() => model.mode.value).toBe('keep')
  expect(model.lock.status.value?.accountIds).toStrictEqual([])
})
