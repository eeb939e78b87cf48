export { isArbejdsdag, plusArbejdsdage } from './arbejdsdage.ts'
export { type Clock, fixedClock, systemClock } from './clock.ts'
export { danskDag, danskTime, startOfDanskDag } from './dansk-dag.ts'
export { minusMaaneder } from './maaneder.ts'
