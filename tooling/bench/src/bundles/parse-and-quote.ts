/** What a page bundles that reads a catalogue and quotes orders. */
export { parseServices, quote } from '@orderwright/core'
