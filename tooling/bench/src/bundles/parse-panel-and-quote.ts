/** What a page bundles that reads a panel's catalogue and quotes orders. */
export { parsePanelServices, quote } from '@orderwright/core'
