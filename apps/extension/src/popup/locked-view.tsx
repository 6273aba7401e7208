import type { JSX } from 'preact'
import type { KeyLockModel } from '../unlock/key-lock-model.ts'
import { UnlockForm } from '../unlock/unlock-form.tsx'

interface LockedViewProps {
  readonly model: KeyLockModel
  readonly onUnlocked: () => void
}

/** In place of the form: what is filled in, stays. */
export function LockedView({ model, onUnlocked }: LockedViewProps): JSX.Element {
  return (
    <main class="centered">
      <h1>Your keys are locked</h1>
      <p>Nothing is ordered and no upstream is asked until you unlock them. Your orders can be read.</p>
      <UnlockForm model={model} onUnlocked={onUnlocked} />
    </main>
  )
}
