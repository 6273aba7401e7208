import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { answered } from '../../../test/set-up.ts'
import { handleRequest } from '../../messages.ts'
import { storeKey } from './account-keys.ts'
import { plainKeys } from './open-vault.ts'
import { lockWhenDue, unlockKeys } from './unlock.ts'
import { vaultItem } from './vault.ts'

/** The passphrases are told apart by what opens the vault afterwards. */
const ways = [
  { mode: 'keep' },
  { mode: 'session' },
  { mode: 'passphrase', passphrase: 'the first passphrase' },
  { mode: 'passphrase', passphrase: 'the second passphrase' },
] as const

type Way = (typeof ways)[number]

/** What ends: the worker alone, or the browser with its memory. */
const deaths = ['worker', 'browser'] as const

class Died extends Error {}

/** From the nth write on nothing happens any more; whether that write itself still did is for the test to say. */
function dieAtWrite(nth: number, isWritten: boolean): { readonly heal: () => void } {
  let writes = 0
  const spies = [chrome.storage.local, chrome.storage.session].flatMap(area =>
    (['set', 'remove'] as const).map(name => {
      const write = area[name]
      return vi.spyOn(area, name).mockImplementation(async (input: unknown) => {
        writes += 1
        if (writes < nth || (writes === nth && isWritten)) await Reflect.apply(write, area, [input])
        if (writes >= nth) throw new Died()
      })
    }),
  )
  return { heal: () => spies.forEach(spy => void spy.mockRestore()) }
}

const change = async (way: Way): Promise<void> =>
  void answered(await handleRequest({ type: 'change-key-mode', change: way }))

async function isOpenedBy({ mode, ...way }: Way): Promise<boolean> {
  const vault = await vaultItem.get()
  if (vault.mode !== mode) return false
  if (!('passphrase' in way)) return true
  return (await unlockKeys(way.passphrase).catch(() => false)) !== false
}

const contains = async (area: chrome.storage.StorageArea, keys: readonly string[]): Promise<boolean> => {
  const text = JSON.stringify(await area.get(null))
  return keys.some(key => text.includes(key))
}

test('wherever a change of how keys are kept is cut off, no key is lost and none lies where it should not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ways),
      fc.constantFrom(...ways),
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      fc.constantFrom(...deaths),
      fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 4 }),
      async (from, to, nth, isWritten, death, ids) => {
        await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])
        const keys = Object.fromEntries(
          ids.map(id => [id, { origin: `https://${id}.example`, key: `key-of-${id}` }]),
        )
        const texts = Object.values(keys).map(({ key }) => key)
        await change(from)
        for (const [id, key] of Object.entries(keys)) await storeKey(id, key)

        const { heal } = dieAtWrite(nth, isWritten)
        await handleRequest({ type: 'change-key-mode', change: to })
        heal()
        if (death === 'browser') await chrome.storage.session.clear()
        await lockWhenDue()

        const vault = await vaultItem.get()
        const isOnDisk = await contains(chrome.storage.local, texts)
        const isInMemory = await contains(chrome.storage.session, texts)
        expect([isOnDisk, isInMemory]).toStrictEqual([
          vault.mode === 'keep',
          vault.mode === 'session' && death === 'worker',
        ])
        const opened = [await isOpenedBy(from), await isOpenedBy(to)]
        expect(opened).toContain(true)
        // That is what this mode is: its keys end with the browser.
        if (vault.mode === 'session' && death === 'browser') return
        expect(await plainKeys(vault)).toStrictEqual(keys)
      },
    ),
    { numRuns: 300 },
  )
})
