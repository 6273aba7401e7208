/** One server that is measured: how it is started, and the request that it answers with JSON. */
export interface Contestant {
  readonly name: string
  /** The packages that are installed for it, with their versions. */
  readonly packages: readonly string[]
  /** A program and its arguments, to listen at a port of 127.0.0.1; run in the folder with the packages. */
  command(port: number): readonly [string, ...string[]]
  readonly path: string
  readonly body: string
  /** Files that it reads, by their names in that folder; written anew for each run. */
  files?(port: number): Readonly<Record<string, string>>
}

/** An order at a panel: what a client of it sends. */
export const order: string =
  'key=mock-key-panel&action=add&service=1&link=https%3A%2F%2Fexample.com%2Fsomeone&quantity=1000'

export const balance: string = 'key=mock-key-panel&action=balance'

export const formType: string = 'application/x-www-form-urlencoded'
