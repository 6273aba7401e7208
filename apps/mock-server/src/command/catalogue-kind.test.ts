import { describe, expect, it } from 'vitest'
import { panelServices } from '../fixtures/panel-services.ts'
import { qqtubeServices } from '../fixtures/qqtube-services.ts'
import { catalogueKind } from './catalogue-kind.ts'

describe('a saved services answer', () => {
  it.each([
    ['qqtube', JSON.stringify(qqtubeServices)],
    ['panel', JSON.stringify(panelServices)],
    ['panel', JSON.stringify({ services: panelServices })],
    ['panel', '{"data":[{"service":1}]}'],
    ['qqtube', '[7,null,{"id_service":"1"}]'],
  ])('of %s is known by its rows, such as %.60s', (upstream, text) => {
    expect(catalogueKind(text)).toEqual({ ok: true, upstream })
  })

  it.each(['', 'null', '7', '{}', '{"error":"Invalid API key"}', '<html>'])('is not %j', text => {
    expect(catalogueKind(text)).toEqual({
      ok: false,
      sentence: 'holds no list of services as JSON: save the whole answer to action=services',
    })
  })

  it.each(['[]', '[1]', '[{"id":1}]'])('of neither API is %j', text => {
    expect(catalogueKind(text)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('has no row with'),
    })
  })
})
