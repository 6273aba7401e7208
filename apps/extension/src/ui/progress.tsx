import './progress.css'
import type { JSX } from 'preact'

interface ProgressProps {
  /** 0 to 1. */
  readonly share: number
  readonly label: string
  readonly tone: 'calm' | 'good' | 'bad'
}

export function Progress({ share, label, tone }: ProgressProps): JSX.Element {
  return <progress class="progress" max={1} value={share} aria-label={label} data-tone={tone} />
}
