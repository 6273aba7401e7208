import type { UnknownCode } from '@orderwright/client'
import { expect, test } from 'vitest'
import { sampleListed, sampleRecord, sampleStates, sampleStatus } from '../../test/samples.ts'
import type { OrderState } from '../record/record-schema.ts'
import { messages } from './messages/en.generated.ts'
import { describeState } from './state-text.ts'

const { unknown } = sampleStates
const no = (cause: UnknownCode) => ({ code: 'no_answer', cause, httpStatus: undefined }) as const
const seen = (change: object): OrderState => ({
  ...sampleStates.open,
  status: { ...sampleStatus, ...change },
})
const { unknown: unresolved } = messages
const provider = messages.provider()

test.each<readonly [OrderState, readonly string[]]>([
  [sampleStates.draft, [messages.state.draft()]],
  [sampleStates.queued, [messages.state.queued()]],
  [sampleStates.submitting, [messages.state.submitting()]],
  [sampleStates.accepted, ['order 77']],
  [sampleStates.rejected, ['Your provider', 'Service does not exist.']],
  [{ name: 'rejected', messages: [], httpStatus: 403 }, ['403']],
  [sampleStates.not_sent, ['provider', 'safe to reorder']],
  [{ name: 'not_sent', reason: { code: 'interrupted' } }, [messages.state.interrupted()]],
  [sampleStates.not_placed, [messages.state.notPlaced({ provider })]],
  [{ name: 'not_placed', by: 'person' }, [messages.state.markedNotPlaced()]],
  [unknown, [unresolved.timeout({ provider: 'Your provider' }), unresolved.checking()]],
  [{ ...unknown, reason: { code: 'interrupted' } }, [unresolved.interrupted(), unresolved.checking()]],
  [{ ...unknown, reason: no('connection_lost') }, [unresolved.dropped({ provider })]],
  [{ ...unknown, reason: no('http_5xx') }, ['answer']],
  [{ ...unknown, lastLookedUpAt: 1 }, [unresolved.checkingAgain()]],
  [{ ...unknown, lastLookedUpAt: 1, readInPart: 5000 }, [unresolved.readInPart({ count: '5000', provider })]],
  [{ ...unknown, candidates: [sampleListed] }, [unresolved.oneCandidate({ provider })]],
  [
    { ...unknown, candidates: [sampleListed, sampleListed] },
    [unresolved.candidates({ count: '2', provider })],
  ],
  [sampleStates.open, ['Order 77', '45%']],
  [seen({ progress: undefined, remains: undefined }), ['Order 77']],
  [seen({ progress: undefined }), ['Order 77', '45%']],
  [seen({ state: 'pending' }), ['Order 77']],
  [sampleStates.closed, ['Order 77']],
  [seen({ state: 'partial', remains: 200, refund: '0.5', currency: 'USD' }), ['200 of 1000', '0.5 USD']],
  [seen({ state: 'partial', remains: 200, charge: '2' }), ['200 of 1000', '0.5']],
  [seen({ state: 'canceled', charge: '0' }), ['order 77', 'Your provider', '2.5']],
  [seen({ state: 'canceled' }), ['order 77', 'Your provider']],
  [seen({ state: 'refunded', refund: '2.5' }), ['order 77', 'Your provider', '2.5']],
  [seen({ state: 'stopped', remains: undefined, progress: undefined }), ['order 77', 'Your provider']],
  [seen({ state: 'error', rawStatus: 'Video is private' }), ['Order 77', provider, 'Video is private']],
  [seen({ state: 'unknown', rawStatus: 'Queued' }), ['Order 77', 'Queued']],
])('%j is described by what is known of it', (state, facts) => {
  const sentence = describeState(sampleRecord(state))
  for (const fact of facts) expect(sentence).toContain(fact)
  expect(sentence).toMatch(/^[A-Z].*[.?]$/)
})

test('the person is asked to look where the upstream lists nothing', () => {
  expect(describeState(sampleRecord(unknown, { canListOrders: false }))).toContain(
    unresolved.lookThere({ provider }),
  )
})

test('a screen names the upstream, and writes amounts and counts in its own way', () => {
  const words = {
    upstream: 'a panel',
    money: (amount: string) => `$${amount}`,
    count: (count: string) => `~${count}`,
  }
  const said = (state: OrderState) => describeState(sampleRecord(state), words)
  expect(said(sampleStates.rejected)).toMatch(/^a panel /)
  expect(said(seen({ state: 'canceled', charge: '0' }))).toMatch(/a panel.*\$2\.5/)
  expect(said(seen({ state: 'partial', remains: 200 }))).toContain('~200 of ~1000')
})
