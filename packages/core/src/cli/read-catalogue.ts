import { parseServices, rowsOf } from '../catalogue/parse-services.ts'
import type { Service, UpstreamKind } from '../catalogue/service.ts'
import { isRow } from '../catalogue/wire.ts'
import type { CommandOptions, CommandWorld } from './run.ts'

/** A command line or a file that nothing can be done with; the message says what was given. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

export interface SavedCatalogue {
  readonly upstream: UpstreamKind
  readonly body: string
}

/** Reads the files of a command, of which it takes `count`. */
export async function readCatalogues(
  { files, values }: CommandOptions,
  count: number,
  world: CommandWorld,
): Promise<readonly SavedCatalogue[]> {
  if (files.length !== count) {
    const wanted = count === 1 ? 'one file is wanted' : `${count} files are wanted`
    throw new CommandError(
      `${wanted}, ${files.length === 0 ? 'none was given' : `given: ${files.join(' ')}`}`,
    )
  }
  if (files.filter(file => file === '-').length > 1)
    throw new CommandError('only one file can be the standard input')
  const bodies = await Promise.all(files.map(async file => ({ file, body: await read(file, world) })))
  return bodies.map(({ file, body }) => ({ body, upstream: upstreamOf(values.upstream, body, file) }))
}

/** Reads a catalogue's services, and refuses what is no catalogue. */
export function servicesOf({ upstream, body }: SavedCatalogue, file: string): readonly Service[] {
  const { services, problems } = parseServices(upstream, body)
  if (problems.some(({ code }) => code === 'not_a_catalogue')) {
    throw new CommandError(`${file} is not a list of services`)
  }
  return services
}

async function read(file: string, world: CommandWorld): Promise<string> {
  try {
    const text = file === '-' ? await world.readInput() : world.readFile(file)
    // A byte order mark is no JSON.
    return text.replace(/^\ufeff/, '')
  } catch (error) {
    throw new CommandError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function upstreamOf(given: string | undefined, body: string, file: string): UpstreamKind {
  if (given === 'qqtube' || given === 'panel') return given
  if (given !== undefined) throw new CommandError(`--upstream must be qqtube or panel, was given '${given}'`)
  for (const row of rowsOf(body) ?? []) {
    if (isRow(row) && 'id_service' in row) return 'qqtube'
    if (isRow(row) && 'service' in row) return 'panel'
  }
  throw new CommandError(
    `${file} has no row with id_service or service, so it does not tell whose catalogue it is; say --upstream qqtube or panel`,
  )
}
