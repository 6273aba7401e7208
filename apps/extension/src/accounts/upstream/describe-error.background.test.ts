import { describe, expect, test } from 'vitest'
import { type SetUp, setUp } from '../../../test/set-up.ts'
import { handleRequest } from '../../messages.ts'

async function sentenceOf({ account }: SetUp): Promise<string> {
  const answer = await handleRequest({ type: 'read-balance', accountId: account.id })
  return answer.ok ? 'no error' : answer.sentence
}

describe('what a person reads when the upstream fails', () => {
  test.each([
    ['reset', 'could not be reached'],
    ['html', 'not as this kind of API does'],
    ['empty', 'not as this kind of API does'],
    ['html-403', 'does not let you in (HTTP 403)'],
    ['error-500', 'trouble of its own (HTTP 500)'],
    ['redirect', 'sends requests on to another address'],
  ] as const)('%s: “… %s …”', async (fault, words) => {
    await using it = await setUp()
    it.server.control.faults.add({ fault, action: 'funds', times: 9 })
    expect(await sentenceOf(it)).toContain(words)
  })

  test('an address without an API', async () => {
    await using it = await setUp()
    await handleRequest({
      ...it.account,
      type: 'save-account',
      baseUrl: `${it.server.url}/elsewhere`,
      key: null,
    })
    expect(await sentenceOf(it)).toContain('no API at this address')
  })
})
