/** Something that keeps the worker from doing what it was asked; the message is a sentence for a person. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
}
