// Syntax of Node 12 on purpose, as in main.mjs.
const oldest = 20

/**
 * What to tell a person whose Node is too old; `undefined` where it is not.
 *
 * @param {string} version As in `process.versions.node`.
 * @returns {string | undefined}
 */
export function refuseOldNode(version) {
  if (parseInt(version, 10) >= oldest) return undefined
  return (
    'Orderwright needs Node ' +
    oldest +
    ' or newer and this is Node ' +
    version +
    ': install a newer one from https://nodejs.org and run the command again.'
  )
}
