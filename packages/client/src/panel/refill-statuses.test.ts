import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, type ScriptedServer, scriptedServer } from '../../test/scripted-server.ts'
import { createPanelClient, type PanelClient } from './create-panel-client.ts'

function clientOf(server: ScriptedServer): PanelClient {
  return createPanelClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
}

describe('the status of one refill', () => {
  test.each([
    ['Pending', 'pending', false],
    ['In progress', 'in_progress', false],
    ['Completed', 'completed', true],
    ['Rejected', 'rejected', true],
    ['Error', 'error', false],
    ['Under review', 'unknown', false],
  ] as const)('%s is %s, final: %s', async (word, state, isFinal) => {
    await using server = await scriptedServer(answer({ status: word }))
    expect(await clientOf(server).refillStatus('1')).toStrictEqual({
      kind: 'found',
      refillId: '1',
      state,
      rawStatus: word,
      isFinal,
    })
    expect(Object.fromEntries(new URLSearchParams(server.requests[0]?.body))).toStrictEqual({
      key: apiKey,
      action: 'refill_status',
      refill: '1',
    })
  })

  test.each([
    [{ error: 'Refill not found' }, 'refused'],
    [{}, 'unreadable'],
  ])('of %j fails as %s', async (body, kind) => {
    await using server = await scriptedServer(answer(body))
    await expect(clientOf(server).refillStatus('1')).rejects.toMatchObject({ kind })
  })
})

test('the statuses of many refills are those of the example, in the order asked', async () => {
  const rows = [
    { refill: 1, status: 'Completed' },
    { refill: 2, status: 'Rejected' },
    { refill: 3, status: { error: 'Refill not found' } },
  ]
  await using server = await scriptedServer(answer(rows))
  expect(await clientOf(server).refillStatuses(['3', '4', '1', '2'])).toStrictEqual([
    { kind: 'refused', refillId: '3', messages: [{ id: undefined, text: 'Refill not found' }] },
    { kind: 'missing', refillId: '4' },
    { kind: 'found', refillId: '1', state: 'completed', rawStatus: 'Completed', isFinal: true },
    { kind: 'found', refillId: '2', state: 'rejected', rawStatus: 'Rejected', isFinal: true },
  ])
  expect(new URLSearchParams(server.requests[0]?.body).get('refills')).toBe('3,4,1,2')
})

const completed = { kind: 'found', state: 'completed', rawStatus: 'Completed', isFinal: true }

test.each([
  [
    ['Completed', 'Rejected'],
    [completed, { kind: 'found', state: 'rejected', isFinal: true }],
  ],
  [
    [{ status: 'Completed' }, { status: { error: 'Refill not found' } }],
    [completed, { kind: 'refused', messages: [{ id: undefined, text: 'Refill not found' }] }],
  ],
  [
    ['Completed', 'Hmm.'],
    [completed, { kind: 'refused', messages: [{ id: undefined, text: 'Hmm.' }] }],
  ],
  [
    { 1: 'Completed', 2: 'In progress' },
    [completed, { kind: 'found', state: 'in_progress', isFinal: false }],
  ],
])('the statuses of refills that name no ids are read by their place: %j', async (body, [first, second]) => {
  await using server = await scriptedServer(answer(body))
  expect(await clientOf(server).refillStatuses(['1', '2'])).toMatchObject([
    { ...first, refillId: '1' },
    { ...second, refillId: '2' },
  ])
})

test.each([[['Completed']], [['Completed', 'Rejected', 'Pending']]])(
  'a list of refills without ids that is not as long as what was asked tells of none of them: %j',
  async body => {
    await using server = await scriptedServer(answer(body))
    const statuses = await clientOf(server).refillStatuses(['1', '2'])
    expect(statuses.map(({ kind }) => kind)).toStrictEqual(['missing', 'missing'])
  },
)

test('the status of a single refill is read from a text too', async () => {
  await using server = await scriptedServer(answer(['Completed']), answer({ 1: 'Completed' }))
  expect(await clientOf(server).refillStatuses(['1'])).toMatchObject([completed])
  expect(await clientOf(server).refillStatuses(['1'])).toMatchObject([completed])
})

test('the statuses of 250 refills take three requests', async () => {
  const ids = Array.from({ length: 250 }, (_, index) => String(index + 1))
  await using server = await scriptedServer((response, { body }) => {
    const asked = new URLSearchParams(body).get('refills')?.split(',') ?? []
    response.end(JSON.stringify(asked.map(refill => ({ refill: Number(refill), status: 'Pending' }))))
  })
  const statuses = await clientOf(server).refillStatuses(ids)
  expect(statuses.map(({ refillId }) => refillId)).toStrictEqual(ids)
  expect(statuses.every(({ kind }) => kind === 'found')).toBe(true)
  expect(server.requests).toHaveLength(3)
})
