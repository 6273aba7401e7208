export { documentedPrograms, testDocstrings, testReadme } from './documented-examples.ts'
