/** A file of the page, and how it is sent. */
export interface PageFile {
  readonly url: URL
  readonly contentType: string
  /** Whether its types have to be taken out before a browser can run it: so it is where the sources run. */
  readonly isTypeScript: boolean
}

const script = 'text/javascript; charset=utf-8'

const files: Readonly<Record<string, PageFile>> = {
  '/': file('index.html', 'text/html; charset=utf-8'),
  '/page.css': file('page.css', 'text/css; charset=utf-8'),
  '/icon.svg': file('icon.svg', 'image/svg+xml'),
}

/** Whether this very file runs as it was written. */
const isSource = import.meta.url.endsWith('.ts')

/** The file of the page at a path below `/__mock`. */
export function pageFileFor(path: string): PageFile | undefined {
  if (Object.hasOwn(files, path)) return files[path]
  const name = /^\/client\/([a-z-]+)\.[jt]s$/.exec(path)?.[1]
  if (name === undefined) return undefined
  return { ...file(`client/${name}.${isSource ? 'ts' : 'js'}`, script), isTypeScript: isSource }
}

function file(name: string, contentType: string): PageFile {
  return { url: new URL(name, import.meta.url), contentType, isTypeScript: false }
}
