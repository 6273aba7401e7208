export { anyStory, fates } from './testing/stories.ts'
