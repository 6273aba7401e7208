import './draft-notice.css'
import type { JSX } from 'preact'
import { agoWords } from '../ui/ago-words.ts'
import { Button } from '../ui/button.tsx'
import type { DraftModel } from './draft-model.ts'

/** Says that the form was filled from what was entered before, and takes it back on request. */
export function DraftNotice({ drafts }: { readonly drafts: DraftModel }): JSX.Element | null {
  const notice = drafts.notice.value
  if (notice === undefined) return null
  return (
    <p class="draft-note" role="status">
      {notice.kind === 'restored' ? (
        <>
          Restored what you entered {agoWords(Date.parse(notice.at), Date.now())}.
          <Button variant="quiet" onClick={() => leave(drafts.discard)}>
            Discard
          </Button>
        </>
      ) : (
        <>
          Discarded what you had entered.
          <Button variant="quiet" onClick={() => leave(drafts.undo)}>
            Undo
          </Button>
        </>
      )}
    </p>
  )
}

/** The button goes with what it did; the focus goes to where the form begins. */
function leave(act: () => void): void {
  act()
  document.querySelector<HTMLElement>('#service')?.focus()
}
