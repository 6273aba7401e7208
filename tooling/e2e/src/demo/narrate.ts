/** Plays one act and says what became of it in a line; gives what the act gives. */
export type Narrate = <T>(name: string, act: () => Promise<Told<T>>) => Promise<T>

export interface Told<T> {
  /** What a person should read of the act, such as the order's number. */
  readonly words: string
  readonly value: T
}

/** A narrator that numbers the acts; an act that throws becomes a DemoError that names it. */
export function createNarrator(say: (line: string) => void): Narrate {
  let number = 0
  return async (name, act) => {
    number += 1
    try {
      const { words, value } = await act()
      say(`${String(number).padStart(2)}. ${name.padEnd(18)} ${words}`)
      return value
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new DemoError(`The demo failed at step ${number}, ${name}: ${reason}`)
    }
  }
}
/** Something that a person has to mend: its message is one sentence that says what to do. */
export class DemoError extends Error {
  override readonly name = 'DemoError'
}
