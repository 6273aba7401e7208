import type { KeyMode } from '../key-status.ts'

/** What each way of keeping keys protects from, and what it does not. */
export const keyModes: readonly {
  readonly value: KeyMode
  readonly label: string
  readonly description: string
}[] = [
  {
    value: 'keep',
    label: 'Keep them',
    description:
      'They stay until you remove them, as plain text in the browser’s files. Whoever can read your files can read them.',
  },
  {
    value: 'session',
    label: 'For this session only',
    description:
      'They are in memory alone. When the browser is closed they are gone, and you enter them again.',
  },
  {
    value: 'passphrase',
    label: 'Behind a passphrase',
    description:
      'They are encrypted in the browser’s files and open with your passphrase. Nobody can recover it if you forget it. While they are locked, open orders are not followed.',
  },
]
