export { documentedPrograms, testDocstrings, testDocuments, testReadme } from './documented-examples.ts'
