export { closeListener, listenWithCertificates } from './certifikatlytter.ts'
export { buildOpenapi } from './openapi.ts'
export { type Problem, sendProblem } from './problem.ts'
export { createServer, declareAdgang } from './server.ts'
