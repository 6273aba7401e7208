/** What a page bundles that quotes orders at a panel's stored service. */
export { quote } from '@orderwright/core'
