import './badge.css'
import type { JSX } from 'preact'

export type BadgeTone = 'plain' | 'calm' | 'good' | 'warn' | 'bad'

export function Badge({ tone, text }: { readonly tone: BadgeTone; readonly text: string }): JSX.Element {
  return (
    <span class="badge" data-tone={tone} dir="auto">
      {text}
    </span>
  )
}
