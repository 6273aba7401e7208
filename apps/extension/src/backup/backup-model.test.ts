import { expect, test } from 'vitest'
import { placedEntry } from '../../test/order-entry.ts'
import { storeEntries } from '../../test/store-entry.ts'
import { activeAccountItem } from '../accounts/account-store.ts'
import { backupLimit } from './backup-file.ts'
import { type DataModel, openDataModel } from './backup-model.ts'
import { messages as texts } from './texts/en.generated.ts'

interface Opened {
  readonly model: DataModel
  readonly files: Map<string, string>
}

async function openData(): Promise<Opened> {
  const files = new Map<string, string>()
  return { files, model: await openDataModel((name, text) => void files.set(name, text)) }
}

const fileOf = (text: string, name = 'file.json') => new File([text], name)

test('a file is named by its day, looked at, and then imported', async () => {
  await storeEntries(placedEntry())
  const { model, files } = await openData()
  await model.export(new Date('2026-11-22T12:00:00Z'))
  const [[name, text] = ['', '']] = files
  expect(name).toBe('orderwright-2026-11-22.json')
  expect(await model.forget()).toBe(true)
  await model.choose(fileOf(text, name))
  expect(model.file.value).toMatchObject({ name, preview: { orders: { added: [{ count: 1 }] } } })
  await model.import()
  expect([model.file.value, model.imported.value]).toMatchObject([
    undefined,
    { orders: { added: [{ count: 1 }] } },
  ])
  await model.import()
  expect(model.imported.value).toMatchObject({ orders: { added: [{ count: 1 }] } })
})

test('a file that cannot be imported is not offered, and the last one is no longer', async () => {
  const { model, files } = await openData()
  await model.export(new Date())
  await model.choose(fileOf([...files.values()][0] ?? ''))
  expect(model.file.value).toBeDefined()
  await model.choose(fileOf('not JSON'))
  expect([model.file.value, model.problem.value]).toStrictEqual([undefined, texts.foreign()])
  await model.choose(fileOf('x'.repeat(backupLimit + 1)))
  expect(model.problem.value).toContain('larger')
})

test('what was set aside can be downloaded and removed', async () => {
  await chrome.storage.local.set({ activeAccount: { version: 9, value: { id: 'later' } } })
  await activeAccountItem.get()
  const { model, files } = await openData()
  const [aside] = model.setAside.value
  if (aside === undefined) throw new Error('nothing was set aside')
  await model.downloadSetAside(aside)
  expect(JSON.parse(files.get('orderwright-set-aside-activeAccount.json') ?? '')).toStrictEqual({
    version: 9,
    value: { id: 'later' },
  })
  await model.removeSetAside(aside)
  expect(model.setAside.value).toStrictEqual([])
})
