import { type ReadonlySignal, signal } from '@preact/signals'
import { accountSettingsMessages } from '../account-settings/messages.ts'
import { accountsItem } from '../accounts/account-store.ts'
import { type Consent, consentItem, consentVersion, isConsentValid } from '../checkout/consent.ts'
import { request } from '../platform/request.ts'

export interface WelcomeModel {
  readonly isAccepted: ReadonlySignal<boolean>
  /** When it was accepted, ISO 8601, or blank. */
  readonly acceptedAt: ReadonlySignal<string>
  readonly hasAccount: ReadonlySignal<boolean>
  /** Whether the demo was chosen on this page. */
  readonly isDemoReady: ReadonlySignal<boolean>
  accept(now: Date): Promise<void>
  /** Adds the demo account, and lets the popup open with it. */
  tryDemo(): Promise<void>
  /** Takes the consent back: the popup orders no more. */
  withdraw(): Promise<void>
}

export async function openWelcomeModel(): Promise<WelcomeModel> {
  const [stored, accounts] = await Promise.all([consentItem.get(), accountsItem.get()])
  const isAccepted = signal(isConsentValid(stored))
  const acceptedAt = signal(stored?.at ?? '')
  const hasAccount = signal(accounts.length > 0)
  const isDemoReady = signal(false)
  const keep = async (consent: Consent | null): Promise<void> => {
    await consentItem.set(consent)
    isAccepted.value = isConsentValid(consent)
    acceptedAt.value = consent?.at ?? ''
  }
  return {
    isAccepted,
    acceptedAt,
    hasAccount,
    isDemoReady,
    accept: now => keep({ version: consentVersion, at: now.toISOString() }),
    tryDemo: async () => {
      const answer = await request(accountSettingsMessages['open-demo'], {})
      hasAccount.value ||= answer.ok
      isDemoReady.value = answer.ok
    },
    withdraw: () => keep(null),
  }
}
