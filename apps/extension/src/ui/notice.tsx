import './notice.css'
import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type Tone = 'calm' | 'good' | 'warn' | 'bad'

const icons = {
  calm: 'info',
  good: 'check',
  warn: 'alert',
  bad: 'alert',
} as const satisfies Record<Tone, IconName>

interface NoticeProps {
  readonly tone: Tone
  readonly title: string
  readonly children?: ComponentChildren
  readonly actions?: ComponentChildren
  /** Read out when it appears. */
  readonly isLive?: boolean
}

/** Shows something that a person should know: what it is, and what to do. */
export function Notice({ tone, title, children, actions, isLive = false }: NoticeProps): JSX.Element {
  return (
    <div class="notice" data-tone={tone} role={isLive ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      <div>
        <p class="notice-title">{title}</p>
        {children}
        {actions !== undefined && <div class="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
