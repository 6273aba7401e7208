import './failed-screen.css'
import type { JSX } from 'preact'
import { Button } from './button.tsx'
import { messages as texts } from './texts/en.generated.ts'

/** Stands in place of a screen that could not be opened. */
export function FailedScreen({ sentence }: { readonly sentence: string }): JSX.Element {
  return (
    <main class="failed">
      <img src="/icons/48.png" alt="" width="48" height="48" />
      <h1>{texts.failed.title()}</h1>
      <p role="alert">{sentence}</p>
      <Button variant="primary" onClick={() => location.reload()}>
        {texts.failed.retry()}
      </Button>
    </main>
  )
}
