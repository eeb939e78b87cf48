export { DEMO_HENVENDELSESSTEDER, demoHenvendelsesregister } from './demo-henvendelsessteder.ts'
export {
  type Henvendelsesregister,
  henvendelsesstedFor,
} from './henvendelsessted.ts'
export {
  KORSBAEK,
  kommuneMedCvr,
  myndighedsnavn,
  UDBETALING_DANMARK,
} from './kommuner.ts'
export { readHenvendelsessteder } from './read-henvendelsessteder.ts'
