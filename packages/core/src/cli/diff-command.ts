import type { Service } from '../catalogue/service.ts'
import { diffServices, type ServiceChange } from '../diff/diff-services.ts'
import { plain } from './plain.ts'
import { readCatalogues, servicesOf } from './read-catalogue.ts'
import type { CommandOptions, CommandWorld, ExitCode } from './run.ts'

/** Prints which services came, went and changed between two catalogues. */
export async function diffCommand(options: CommandOptions, world: CommandWorld): Promise<ExitCode> {
  const catalogues = await readCatalogues(options, 2, world)
  const [before = [], after = []] = catalogues.map((saved, index) =>
    servicesOf(saved, options.files[index] ?? ''),
  )
  const diff = diffServices(before, after)
  const { added, removed, changed } = diff
  const isSame = added.length + removed.length + changed.length === 0
  if (options.values.json) world.write(JSON.stringify(diff, undefined, 2))
  else {
    const names = new Map(after.map(service => [service.id, titleOf(service)]))
    for (const service of removed) world.write(world.style('red', `- ${titleOf(service)}`))
    for (const service of added) world.write(world.style('green', `+ ${titleOf(service)}`))
    for (const { id, changes } of changed) {
      world.write(world.style('yellow', `~ ${names.get(id) ?? plain(id)}`))
      for (const change of changes) world.write(`    ${changeLine(change)}`)
    }
    world.write(
      world.style('bold', `${added.length} added, ${removed.length} removed, ${changed.length} changed`),
    )
  }
  return isSame ? 0 : 1
}

function titleOf({ id, name }: Service): string {
  return plain(name.trim() === '' ? id : `${id} ${name}`)
}

function changeLine({ path, before, after, range }: ServiceChange): string {
  const quantities = range === undefined ? '' : ` (${range.minimum}–${range.maximum ?? ''})`
  return plain(`${path}${quantities}: ${shown(before)} → ${shown(after)}`)
}

function shown(value: unknown): string {
  if (value === undefined) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
