export { DEMO_HENVENDELSESSTEDER, demoHenvendelsesregister } from './demo-henvendelsessteder.ts'
export {
  type Henvendelsesregister,
  henvendelsesstedFor,
  listHenvendelsessteder,
} from './henvendelsessted.ts'
export {
  KOMMUNER,
  KORSBAEK,
  type Kommune,
  kommuneMedCvr,
  myndighedsnavn,
  UDBETALING_DANMARK,
} from './kommuner.ts'
export { readHenvendelsessteder } from './read-henvendelsessteder.ts'
export { REGIONER, type Region } from './region.ts'
