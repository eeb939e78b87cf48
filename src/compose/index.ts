/** The composition root: the only place where things are wired. */
export { startLogforsegling } from './adgangslog.ts'
export { createApp } from './app.ts'
export { startOmgivelser } from './demo.ts'
export { listenForFagsystemer, startEvents } from './drift.ts'
export { startKvalitet, vurderingsdeps } from './kvalitet.ts'
export { openSystem, type System, wireSystem } from './system.ts'
export { startUdbydere } from './testudbydere.ts'
