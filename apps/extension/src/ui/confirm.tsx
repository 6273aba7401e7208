import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { messages as texts } from './texts/en.generated.ts'

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
  /** The other buttons of the row that the action stands in. */
  readonly beside?: ComponentChildren
}

/**
 * Asks again before something that cannot be undone, in a notice below the button. The press that asks must not answer
 * too, so Cancel stands first and has the focus, and both answers take a press of their own only.
 */
export function Confirm(props: ConfirmProps): JSX.Element {
  const { action, title, text, confirm, onConfirm, isBusy = false, beside } = props
  const phase = useSignal<'not asked' | 'asked' | 'answered'>('not asked')
  const go = (to: 'asked' | 'answered') => (): void => {
    phase.value = to
  }
  const isAsked = phase.value === 'asked'
  return (
    <>
      {(beside !== undefined || !isAsked) && (
        <div class="page-actions">
          {beside}
          {!isAsked && (
            <Button
              variant="danger"
              isBusy={isBusy}
              isDeliberate
              isFocused={phase.value === 'answered'}
              onClick={go('asked')}
            >
              {action}
            </Button>
          )}
        </div>
      )}
      {isAsked && (
        <Notice
          tone="warn"
          title={title}
          isLive
          actions={
            <>
              <Button isDeliberate isFocused onClick={go('answered')}>
                {texts.cancel()}
              </Button>
              <Button
                variant="danger"
                isDeliberate
                onClick={() => {
                  go('answered')()
                  onConfirm()
                }}
              >
                {confirm}
              </Button>
            </>
          }
        >
          <p>{text}</p>
        </Notice>
      )}
    </>
  )
}
