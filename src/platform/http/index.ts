export { type Problem, sendProblem } from './problem.ts'
export { createServer, declareAdgang, type Ruteadgang, type Serverdeps } from './server.ts'
