import './heading.css'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface HeadingProps {
  readonly text: string
  /** Takes the focus once more when it changes to something: away from a button that asks another question now. */
  readonly change?: object | undefined
}

/** Takes the focus, so that keyboard and screen reader start where the new view does. */
export function Heading({ text, change }: HeadingProps): JSX.Element {
  const element = useRef<HTMLHeadingElement>(null)
  const isShown = useRef(false)
  useLayoutEffect(() => {
    if (!isShown.current || change !== undefined) element.current?.focus()
    isShown.current = true
  }, [change])
  return (
    <h1 class="heading" ref={element} tabIndex={-1}>
      {text}
    </h1>
  )
}
