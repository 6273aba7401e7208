import { describe, expect, it } from 'vitest'
import { ask, askPanel, panelOrder } from '../../../test/ask.ts'
import { control } from '../../../test/control.ts'
import { createMockServer, type MockControl, VerificationError } from '../../index.ts'

const balance = { action: 'balance' }

function leftBy({ verifyEnd }: MockControl): readonly string[] {
  try {
    verifyEnd()
    return []
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error
    const [head, ...left] = error.message.split('\n- ')
    expect([head, error.count]).toEqual(['At the end of the test:', left.length])
    return left
  }
}

describe('the end of a test', () => {
  it('is fine if all that was planned was used', async () => {
    await using server = await createMockServer({ clock: { isHeld: true }, verifiesAtEnd: true })
    const { answers, behaviours, faults } = server.control
    faults.add({ fault: 'bom', action: 'add', times: 3 })
    answers.add({ ...balance, patch: { currency: 'EUR' } })
    behaviours.add({ behaviour: 'immediate' })
    await fetch(`${server.url}/api/v2`, {
      method: 'POST',
      body: new URLSearchParams({ key: 'mock-key-panel', ...panelOrder }),
    })
    await askPanel(server, balance)
    expect(leftBy(server.control)).toEqual([])
  })

  it('names what was never used, and what came close', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { answers, behaviours, clock, faults } = server.control
    faults.add({ fault: 'reset', action: 'add', quantity: { atLeast: 5000 } })
    faults.add({ fault: 'bom', action: 'balance', nth: 3 })
    faults.add({ fault: 'html', action: 'add', probability: 0, lasts: '1m' })
    answers.add({ action: 'status', body: {} })
    behaviours.add({ behaviour: 'partial at 40 %', service: 7 })
    faults.add({ fault: 'close' }).release()
    answers.add({ ...balance, body: 'older' })
    answers.add({ ...balance, body: '{}' })
    answers.add({ status: 500 }).remove()
    await askPanel(server, panelOrder)
    await askPanel(server, balance)
    await askPanel(server, balance)
    clock.advance('2m')
    faults.add({ fault: 'latency', path: '/elsewhere' })
    expect(leftBy(server.control)).toEqual([
      `The fault 'reset' was never injected. No request with action "add" and quantity {"atLeast":5000} came after it was planned. Number 1 has quantity "1000".`,
      "The fault 'bom' was never injected. 2 requests matched, and it is for number 3 of them.",
      "The fault 'html' (with a probability of 0) was never injected. 1 request matched, and none was drawn.",
      `The fault 'latency' was never injected. No request with path "/elsewhere" came after it was planned. Number 1 has path "/api/v2". Number 2 has path "/api/v2". Number 3 has path "/api/v2".`,
      `Answer 1 was never used. No request with action "status" came after it was planned. Number 1 has action "add". Number 2 has action "balance". Number 3 has action "balance".`,
      'Answer 2 was never used. 2 requests matched, and another came in its place.',
      `The behaviour 'partial at 40 %' was never used. No request with action "add" and service "7" came after it was planned. Number 1 has service "1".`,
    ])
    server.control.reset()
    expect(leftBy(server.control)).toEqual([])
  })

  it('names the requests that drew a suggestion, keys removed', async () => {
    await using server = await createMockServer()
    await ask(server, 'GET', { action: 'fund' })
    await fetch(`${server.url}/v2?key=mock-key-panel`)
    expect(leftBy(server.control)).toEqual([
      'Request number 1 drew a suggestion: action `fund`: did you mean `funds`?',
      'Request number 2 drew a suggestion: `/v2`: QQTube v1 is at `/v1-api`, panel v2 at `/api/v2`',
    ])
    const { status, body } = await control(server, 'POST', '/verify-end')
    expect([status, body]).toMatchObject([
      409,
      { detail: expect.stringMatching(/^At the end of the test:\n- /) },
    ])
  })

  it('fails `await using` by an option alone, and closes the server all the same', async () => {
    const scope = async (verifiesAtEnd: boolean): Promise<string> => {
      await using server = await createMockServer({ verifiesAtEnd })
      server.control.faults.add({ fault: 'reset' })
      return server.url
    }
    await expect(scope(true)).rejects.toThrow(/The fault 'reset' was never injected\. No request came/)
    await expect(fetch(await scope(false))).rejects.toThrow()
    const server = await createMockServer({ verifiesAtEnd: true })
    server.control.faults.add({ fault: 'reset' })
    await server.close()
  })
})
