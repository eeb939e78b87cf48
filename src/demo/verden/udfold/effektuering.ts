import { uuidFromName } from '#kernel'
import type { RelationKilde } from '#modtagelse'
import type { Forloeb } from '../forloeb.ts'
import { bankdagFra, type Dato, foersteIMaaneden, plusDage, plusMaaneder, sidsteBankdag, sidsteIMaaneden } from '../kalender.ts'
import type { Tilfaeldighed } from '../tilfaeldighed.ts'
import { type Bevilget, bevillingId, type Oekonomisk } from './bevilling.ts'
import { ansvarlig, type Element, ejer, enhedFor, fra, part } from './relationer.ts'
import { createDel, type Tidslinje, tidPaa } from './tidslinje.ts'

/** Money on its way is sent to the bank this many days before it is at hand. */
const SENDES_DAGE_FOER = 6
/** Payments to come are laid out about this far ahead. */
const PLANLAGT_DAGE = 45
const LAENGST_TILBAGE = 36

type Tilstand = 'udbetalt' | 'sendt' | 'planlagt' | 'ikkeGodkendt'
type Udbetaling = {
  readonly noegle: string
  readonly periode: readonly [Dato, Dato]
  readonly disposition: Dato
  /** Before tax, in øre; negative takes back. */
  readonly oere: number
  readonly tilstand: Tilstand
}
type Penge = Extract<Bevilget, { readonly kroner: number }>

/** Øre as kroner with two decimals; whole numbers all the way, since money is never a float. */
function skrivOere(oere: number): string {
  const absolut = Math.abs(oere)
  return `${oere < 0 ? '-' : ''}${Math.floor(absolut / 100)}.${String(absolut % 100).padStart(2, '0')}`
}

/** After about 38 % tax and the ATP contribution; in øre. */
const efterSkat = (mal: Oekonomisk, oere: number): number =>
  mal.skattepligtig ? oere - Math.trunc((oere * 38) / 100) - (oere > 500_000 ? 9_465 : 0) : oere

function tilstandFor(disposition: Dato, idag: Dato, godkendt: boolean): Tilstand {
  if (disposition < idag) return 'udbetalt'
  if (disposition <= plusDage(idag, SENDES_DAGE_FOER)) return 'sendt'
  return godkendt ? 'planlagt' : 'ikkeGodkendt'
}

/** Three in four payments to come are approved already. */
function godkendt({ tilpasning }: Forloeb, r: Tilfaeldighed): boolean {
  const tilfaeldigt = r.chance(0.75)
  return tilpasning.godkendt ?? tilfaeldigt
}

function disposition(mal: Oekonomisk, maaned: Dato): Dato {
  const sidste = sidsteBankdag(maaned)
  return mal.forudBagud === 'Bagud' ? sidste : bankdagFra(foersteIMaaneden(maaned))
}

/** Month by month from the grant to its end or a month ahead, at most three years back; now and then something is taken back. */
function* maanedlige(forloeb: Forloeb, linje: Tidslinje, { id, mal, kroner }: Penge, r: Tilfaeldighed): Generator<Udbetaling> {
  const bevilget = linje.bevilget
  if (!bevilget) return
  const graense = plusDage(linje.idag, PLANLAGT_DAGE)
  const tidligst = foersteIMaaneden(plusMaaneder(linje.idag, -LAENGST_TILBAGE))
  const foerste = foersteIMaaneden(bevilget.fra)
  // Money in advance begins with the month after the decision.
  const start = mal.forudBagud === 'Forud' ? plusMaaneder(foerste, 1) : foerste
  for (let maaned = start; bevilget.til === undefined || maaned <= bevilget.til; maaned = plusMaaneder(maaned, 1)) {
    const dag = disposition(mal, maaned)
    if (dag > graense) return
    const tilstand = tilstandFor(dag, linje.idag, godkendt(forloeb, r))
    const taget = r.chance(0.02)
    const del = r.heltal(5, 40)
    if (maaned < tidligst || dag < bevilget.fra) continue
    const noegle = `${id}/${maaned.slice(0, 7)}`
    const periode = [maaned, sidsteIMaaneden(maaned)] as const
    yield { noegle, periode, disposition: dag, oere: kroner * 100, tilstand }
    const retur = bankdagFra(plusDage(dag, 12))
    if (taget && retur < linje.idag)
      yield { noegle: `${noegle}/r`, periode, disposition: retur, oere: -kroner * del, tilstand: 'udbetalt' }
  }
}

