import { expect, test, vi } from 'vitest'
import { accountsItem } from './accounts/account-store.ts'
import { refreshIndicators } from './after-order-change.background.ts'

test('many changes at once are attended to in one turn; one that comes during a turn has its own', async () => {
  const read = vi.spyOn(accountsItem, 'get')
  await refreshIndicators()
  const readsOfTurn = read.mock.calls.length
  read.mockClear()
  await Promise.all(Array.from({ length: 50 }, () => refreshIndicators()))
  expect(read).toHaveBeenCalledTimes(readsOfTurn)

  read.mockClear()
  let during: Promise<void> | undefined
  read.mockImplementationOnce(async () => {
    during = refreshIndicators()
    return []
  })
  await refreshIndicators()
  await during
  expect(during).toBeDefined()
  expect(read).toHaveBeenCalledTimes(2 * readsOfTurn)
  read.mockRestore()
})

test('a turn that fails fails those who waited for it, and the next goes on', async () => {
  const failed = vi.spyOn(accountsItem, 'get').mockRejectedValueOnce(new Error('The disk is full.'))
  await expect(Promise.all([refreshIndicators(), refreshIndicators()])).rejects.toThrow('The disk is full.')
  failed.mockRestore()
  await refreshIndicators()
})
