import { isolate } from '@orderwright/core'
import type { JSX } from 'preact'
import { formatDay } from '../../format/time.ts'
import type { SetAside } from '../../platform/set-aside.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import type { DataModel } from '../backup-model.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Shows what this version could not read, for the person to keep or remove. */
export function SetAsideList({ model }: { readonly model: DataModel }): JSX.Element | null {
  const list = model.setAside.value
  if (list.length === 0) return null
  return (
    <div class="set-aside">
      <h3>{texts.setAside.title()}</h3>
      <p>{texts.setAside.about()}</p>
      <ul>
        {list.map(aside => (
          <li key={aside.name}>
            <p>
              <strong>{nameOf(aside)}</strong>,{' '}
              {texts.setAside.line({
                reason: aside.reason,
                at: aside.at === '' ? 'none' : formatDay(aside.at),
              })}
              {aside.isSecret && ` ${texts.setAside.secret()}`}
            </p>
            <Confirm
              action={texts.setAside.remove.action()}
              title={texts.setAside.remove.title({ name: nameOf(aside) })}
              text={aside.isSecret ? texts.setAside.remove.secret() : texts.setAside.remove.text()}
              confirm={texts.setAside.remove.confirm()}
              onConfirm={() => void model.removeSetAside(aside)}
              beside={
                aside.isSecret ? undefined : (
                  <Button onClick={() => void model.downloadSetAside(aside)}>
                    {texts.setAside.download()}
                  </Button>
                )
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

const { names } = texts.setAside

function nameOf({ key }: SetAside): string {
  if (key.startsWith('draft:')) return names.draft()
  if (key.startsWith('order:')) return names.order()
  return known.get(key)?.() ?? names.other({ key: isolate(key) })
}

const known: ReadonlyMap<string, () => string> = new Map([
  ['accounts', names.accounts],
  ['activeAccount', names.activeAccount],
  ['autoLock', names.autoLock],
  ['balances', names.balances],
  ['consent', names.consent],
  ['keys', names.keys],
  ['limits', names.limits],
])
