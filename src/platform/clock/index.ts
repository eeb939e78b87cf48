export { isArbejdsdag, plusArbejdsdage } from './arbejdsdage.ts'
export { type Clock, fixedClock, systemClock } from './clock.ts'
export { danskDag, startOfDanskDag } from './dansk-dag.ts'
