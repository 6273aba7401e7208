import { expect, test } from 'vitest'
import { openScene } from '../../../test/scene.tsx'
import { notificationSwitchesItem } from '../switches.ts'

test('a switch that is turned off is off from then on, and leaves the others', async () => {
  await using scene = await openScene()
  const before = await notificationSwitchesItem.get()
  const settings = await scene.openSettings()
  await settings.pressAt('#notification-completed')
  await expect.poll(() => notificationSwitchesItem.get()).toStrictEqual({ ...before, completed: false })
})
