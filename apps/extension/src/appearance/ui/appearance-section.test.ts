import { expect, onTestFinished, test, vi } from 'vitest'
import { openScene } from '../../../test/scene.tsx'
import { appearanceItem, applyAppearance } from '../appearance.ts'

test('theme and density hold for every page that is open, and for the next', async () => {
  await using scene = await openScene()
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const root = document.createElement('html')
  await applyAppearance(root, end.signal)
  expect({ ...root.dataset }).toStrictEqual({ theme: 'system', density: 'comfortable' })
  const settings = await scene.openSettings()
  await settings.select('Theme', 'Dark')
  await settings.select('Density', 'Compact')
  await vi.waitFor(() => expect({ ...root.dataset }).toStrictEqual({ theme: 'dark', density: 'compact' }))
  expect(await appearanceItem.get()).toStrictEqual({
    theme: 'dark',
    density: 'compact',
    hasThumbnails: false,
  })
  expect(await settings.audit()).toStrictEqual([])
})

test('a video has its picture only if that was switched on', async () => {
  await using scene = await openScene()
  const popup = await scene.openPopup()
  await popup.sees('A walk along the river')
  expect(popup.root.querySelector('.target img')).toBeNull()
  const settings = await scene.openSettings()
  await settings.pressAt('#thumbnails')
  const picture = await popup.shown('.target img')
  expect(picture.getAttribute('src')).toBe('https://i.ytimg.com/vi/jNQXAC9IVRw/mqdefault.jpg')
  expect(await popup.audit()).toStrictEqual([])
})

test('each link at the top of the settings leads to a part that is there', async () => {
  await using scene = await openScene({ accounts: [] })
  const settings = await scene.openSettings()
  const links = [...settings.root.querySelectorAll('nav a')].map(link => link.getAttribute('href') ?? '')
  expect(links).toContain('#accounts')
  expect(links.filter(link => settings.root.querySelector(link) === null)).toStrictEqual([])
})
