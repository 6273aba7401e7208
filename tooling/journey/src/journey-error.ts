/** Something that a person has to mend: its message is one sentence that says what to do. */
export class JourneyError extends Error {
  override readonly name = 'JourneyError'
}
