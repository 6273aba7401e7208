/** What the server answered that refused a request. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Asks the server that the page came from. */
export interface Api {
  /** @throws RefusedError; TypeError where the server is gone */
  get<Answer>(path: string): Promise<Answer>
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<void>
  /** The token that is sent from now on; it stays in this tab. */
  useToken(token: string): void
}

const tokenName = 'orderwright-mock-token'

export function createApi(): Api {
  const request = async (method: string, path: string, body?: object): Promise<Response> => {
    const token = sessionStorage.getItem(tokenName)
    const response = await fetch(`.${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token !== null && { Authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (response.ok) return response
    const problem: { detail?: string; errors?: readonly { place: string; detail: string }[] } =
      await response.json()
    const [first] = problem.errors ?? []
    const sentence =
      first === undefined ? problem.detail : `${first.place.replace('#/', '')} ${first.detail}.`
    throw new RefusedError(response.status, sentence ?? `The server answered ${response.status}.`)
  }
  return {
    async get(path) {
      return (await request('GET', path)).json()
    },
    async send(method, path, body) {
      await request(method, path, body)
    },
    useToken: token => sessionStorage.setItem(tokenName, token),
  }
}
