import { expect, test } from 'vitest'
import { documentedPrograms } from './documented-examples.ts'

const program = "import { a } from 'b'\n"

test.each([
  [
    'a program with what it prints',
    `\`\`\`ts\n${program}\`\`\`\n\nIt prints\n\n\`\`\`text\n1\n\`\`\`\n`,
    ['1\n'],
  ],
  ['a program that prints nothing', `\`\`\`ts\n${program}\`\`\`\n`, [undefined]],
  [
    'a program before another block',
    `\`\`\`ts\n${program}\`\`\`\n\n\`\`\`sh\nnpm start\n\`\`\`\n`,
    [undefined],
  ],
  ['no piece of a program', '```ts\nadd(1)\n```\n', []],
  ['no other language', `\`\`\`js\n${program}\`\`\`\n`, []],
])('%s is found in a document', (_, markdown, outputs) => {
  const found = documentedPrograms(`# Title\n\n${markdown}`)
  expect(found.map(({ output }) => output)).toEqual(outputs)
  expect(found.map(({ line }) => line)).toEqual(outputs.map(() => 3))
})
