import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string
  /** Writes a file, and the folders that lead to it; gives its path. */
  write(name: string, text: string): Promise<string>
  /** Writes a program of the shell; gives its path. */
  program(name: string, script: string): Promise<string>
}

/** A folder that is gone when its scope ends. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'orderwright-setup-'))
  const write = async (name: string, text: string): Promise<string> => {
    const file = join(path, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    return file
  }
  return {
    path,
    write,
    program: async (name, script) => {
      const file = await write(name, `#!/bin/sh\n${script}\n`)
      await chmod(file, 0o755)
      return file
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  }
}
