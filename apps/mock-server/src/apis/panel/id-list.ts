import * as v from 'valibot'

/** "separated by a comma, up to 100 IDs" (the document). */
const mostIds = 100

/** What is said of a list that names nothing, or too much: it is refused whole. */
export const noIdList: string = `is no list of 1 to ${mostIds} ids`

/** A list whose items are no ids is taken, and each of them answered by an error in its place. */
export const idListSchema: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.check(text => isCountRight(idList(text)), noIdList),
  v.regex(/^\d+(\s*,\s*\d+){0,99}$/, 'names what is no id'),
  v.description(`Ids with commas between, at most ${mostIds}.`),
  v.examples(['123456,123457']),
)

/** The ids of a list, in the order given. */
export function idList(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map(id => id.trim())
    .filter(id => id !== '')
}

function isCountRight({ length }: readonly string[]): boolean {
  return length > 0 && length <= mostIds
}
