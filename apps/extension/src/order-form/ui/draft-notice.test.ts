import { describe, expect, test } from 'vitest'
import { openScene, type Scene } from '../../../test/scene.tsx'
import type { Screen } from '../../../test/screen.ts'

/** Seventy of a service that asks for minutes, without an order. */
async function fill(popup: Screen): Promise<void> {
  await popup.choose('10')
  await popup.fill('Quantity', '70')
  await popup.fill('Minutes', '90')
}

async function fillAndClose(scene: Scene): Promise<void> {
  const popup = await scene.openPopup()
  await fill(popup)
  popup.close()
}

describe('what was entered', () => {
  test('is there again when the popup was closed, can be discarded, and that can be undone', async () => {
    await using scene = await openScene()
    await fillAndClose(scene)
    const popup = await scene.openPopup()
    await popup.sees('Restored what you entered just now.')
    expect(popup.total()).toBe('2.52')
    expect(await popup.audit()).toStrictEqual([])
    await popup.press('Discard')
    await popup.sees('Discarded what you had entered.')
    await popup.sees('Choose a service to see its price.')
    expect(document.activeElement?.id).toBe('service')
    expect(await popup.audit()).toStrictEqual([])
    await popup.press('Undo')
    expect(popup.total()).toBe('2.52')
    await popup.press('Discard')
    popup.close()
    const later = await scene.openPopup()
    await later.sees('Choose a service to see its price.')
    expect(later.text()).not.toContain('Restored')
  })

  test('belongs to its video, and is gone once it is ordered', async () => {
    await using scene = await openScene()
    await fillAndClose(scene)
    const other = await scene.openPopup({ url: 'https://www.youtube.com/watch?v=aaaaaaaaaaa', title: '' })
    await other.sees('Choose a service to see its price.')
    other.close()
    const popup = await scene.openPopup()
    await popup.press('Review order')
    await popup.press('Order for ')
    await popup.sees('is placed')
    popup.close()
    const later = await scene.openPopup()
    await later.sees('Choose a service to see its price.')
    expect(later.text()).not.toContain('Restored')
  })

  test('says that its service is gone, and keeps the rest', async () => {
    await using scene = await openScene()
    const popup = await scene.openPopup()
    await fill(popup)
    popup.close()
    scene.server.control.catalogue.replace('qqtube', [
      {
        id_service: '13',
        public_name: 'Likes',
        type_name: 'Likes',
        amount_minimum: '10',
        amount_increment: '10',
        example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
        prices: [{ minimum: '10', maximum: '20000', pricing_per: '1000', price: '3' }],
        params: [],
      },
    ])
    const later = await scene.openPopup()
    await later.press('Refresh')
    await later.sees('Service 10 is no longer offered')
    expect(await later.audit()).toStrictEqual([])
    await later.choose('13')
    expect(later.text()).not.toContain('no longer offered')
    await expect.poll(() => later.total()).toBe('0.21')
  })
})
