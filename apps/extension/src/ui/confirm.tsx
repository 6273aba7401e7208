import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

interface ConfirmProps {
  /** What the button says that asks. */
  readonly action: string
  /** The question. */
  readonly title: string
  /** What will be lost. */
  readonly text: string
  /** What the button says that does it. */
  readonly confirm: string
  readonly onConfirm: () => void
  readonly isBusy?: boolean
}

/** Something that cannot be undone: asked once more, in its own place. */
export function Confirm(props: ConfirmProps): JSX.Element {
  const { action, title, text, confirm, onConfirm, isBusy = false } = props
  const isAsked = useSignal(false)
  const ask = (value: boolean) => (): void => {
    isAsked.value = value
  }
  if (!isAsked.value) {
    return (
      <div class="page-actions">
        <Button variant="danger" onClick={ask(true)}>
          {action}
        </Button>
      </div>
    )
  }
  return (
    <Notice
      tone="warn"
      title={title}
      isLive
      actions={
        <>
          <Button variant="danger" isBusy={isBusy} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button variant="quiet" onClick={ask(false)}>
            Cancel
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Notice>
  )
}
