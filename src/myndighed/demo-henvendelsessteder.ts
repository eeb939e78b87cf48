import { type Henvendelsesregister, type Henvendelsessted, registerHenvendelsessteder } from './henvendelsessted.ts'
import { BROBYSKOV, KORSBAEK, type Kommune } from './kommuner.ts'

type Tid = { readonly da: string; readonly en: string }
type Skabelon = {
  readonly noegle: string
  /** `{by}` is the town's name. */
  readonly navn: string
  readonly enheder: readonly string[]
  readonly tid: Tid
  readonly livsomraader: readonly string[]
  readonly hoved?: true
}

/** What both fictional municipalities have. Unit names as their sources deliver them; names of places as citizens see them. */
const STEDER: readonly Skabelon[] = [
  {
    noegle: 'jobcenter',
    navn: 'Jobcenter {by}',
    enheder: ['Jobcenter {by}', 'Jobcentret', 'Sygedagpengeteamet'],
    tid: { da: 'Mandag til torsdag 9-15, fredag 9-12', en: 'Monday to Thursday 9-15, Friday 9-12' },
    livsomraader: ['arbejde-og-forsoergelse'],
  },
  {
    noegle: 'ydelser',
    navn: 'Ydelseskontoret',
    enheder: ['Ydelseskontoret', 'Ydelsesservice', 'Kontrolgruppen'],
    tid: { da: 'Mandag til fredag 9-13', en: 'Monday to Friday 9-13' },
    livsomraader: ['pension-og-oekonomi'],
  },
  {
    noegle: 'boern-og-familie',
    navn: 'Børn og familie',
    enheder: ['Familieafdelingen', 'Børn og familie', 'Modtagelsen, børn og unge'],
    tid: { da: 'Mandag til torsdag 9-14', en: 'Monday to Thursday 9-14' },
    livsomraader: ['boern-og-familie'],
  },
  {
    noegle: 'pladsanvisning',
    navn: 'Pladsanvisningen',
    enheder: ['Pladsanvisningen', 'Dagtilbud og skole'],
    tid: { da: 'Mandag til torsdag 10-14', en: 'Monday to Thursday 10-14' },
    livsomraader: ['skole-og-uddannelse'],
  },
  {
    noegle: 'aeldre-og-pleje',
    navn: 'Hjælp og pleje',
    enheder: ['Visitationen', 'Ældre og pleje'],
    tid: { da: 'Mandag til fredag 8-11', en: 'Monday to Friday 8-11' },
    livsomraader: ['hjaelp-pleje-og-handicap'],
  },
  {
    noegle: 'hjaelpemidler',
    navn: 'Hjælpemidler',
    enheder: ['Hjælpemidler', 'Hjælpemiddeldepotet'],
    tid: { da: 'Mandag til fredag 8-12', en: 'Monday to Friday 8-12' },
    livsomraader: [],
  },
  {
    noegle: 'byggesager',
    navn: 'Byggesager',
    enheder: ['Byggesager', 'Teknik og miljø'],
    tid: { da: 'Tirsdag og torsdag 10-14', en: 'Tuesday and Thursday 10-14' },
    livsomraader: ['bolig-og-byggeri'],
  },
  {
    noegle: 'borgerservice',
    navn: 'Borgerservice',
    enheder: ['Borgerservice'],
    tid: { da: 'Mandag til fredag 9-15, torsdag til 17', en: 'Monday to Friday 9-15, Thursday until 17' },
    livsomraader: ['borgerservice-trafik-og-fritid', 'andet'],
    hoved: true,
  },
  {
    noegle: 'sundhed',
    navn: 'Sundhed og træning',
    enheder: ['Sundhed og træning', 'Hjemmesygeplejen', 'Sundhedsplejen'],
    tid: { da: 'Mandag til fredag 8-14', en: 'Monday to Friday 8-14' },
    livsomraader: ['sundhed'],
  },
]

/** Telephone numbers begin with 00, which no Danish number does; addresses end in .example, which nobody can own (RFC 2606). */
const sted = (kommune: Kommune, nummer: number, vaert: string, skabelon: Skabelon, index: number): Henvendelsessted => {
  const medBy = (tekst: string): string => tekst.replace('{by}', kommune.kortnavn)
  return {
    noegle: skabelon.noegle,
    kommune: kommune.cvr,
    navn: medBy(skabelon.navn),
    telefon: `00 0${nummer} 10 ${10 + index}`,
    aabningstider: skabelon.tid,
    sikkerPost: `https://${vaert}.example/sikker-post/${skabelon.noegle}`,
    ...(skabelon.hoved ? { adresse: `Rådhuset, Torvet 1, ${kommune.kortnavn}` } : {}),
    enheder: skabelon.enheder.map((navn) => ({ navn: medBy(navn) })),
    livsomraader: skabelon.livsomraader,
    hoved: skabelon.hoved ?? false,
  }
}

/** The contact points of the two fictional municipalities. */
export const DEMO_HENVENDELSESSTEDER: readonly Henvendelsessted[] = [
  ...STEDER.map((skabelon, index) => sted(KORSBAEK, 1, 'korsbaek', skabelon, index)),
  ...STEDER.map((skabelon, index) => sted(BROBYSKOV, 2, 'brobyskov', skabelon, index)),
]

/** As a checked register. Throws RangeError where the list above breaks a rule, since it is written by us. */
export function demoHenvendelsesregister(): Henvendelsesregister {
  const resultat = registerHenvendelsessteder(DEMO_HENVENDELSESSTEDER)
  if (!resultat.ok) throw new RangeError(`Contact point refused: ${resultat.afvisning.kode} ${resultat.afvisning.noegle ?? ''}`)
  return resultat.value
}
