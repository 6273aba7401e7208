import { expect, test } from 'vitest'
import { openScene } from '../../../test/scene.tsx'

test('on a page that is no video it says so, and takes a pasted link', async () => {
  await using scene = await openScene()
  const popup = await scene.openPopup({ url: 'https://www.youtube.com/feed/subscriptions', title: 'YouTube' })
  await popup.sees('No video on this page')
  await popup.choose('13')
  await popup.fill('Quantity', '10')
  await popup.press('Review order')
  await popup.sees('Paste the link of a video')
  await popup.fill('Link of the video', 'https://www.youtube.com.evil.example/watch?v=jNQXAC9IVRw')
  await popup.sees('This is not the link of a video on YouTube')
  await popup.fill('Link of the video', 'https://youtu.be/jNQXAC9IVRw?si=tracking')
  await popup.sees('Ordered for https://www.youtube.com/watch?v=jNQXAC9IVRw')
  await popup.press('Review order')
  await popup.press('Order for $0.09')
  await popup.sees('is placed')
  expect(scene.server.control.orders.list()[0]?.target).toBe('https://www.youtube.com/watch?v=jNQXAC9IVRw')
})

test.each([
  ['https://www.youtube.com/shorts/jNQXAC9IVRw', 'Short'],
  ['https://music.youtube.com/watch?v=jNQXAC9IVRw', 'Music'],
  ['https://www.youtube.com/live/jNQXAC9IVRw', 'Live stream'],
  ['https://www.youtube.com/@jawed', 'Channel, by its handle'],
])('the card of %s says what the page is: %s', async (url, words) => {
  await using scene = await openScene()
  const popup = await scene.openPopup({ url, title: 'Me - YouTube' })
  expect((await popup.shown('.target-form')).textContent).toBe(words)
})