function* engangs(forloeb: Forloeb, linje: Tidslinje, { id, kroner }: Penge, r: Tilfaeldighed): Generator<Udbetaling> {
  const bevilget = linje.bevilget
  if (!bevilget) return
  const dag = bankdagFra(plusDage(bevilget.fra, 5))
  yield {
    noegle: id,
    periode: [bevilget.fra, bevilget.fra],
    disposition: dag,
    oere: kroner * 100,
    tilstand: tilstandFor(dag, linje.idag, godkendt(forloeb, r)),
  }
}

function modtager(forloeb: Forloeb, mal: Oekonomisk): RelationKilde {
  const anden = forloeb.tilpasning.modtager
  if (anden) return part('Effektueringsmodtager', anden)
  if (mal.modtager === undefined) return part('Effektueringsmodtager', forloeb.borger.person)
  return {
    rolle: 'Effektueringsmodtager',
    type: 'Virksomhed',
    referenceId: `urn:oio:fuldtnavn:${mal.modtager}`,
    fuldtNavn: mal.modtager,
  }
}

/** The amounts that a payment in this state has: the later ones are not known before. */
function beloeb(mal: Oekonomisk, { oere, tilstand }: Udbetaling) {
  const netto = skrivOere(efterSkat(mal, oere))
  return {
    samletBruttobeloeb: skrivOere(oere),
    beloebEfterSkatATP: netto,
    ...(tilstand === 'sendt' || tilstand === 'udbetalt'
      ? { beloebSendtTilUdbetaling: netto, sendtTilUdbetalingTekst: 'Sendt til NemKonto' }
      : {}),
    ...(tilstand === 'udbetalt' ? { beloebUdbetalt: netto, udbetaltTekst: 'Udbetalt' } : {}),
    godkendt: tilstand !== 'ikkeGodkendt',
  }
}

function createEffektuering(
  forloeb: Forloeb,
  linje: Tidslinje,
  penge: Penge,
  udbetaling: Udbetaling,
): Element<'oekonomiskEffektuering'> {
  const gaar = plusDage(linje.idag, -1)
  const registreret = udbetaling.disposition < linje.idag ? udbetaling.disposition : gaar
  const tid = tidPaa(forloeb, registreret, 7)
  const virkning = fra(tid)
  const enhed = enhedFor(forloeb)
  return {
    art: 'oekonomiskEffektuering',
    id: uuidFromName(forloeb.navnerum, `${forloeb.noegle}/effektuering/${udbetaling.noegle}`),
    tidspunkt: tid,
    egenskaber: [
      {
        virkning,
        brugervendtNoegle: udbetaling.noegle,
        startdato: udbetaling.periode[0],
        slutdato: udbetaling.periode[1],
        dispositionsdato: udbetaling.disposition,
        ...beloeb(penge.mal, udbetaling),
        udbetalingsafdeling: enhed.navn,
      },
    ],
    oekonomiskYdelseEffektueringer: [
      {
        ydelsesperiodeStartdato: udbetaling.periode[0],
        ydelsesperiodeSlutdato: udbetaling.periode[1],
        ydelsesbeloeb: skrivOere(udbetaling.oere),
        klassifikationsbeskrivelse: penge.mal.navn,
        bevilgetYdelseRef: { bevilling: bevillingId(forloeb), bevilgetYdelseId: penge.id },
      },
    ],
    aktoerer: [ejer(forloeb.kommune), ansvarlig(enhed, 'Udbetalende enhed')],
    parter: [modtager(forloeb, penge.mal)],
  }
}

/** The payments of a matter's grant: paid, sent, planned and not approved, by where today is. */
export function* createEffektueringer(
  forloeb: Forloeb,
  linje: Tidslinje,
  bevilgede: readonly Bevilget[],
): Generator<Element<'oekonomiskEffektuering'>> {
  const r = createDel(forloeb, 'effektuering')
  for (const bevilget of bevilgede) {
    if (!('kroner' in bevilget)) continue
    const raekke =
      bevilget.mal.frekvens === 'Månedlig' ? maanedlige(forloeb, linje, bevilget, r) : engangs(forloeb, linje, bevilget, r)
    for (const udbetaling of raekke) yield createEffektuering(forloeb, linje, bevilget, udbetaling)
  }
}
