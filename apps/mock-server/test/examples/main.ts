import { parseArgs } from 'node:util'
import { createMockServer } from '../../src/index.ts'
import { readExamples } from './read-examples.ts'
import { interpreters, runExample } from './run-example.ts'

// Runs the documents' examples in other languages against a real server, and compares what they print with what it says.
const { values } = parseArgs({ options: { without: { type: 'string', multiple: true, default: [] } } })
const documents = ['README.md', 'docs/languages.md', 'docs/answers.md']
const names = Object.keys(interpreters).filter(name => !values.without.includes(name))

await using server = await createMockServer()
for (const { file, language, line, source, output } of documents.flatMap(file => readExamples(file, names))) {
  const interpreter = interpreters[language]
  if (interpreter === undefined) continue
  const printed = await runExample(interpreter, source.replaceAll('http://127.0.0.1:4010', server.url))
  const title = `${file}:${line} ${language}`
  if (printed === undefined) {
    tell(`${title}: there is no ${interpreter[0]} on this machine; install it, or give --without ${language}`)
    process.exitCode = 1
  } else if (printed === output) {
    tell(`${title}: prints what it says`)
  } else {
    tell(`${title}: prints something else\n--- as the document says\n${output}--- as it is\n${printed}`)
    process.exitCode = 1
  }
}
for (const language of values.without) tell(`${language}: left out, as you said`)

function tell(text: string): void {
  process.stdout.write(`${text}\n`)
}
