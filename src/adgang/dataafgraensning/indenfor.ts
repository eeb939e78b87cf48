import { FOELSOMHEDER, gaeldende, type KleMoenster, type Rettighedsgruppe, type Tidspunkt } from '#kernel'
import { type Enkeltfakta, type Hvem, organisationsreference } from './adgangsfakta.ts'

/** What of one object a group can fail to cover, in the order in which it is told. */
export const REGLER = ['EJER', 'KLE', 'FOELSOMHED', 'ENHED', 'ITSYSTEM', 'PROFIL'] as const
export type Regel = (typeof REGLER)[number]

/** Whether a number lies within what a right covers: all, all below a hovedgruppe or gruppe (27.*), or the one emne. */
export const isIndenforKle = (kle: string, moenstre: readonly KleMoenster[]): boolean =>
  moenstre.some((moenster) => (moenster.endsWith('*') ? kle.startsWith(moenster.slice(0, -1)) : kle === moenster))

/** Asked of what is valid now: whether a group covers it. */
type Proeve = (gruppe: Rettighedsgruppe, fakta: Enkeltfakta, hvem: Hvem, nu: Tidspunkt) => boolean

const HOEJEST = FOELSOMHEDER.length - 1

/** There is one, and all there are pass. */
const alle = <T>(led: readonly T[], proeve: (led: T) => boolean): boolean => led.length > 0 && led.every(proeve)

const ejer: Proeve = (gruppe, fakta, _hvem, nu) => alle(gaeldende(fakta.ejer, nu), ({ cvr }) => cvr === gruppe.kommune)

const foelsomhed: Proeve = (gruppe, fakta, _hvem, nu) => {
  const gyldige = gaeldende(fakta.foelsomhed, nu).map((led) => FOELSOMHEDER.indexOf(led.foelsomhed))
  const hoejeste = gyldige.length === 0 || gyldige.includes(-1) ? HOEJEST : Math.max(...gyldige)
  return hoejeste <= FOELSOMHEDER.indexOf(gruppe.foelsomhed)
}

const enhed: Proeve = ({ enheder }, fakta, _hvem, nu) =>
  enheder === undefined || gaeldende(fakta.enheder, nu).some((led) => enheder.includes(led.enhed))

const itsystem: Proeve = ({ itsystemer }, fakta) => itsystemer === undefined || itsystemer.includes(fakta.itsystem)

/** A positive list: where it names anybody now, the asker must be among them, and the ordinary rules hold all the same. */
const profil: Proeve = (_gruppe, fakta, { id, kommune, enheder }, nu) => {
  const liste = gaeldende(fakta.profil, nu)
  const egne = [id, organisationsreference(kommune), ...enheder]
  return liste.length === 0 || liste.some(({ ref }) => egne.includes(ref))
}

/** How many of the numbers must be within: a grant or a payment is seen by one of its benefits, all else by every number that it has. */
type Klemaade = 'hvertNummer' | 'etNummer'

const kle =
  (maade: Klemaade): Proeve =>
  (gruppe, fakta, _hvem, nu) => {
    const indenfor = ({ kle: nummer }: { readonly kle: string }) => isIndenforKle(nummer, gruppe.kle)
    const numre = gaeldende(fakta.kle, nu)
    return maade === 'etNummer' ? numre.some(indenfor) : alle(numre, indenfor)
  }

const PROEVER = {
  EJER: ejer,
  FOELSOMHED: foelsomhed,
  ENHED: enhed,
  ITSYSTEM: itsystem,
  PROFIL: profil,
} satisfies Record<Exclude<Regel, 'KLE'>, Proeve>

export type Sammenhold = {
  readonly gruppe: Rettighedsgruppe
  readonly hvem: Hvem
  readonly nu: Tidspunkt
}

/** Which of the rules asked for stop this group at this object; none is that it passes. */
export const hindringer = (
  { gruppe, hvem, nu }: Sammenhold,
  fakta: Enkeltfakta,
  regler: readonly Regel[],
  maade: Klemaade,
): readonly Regel[] => regler.filter((regel) => !(regel === 'KLE' ? kle(maade) : PROEVER[regel])(gruppe, fakta, hvem, nu))
