import './badge.css'
import type { JSX } from 'preact'

interface BadgeProps {
  readonly tone: 'plain' | 'calm' | 'good' | 'warn' | 'bad'
  readonly text: string
}

export function Badge({ tone, text }: BadgeProps): JSX.Element {
  return (
    <span class="badge" data-tone={tone} dir="auto">
      {text}
    </span>
  )
}
