import { registerHooks } from 'node:module'

/** The urls of the modules that were loaded after this one, which is to be imported before the others: `node --import`. */
export const loadedModules: Set<string> = new Set()

registerHooks({
  load(url, context, next) {
    loadedModules.add(url)
    return next(url, context)
  },
})
