import './draft-notice.css'
import type { ComponentChildren, JSX } from 'preact'
import { agoWords } from '../../format/time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { DraftModel } from '../draft-model.ts'

/** Says that the form was filled from what was entered before, and takes it back on request; or that nothing is kept. */
export function DraftNotice({ drafts }: { readonly drafts: DraftModel }): JSX.Element | null {
  const notice = drafts.notice.value
  switch (notice?.kind) {
    case undefined:
      return null
    case 'not_kept':
      return (
        <Notice tone="warn" title="What you enter isn’t saved" isLive>
          <p>
            {notice.isFull
              ? 'The browser has no room left to store it.'
              : 'The browser can’t store it right now.'}{' '}
            It’s lost if you close this window before you order.
          </p>
        </Notice>
      )
    case 'restored':
      return (
        <Note text={`Restored what you entered ${agoWords(Date.parse(notice.at), Date.now())}.`}>
          <Button variant="quiet" onClick={() => leave(drafts.discard)}>
            Discard
          </Button>
        </Note>
      )
    case 'discarded':
      return (
        <Note text="Discarded what you had entered.">
          <Button variant="quiet" onClick={() => leave(drafts.undo)}>
            Undo
          </Button>
        </Note>
      )
  }
}

interface NoteProps {
  readonly text: string
  /** What takes it back. */
  readonly children: ComponentChildren
}

function Note({ text, children }: NoteProps): JSX.Element {
  return (
    <p class="draft-note" role="status">
      {text}
      {children}
    </p>
  )
}

/** Moves the focus to the beginning of the form, since the button goes with what it did. */
function leave(act: () => void): void {
  act()
  document.querySelector<HTMLElement>('#service')?.focus()
}
