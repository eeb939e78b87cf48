export { type Problem, sendProblem } from './problem.ts'
export { createServer, type Ruteadgang, type Serverdeps } from './server.ts'
