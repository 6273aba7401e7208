import type { LimitIssue } from '@orderwright/outbox'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { describeLimit } from '../describe-limit.ts'
import { messages as texts } from './texts/en.generated.ts'

interface OverLimitsProps {
  readonly issues: readonly LimitIssue[]
  readonly account: Account
  readonly currency: string
}

/** Shows why an order cannot be sent as it is, and the way to the limits. */
export function OverLimits({ issues, account, currency }: OverLimitsProps): JSX.Element {
  return (
    <Notice tone="bad" title={texts.over()} isLive actions={<ToLimits />}>
      {issues.map(issue => (
        <p key={issue.code}>{describeLimit(issue, account.name, currency)}</p>
      ))}
    </Notice>
  )
}

/** Opens the settings at the limits. */
export function ToLimits(): JSX.Element {
  return (
    <Button
      variant="quiet"
      onClick={() =>
        void chrome.tabs.create({ url: chrome.runtime.getURL('src/screens/options.html#limits') })
      }
    >
      {texts.change()}
    </Button>
  )
}
