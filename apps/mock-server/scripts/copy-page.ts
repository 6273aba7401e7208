import { cpSync } from 'node:fs'
import { join } from 'node:path'

/** The page's files that no compiler makes go where those stand that one does. */
for (const name of ['index.html', 'page.css', 'icon.svg']) {
  cpSync(
    join(import.meta.dirname, '../src/admin/page', name),
    join(import.meta.dirname, '../dist/admin/page', name),
  )
}
