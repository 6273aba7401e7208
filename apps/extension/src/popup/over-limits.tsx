import type { JSX } from 'preact'
import type { Account } from '../account/account.ts'
import { describeLimit } from '../limits/describe-limit.ts'
import type { LimitIssue } from '../limits/judge-limits.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

interface OverLimitsProps {
  readonly issues: readonly LimitIssue[]
  readonly account: Account
  readonly currency: string
}

/** Why an order cannot be sent as it is, and the way to the limits. */
export function OverLimits({ issues, account, currency }: OverLimitsProps): JSX.Element {
  return (
    <Notice tone="bad" title="Over your limit" isLive actions={<ToLimits />}>
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
        void chrome.tabs.create({ url: chrome.runtime.getURL('src/options/options.html#limits') })
      }
    >
      Open the limits
    </Button>
  )
}
