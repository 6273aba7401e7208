import { useSignal } from '@preact/signals'
import type { JSX, Key } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { blockAt, blockSize, windowAt } from './windowed.ts'

interface LongListProps<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** The key of the item that the person wants to see, or blank. */
  readonly keyToShow: string
  readonly children: (item: T) => JSX.Element
}

/** Shows a list of any length in an element that scrolls, `.popup-scroll`: only what is near is in the document. */
export function LongList<T>({ items, keyOf, keyToShow, children }: LongListProps<T>): JSX.Element {
  const list = useRef<HTMLUListElement>(null)
  const heights = useRef(new Map<number, number>())
  const wanted = items.findIndex(item => keyOf(item) === keyToShow)
  const block = useSignal(Math.max(0, Math.floor(wanted / blockSize)))
  const { from, to, before, after } = windowAt(block.value, items.length, heights.current)

  useLayoutEffect(() => {
    const drawn = [...(list.current?.children ?? [])]
    for (let place = 0; place + blockSize < drawn.length; place += blockSize) {
      const [top, end] = [drawn[place], drawn[place + blockSize]].map(
        item => item?.getBoundingClientRect().top,
      )
      const height = (end ?? 0) - (top ?? 0)
      // Without a layout nothing has a height.
      if (height > 0) heights.current.set(from / blockSize + place / blockSize, height)
    }
  })

  useEffect(() => {
    const scroller = list.current?.closest('.popup-scroll')
    const follow = (): void => {
      if (scroller === null || scroller === undefined || list.current === null) return
      const top = scroller.getBoundingClientRect().top - list.current.getBoundingClientRect().top
      block.value = blockAt(top, items.length, heights.current)
    }
    scroller?.addEventListener('scroll', follow, { passive: true })
    return () => scroller?.removeEventListener('scroll', follow)
  }, [items.length, block])

  return (
    <ul class="stack" ref={list} style={{ paddingBlock: `${before}px ${after}px` }}>
      {items.slice(from, to).map((item, place) => {
        const key: Key = keyOf(item)
        const isWanted = key === keyToShow
        return (
          <li
            key={key}
            aria-setsize={items.length}
            aria-posinset={from + place + 1}
            {...(isWanted ? { ref: bringIntoView, tabIndex: -1 } : {})}
          >
            {children(item)}
          </li>
        )
      })}
    </ul>
  )
}

/** Scrolls an item into view when it is first drawn, and only then: the person may scroll on. */
function bringIntoView(item: HTMLLIElement | null): void {
  item?.scrollIntoView({ block: 'center' })
  item?.focus({ preventScroll: true })
}
