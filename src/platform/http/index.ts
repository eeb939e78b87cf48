export { type Certifikatopsaetning, closeListener, listenWithCertificates } from './certifikatlytter.ts'
export { buildOpenapi } from './openapi.ts'
export { type Problem, sendProblem } from './problem.ts'
export { createServer, declareAdgang, type Ruteadgang, type Serverdeps } from './server.ts'
