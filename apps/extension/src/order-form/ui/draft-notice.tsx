import { messages as texts } from './texts/en.generated.ts'
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
        <Notice tone="warn" title={texts.draft.notKept()} isLive>
          <p>{notice.isFull ? texts.draft.full() : texts.draft.failed()}</p>
        </Notice>
      )
    case 'restored':
      return (
        <Note text={texts.draft.restored({ ago: agoWords(Date.parse(notice.at), Date.now()) })}>
          <Button variant="quiet" onClick={() => leave(drafts.discard)}>
            {texts.draft.discard()}
          </Button>
        </Note>
      )
    case 'discarded':
      return (
        <Note text={texts.draft.discarded()}>
          <Button variant="quiet" onClick={() => leave(drafts.undo)}>
            {texts.draft.undo()}
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
