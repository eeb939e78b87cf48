export { startTestvidne } from './start-testvidne.ts'
