import { createPanelApi } from './apis/panel/panel-api.ts'
import { createQqtubeApi } from './apis/qqtube/qqtube-api.ts'
import { type ChooseListener, loadedOnce } from './http/in-turn.ts'
import { isPlain } from './http/read-plain-body.ts'
import { pathOf, shortWay } from './http/short-way.ts'
import { type ApiSurroundings, apiWalk } from './serve-api.ts'

export interface AppOptions {
  /** Whether a panel's errors have statuses of their own instead of 200. */
  readonly hasPanelErrorStatuses: boolean
  /** Whether a request with an action, a field or a value that there is none of is answered with a problem. */
  readonly isStrict: boolean
}

/**
 * Takes what nearly every client sends straight to its API, and gives the rest to Express. A router and readers for
 * every kind of body cost more than all that the mock does with an order, and take longer to load than all of the mock.
 */
export function createApp(
  surroundings: ApiSurroundings,
  { hasPanelErrorStatuses, isStrict }: AppOptions,
): ChooseListener {
  const { state } = surroundings
  const walks = new Map([
    ['/v1-api', apiWalk(createQqtubeApi(state), surroundings, isStrict)],
    ['/api/v2', apiWalk(createPanelApi(state, hasPanelErrorStatuses), surroundings, isStrict)],
  ])
  const shortWays = new Map([...walks].map(([path, walk]) => [path, shortWay(walk, path)]))
  const longWay = loadedOnce(async () => {
    const { createLongWay } = await import('./http/long-way.ts')
    return createLongWay(surroundings, walks)
  })
  return request => {
    const listener = shortWays.get(pathOf(request.url ?? ''))
    return listener !== undefined && isPlain(request) ? listener : longWay()
  }
}
