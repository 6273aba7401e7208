// Syntax of Node 12 on purpose: a Node that is too old must be able to read this file, to say so.
import { refuseOldNode } from './refuse-old-node.mjs'

const sentence = refuseOldNode(process.versions.node)
if (sentence !== undefined) {
  console.error(sentence)
  process.exit(1)
}
// biome-ignore lint/plugin: imported statically, the rest would be read by a Node that cannot, before it is told so.
import('./run.mjs').then(module => module.run(process.argv.slice(2)))
