import type { JSX } from 'preact'
import type { SetAside } from '../../platform/set-aside.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import type { DataModel } from '../backup-model.ts'

/** Shows what this version could not read, for the person to keep or remove. */
export function SetAsideList({ model }: { readonly model: DataModel }): JSX.Element | null {
  const list = model.setAside.value
  if (list.length === 0) return null
  return (
    <div class="set-aside">
      <h3>Set aside</h3>
      <p>Orderwright could not read these, and goes on without them. Nothing else is touched.</p>
      <ul>
        {list.map(aside => (
          <li key={aside.name}>
            <p>
              <strong>{nameOf(aside)}</strong>, {reasons[aside.reason]}
              {aside.at !== '' && `, ${new Date(aside.at).toLocaleString('en-GB', format)}`}.
              {aside.isSecret && ' It may hold keys, so it can only be removed.'}
            </p>
            <Confirm
              action="Remove from here"
              title={`Remove ${nameOf(aside)} for good?`}
              text={
                aside.isSecret
                  ? 'Nothing brings it back.'
                  : 'Nothing brings it back. Download it first if a later version or a person may still read it.'
              }
              confirm="Remove for good"
              onConfirm={() => void model.removeSetAside(aside)}
              beside={
                aside.isSecret ? undefined : (
                  <Button onClick={() => void model.downloadSetAside(aside)}>Download</Button>
                )
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

const format = { dateStyle: 'medium', timeStyle: 'short' } as const

const reasons = {
  newer: 'written by a newer version',
  unreadable: 'damaged',
} as const satisfies Record<SetAside['reason'], string>

function nameOf({ key }: SetAside): string {
  if (key.startsWith('draft:')) return 'A draft'
  if (key.startsWith('order:')) return 'An order'
  return names.get(key) ?? `“${key}”`
}

const names: ReadonlyMap<string, string> = new Map([
  ['accounts', 'The accounts'],
  ['activeAccount', 'The account last used'],
  ['autoLock', 'The time to lock'],
  ['balances', 'The last balances'],
  ['consent', 'Your consent'],
  ['keys', 'The keys'],
  ['limits', 'The limits'],
])
