import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, type Response, type Router } from 'express'
import { AdminError } from './routes/route.ts'

/** Where the build puts the page: the same folder from the sources and from what is compiled of them. */
const built = fileURLToPath(new URL('../../dist/admin/page/', import.meta.url))

/** Nothing but the page's own files and the server's own answers, in no frame, and no text that becomes code. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Creates what sends the files of the page, which are in `folder` once they are built. */
export function servePage(folder: string = built): Router {
  const router = express.Router({ strict: true })
  router.get('/', addSlash)
  router.use(
    express.static(folder, {
      redirect: false,
      // npm gives every file of a package the same time, so a file of equal length would pass for the one before it.
      etag: false,
      lastModified: false,
      cacheControl: false,
      setHeaders,
    }),
  )
  router.get('/', () => {
    throw new AdminError(404, 'The page is not built: run `pnpm build` first.')
  })
  return router
}

/** Leads whoever leaves out the last slash to the page, whose files are named without a first one. */
const addSlash: RequestHandler = (request, response, next) => {
  if (new URL(request.originalUrl, 'http://localhost').pathname.endsWith('/')) next()
  else response.writeHead(308, { Location: `${request.baseUrl}/`, 'Content-Length': 0 }).end()
}

function setHeaders(response: Response): void {
  response.set({
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  })
}
