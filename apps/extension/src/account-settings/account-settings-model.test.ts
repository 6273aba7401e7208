import { mockQqtubeKey } from '@orderwright/mock-server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { entryIn, unknownState } from '../../test/order-entry.ts'
import { setUp } from '../../test/set-up.ts'
import { storeEntries } from '../../test/store-entry.ts'
import { accountsItem } from '../accounts/account-store.ts'
import { type OptionsModel, openOptionsModel } from './account-settings-model.ts'
import { messages as texts } from './texts/en.generated.ts'

async function openOptions(): Promise<OptionsModel> {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  return await openOptionsModel(end.signal)
}

const connection = ({ connections, accounts }: OptionsModel): unknown =>
  connections.value.get(accounts.value[0]?.id ?? '')

describe('the options page', () => {
  test('begins with an empty form, and says what is missing', async () => {
    const model = await openOptions()
    await model.save()
    expect(model.issues.value).toStrictEqual({
      name: expect.stringContaining('name'),
      key: expect.stringContaining('key'),
    })
    model.change({ baseUrl: 'http://example.com' })
    expect(Object.keys(model.issues.value)).toStrictEqual(['name', 'baseUrl', 'key'])
    expect(await accountsItem.get()).toStrictEqual([])
  })

  test('asks for permission in the very click, before anything is awaited', async () => {
    const model = await openOptions()
    const request = vi.spyOn(chrome.permissions, 'request')
    model.change({ name: 'Mine', key: 'k', baseUrl: 'https://example.com/api' })
    void model.save()
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://example.com/*'] })
  })

  test('saves, tests, and closes the form with the key in it', async () => {
    await using it = await setUp()
    await accountsItem.set([])
    const model = await openOptions()
    model.change({ name: 'Mine', key: mockQqtubeKey, baseUrl: it.account.baseUrl })
    await model.save()
    expect(model.form.value).toBeUndefined()
    expect(connection(model)).toMatchObject({ kind: 'good', balance: { amount: '1000' } })
    expect(JSON.stringify([...model.connections.value, model.accounts.value])).not.toContain(mockQqtubeKey)
  })

  test('without permission the account is kept, and the sentence says what to press', async () => {
    await using _ = await setUp()
    const model = await openOptions()
    chrome.permissions.request = async () => false
    const [account] = model.accounts.value
    if (account !== undefined) await model.test(account)
    expect(connection(model)).toStrictEqual({
      kind: 'bad',
      sentence: expect.stringContaining('Test connection'),
    })
  })

  test('editing keeps the stored key where none is typed', async () => {
    await using _ = await setUp()
    const model = await openOptions()
    const [account] = model.accounts.value
    if (account !== undefined) model.edit(account)
    expect(model.form.value?.key).toBe('')
    model.change({ name: 'Renamed' })
    await model.save()
    expect(model.accounts.value[0]?.name).toBe('Renamed')
    expect(connection(model)).toMatchObject({ kind: 'good' })
  })

  test('asks for the key again where the address gets another origin, and says why', async () => {
    await using it = await setUp()
    const model = await openOptions()
    model.edit(it.account)
    expect(model.whyKey.value).toBeUndefined()
    model.change({ baseUrl: `${it.server.url}/api/v2` })
    expect(model.whyKey.value).toBeUndefined()
    model.change({ baseUrl: 'https://example.org/api' })
    expect(model.whyKey.value).toContain(new URL(it.server.url).host)
    await model.save()
    expect(model.issues.value).toStrictEqual({ key: expect.stringContaining('key') })
    expect(await accountsItem.get()).toStrictEqual([it.account])
  })

  test('says why an account cannot be removed yet', async () => {
    await using it = await setUp()
    await storeEntries(entryIn(unknownState, { accountId: it.account.id }))
    const model = await openOptions()
    const [account] = model.accounts.value
    if (account !== undefined) await model.remove(account)
    expect(model.accounts.value).toStrictEqual([it.account])
    expect(connection(model)).toStrictEqual({ kind: 'kept', sentence: texts.unknownOrder.removal() })
  })

  test('removing an account closes its form', async () => {
    await using _ = await setUp()
    const model = await openOptions()
    const [account] = model.accounts.value
    if (account === undefined) throw new Error('there is no account')
    model.edit(account)
    await model.remove(account)
    expect([model.accounts.value, model.form.value]).toStrictEqual([[], undefined])
  })
})
