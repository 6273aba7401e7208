import { type ReadonlySignal, signal } from '@preact/signals'
import { accountsItem } from '../accounts/account-store.ts'
import { type Consent, consentItem, consentVersion, isConsentValid } from '../checkout/consent.ts'

export interface WelcomeModel {
  readonly isAccepted: ReadonlySignal<boolean>
  /** When it was accepted, ISO 8601, or blank. */
  readonly acceptedAt: ReadonlySignal<string>
  readonly hasAccount: boolean
  accept(now: Date): Promise<void>
  /** Takes the consent back: the popup orders no more. */
  withdraw(): Promise<void>
}

export async function openWelcomeModel(): Promise<WelcomeModel> {
  const [stored, accounts] = await Promise.all([consentItem.get(), accountsItem.get()])
  const isAccepted = signal(isConsentValid(stored))
  const acceptedAt = signal(stored?.at ?? '')
  const keep = async (consent: Consent | null): Promise<void> => {
    await consentItem.set(consent)
    isAccepted.value = isConsentValid(consent)
    acceptedAt.value = consent?.at ?? ''
  }
  return {
    isAccepted,
    acceptedAt,
    hasAccount: accounts.length > 0,
    accept: now => keep({ version: consentVersion, at: now.toISOString() }),
    withdraw: () => keep(null),
  }
}
