#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { styleText } from 'node:util'
import { run } from './run.ts'

// Whoever reads may have had enough, as `head` has.
process.stdout.on('error', error => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2), {
  readFile: path => readFileSync(path, 'utf8'),
  readInput: () => text(process.stdin),
  write: line => void process.stdout.write(`${line}\n`),
  complain: line => void process.stderr.write(`${line}\n`),
  // It looks at the stream and at NO_COLOR and FORCE_COLOR.
  style: (format, words) => styleText(format, words, { stream: process.stdout }),
})
