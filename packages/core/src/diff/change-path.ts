/** One step into a service: the name of a field, or the place in a list. */
export type PathStep = string | number

/** Prints a path: `tiers[1].price`, and `extra["a.b"]` for a name that could be read otherwise. */
export function printPath(steps: readonly PathStep[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`
    if (!plainName.test(step)) return `${path}[${JSON.stringify(step)}]`
    return path === '' ? step : `${path}.${step}`
  }, '')
}

/**
 * Parses what {@link printPath} printed.
 *
 * @throws {TypeError} if the text is no such path.
 */
export function parsePath(path: string): readonly PathStep[] {
  const steps: PathStep[] = []
  const step = /\.?([A-Za-z_]\w*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y
  while (step.lastIndex < path.length) {
    const [, name, index, quoted] = step.exec(path) ?? []
    if (name !== undefined) steps.push(name)
    else if (index !== undefined) steps.push(Number(index))
    else if (quoted !== undefined) steps.push(String(JSON.parse(quoted)))
    else throw new TypeError(`not a path into a service: ${path}`)
  }
  return steps
}

const plainName = /^[A-Za-z_]\w*$/
