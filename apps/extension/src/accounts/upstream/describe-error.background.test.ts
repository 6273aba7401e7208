import { describe, expect, test } from 'vitest'
import { type SetUp, setUp } from '../../../test/set-up.ts'
import { handleRequest } from '../../messages.ts'
import { messages as texts } from './texts/en.generated.ts'

async function sentenceOf({ account }: SetUp): Promise<string> {
  const answer = await handleRequest({ type: 'read-balance', accountId: account.id })
  return answer.ok ? 'no error' : answer.sentence
}

const name = 'Sample'

describe('what a person reads when the upstream fails', () => {
  test.each([
    ['reset', host => texts.errors.network({ name, host })],
    ['html', host => texts.errors.unreadable({ kind: 'qqtube', host })],
    ['empty', host => texts.errors.unreadable({ kind: 'qqtube', host })],
    ['html-403', () => texts.status.forbidden({ name, status: '403' })],
    ['error-500', () => texts.status.server({ name, status: '500' })],
    ['redirect', host => texts.errors.redirected({ host })],
  ] as const satisfies readonly (readonly [string, (host: string) => string])[])(
    '%s',
    async (fault, sentence) => {
      await using it = await setUp()
      it.server.control.faults.add({ fault, action: 'funds', times: 9 })
      expect(await sentenceOf(it)).toBe(sentence(new URL(it.server.url).host))
    },
  )

  test('an address without an API', async () => {
    await using it = await setUp()
    await handleRequest({
      ...it.account,
      type: 'save-account',
      baseUrl: `${it.server.url}/elsewhere`,
      key: null,
    })
    expect(await sentenceOf(it)).toBe(
      texts.status.missing({ host: new URL(it.server.url).host, status: '404' }),
    )
  })
})
