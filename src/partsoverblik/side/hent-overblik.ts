import type { Medarbejdergrundlag, Tidspunkt } from '#kernel'
import type { Kilde } from '#kilde'
import { forsoeg } from '#overblik'
import { numreFor, type Partsnummer } from '#part'
import { toBemaerkninger } from '#partsoverblik/bemaerkning'
import { daekningFor } from './daekning.ts'
import type { Besoegende, Overblikdeps } from './deps.ts'
import { familieOf } from './familie.ts'
import { filtrer, mulighederFor } from './filtrer.ts'
import { listGemteVisninger } from './gemte.ts'
import { enhederOf } from './kontakt.ts'
import { laesBorger, laesKendte } from './laes.ts'
import { toPerson } from './person.ts'
import { enhedsnoegle, referencerFor } from './reference.ts'
import { makeSeddel } from './seddel.ts'
import type { Overblikside } from './side.ts'
import { groupSkjulte, skjulteOf } from './skjulte.ts'
import { readTilvalgte } from './tilvalgt.ts'
import { tingOf } from './ting.ts'
import { FANEARTER, type Valg } from './valg.ts'
import type { Mangel, Systemvisning } from './visninger.ts'

/** What the log tells of a page of the visit: the page itself, what it hands out as a file, or that the whole number was shown. */
export type Sidelaesning = 'partsoverblik' | 'udtraek' | 'fuldtCpr'

/**
 * The caseworker's page about one citizen: all that the rights cover in one batch, and beside it what may fail without taking the page along. Every
 * page is logged before it leaves. Throws what readForSagsbehandler throws, where the citizen's matters cannot be read.
 */
export async function hentOverblik(
  deps: Overblikdeps,
  hvem: Besoegende,
  grundlag: Medarbejdergrundlag,
  valg: Valg,
  hvad: Sidelaesning = 'partsoverblik',
): Promise<Overblikside> {
  const nu = deps.clock.now()
  const laest = await readAlt(deps, hvem, grundlag, valg, hvad)
  const kendt = await tolk(deps, grundlag, laest, nu)
  const { ting, skjulte, systemer } = kendt
  const tilvalgt = await readTilvalgte(deps, hvem, grundlag, { valg, borger: laest.borger, ting, skjulte, systemer })
  return {
    besoeg: grundlag.korrelation,
    formaal: grundlag.formaal,
    nu,
    person: kendt.person,
    ...heltNummer(kendt.nummer, grundlag, hvad),
    bemaerkninger: kendt.bemaerkninger,
    valg,
    ting,
    valgte: filtrer(ting, valg.fane, valg),
    muligheder: mulighederFor(ting, valg.fane),
    flere: laest.borger.flere,
    skjulte: groupSkjulte(skjulte),
    gemte: laest.gemte.vaerdi ?? [],
    enheder: enhederOf(ting, deps.register, grundlag.kommune),
    familie: familieOf(laest.borger.familie ?? [], tilvalgt.familie, nu),
    seddelFor: (part) => makeSeddel(deps.noegler, hvem.session, part, nu),
    borgersyn: tilvalgt.borgersyn,
    daekning: laest.borger.flere ? undefined : laest.daekning.vaerdi,
    aabnet: tilvalgt.aabnet,
    mangler: uniq([...laest.mangler, ...kendt.mangler, ...tilvalgt.mangler]),
  }
}

/** The registers lie in memory, and one's own views are of nobody: they are asked for while the citizen's matters are read. */
async function readAlt(deps: Overblikdeps, hvem: Besoegende, grundlag: Medarbejdergrundlag, valg: Valg, hvad: Sidelaesning) {
  const [borger, kendte, kilder, gemte, daekning] = await Promise.all([
    laesBorger(deps, grundlag, { hvad }),
    laesKendte(deps, grundlag),
    forsoeg('systemer', () => deps.kilder.alle()),
    forsoeg('gemte', () => listGemteVisninger(deps, hvem)),
    forsoeg('daekning', () => readDaekning(deps, grundlag, valg)),
  ])
  const mangler = [...borger.mangler, ...kendte.mangler, ...kilder.mangler, ...gemte.mangler, ...daekning.mangler]
  return { borger, kendte: kendte.vaerdi ?? [], kilder: kilder.vaerdi ?? [], gemte, daekning, mangler }
}

type Altlaest = Awaited<ReturnType<typeof readAlt>>

/** What was read, unsealed and in the page's own terms: who it is, what is seen, and what may only be known of. */
async function tolk(deps: Overblikdeps, grundlag: Medarbejdergrundlag, { borger, kendte, kilder }: Altlaest, nu: Tidspunkt) {
  const nummer = await forsoeg('person', async () => (await numreFor(deps.db, deps.noegler, [grundlag.part])).get(grundlag.part))
  const person = await forsoeg('person', async () => borger.person && toPerson(deps.noegler, borger.person, nummer.vaerdi, nu))
  const bemaerkninger = await forsoeg('bemaerkninger', async () => toBemaerkninger(deps.noegler, borger.bemaerkninger ?? []))
  const systemer = new Map(kilder.map((kilde) => [kilde.id, kilde]))
  const refFor = referencerFor(deps.noegler, grundlag.korrelation)
  const systemFor = (id: Systemvisning['id']) => toSystem(id, systemer.get(id))
  const ting = tingOf(borger.raekker, { nu, systemFor, refFor, enhedsnoegleFor: enhedsnoegle })
  return {
    nummer: nummer.vaerdi,
    person: person.vaerdi,
    bemaerkninger: bemaerkninger.vaerdi ?? [],
    systemer,
    ting,
    // What is not on the page may be seen or not: then none is told to be hidden.
    skjulte: borger.flere ? [] : skjulteOf(kendte, ting, refFor),
    mangler: [...nummer.mangler, ...person.mangler, ...bemaerkninger.mangler],
  }
}

const uniq = (mangler: readonly Mangel[]): Mangel[] => [...new Map(mangler.map((mangel) => [mangel.del, mangel])).values()]

/** A source that is not known just now stands without a name: that it is there is not told away. */
const toSystem = (id: Systemvisning['id'], kilde: Kilde | undefined): Systemvisning => ({
  id,
  navn: kilde?.navn ?? '',
  slags: kilde?.slags ?? '',
})

async function readDaekning({ daekning, opsaetning, clock }: Overblikdeps, grundlag: Medarbejdergrundlag, { fane }: Valg) {
  const arter = FANEARTER[fane]
  if (arter.length === 0) return undefined
  const [kendt, valgt] = await Promise.all([daekning.current(), opsaetning.current()])
  const { kommune, rettigheder: grupper } = grundlag
  return daekningFor(kendt, { kommune, grupper, arter, opsaetning: valgt, nu: clock.now() })
}

/** The whole number, only where it was asked for by one who may see it. */
function heltNummer(
  nummer: Partsnummer | undefined,
  { rettigheder }: Medarbejdergrundlag,
  hvad: Sidelaesning,
): Pick<Overblikside, 'heltNummer' | 'maaSeCpr'> {
  const maaSeCpr = nummer?.type === 'cpr' && rettigheder.some(({ systemroller }) => systemroller.includes('cpr'))
  return { maaSeCpr, heltNummer: maaSeCpr && hvad === 'fuldtCpr' ? nummer.nummer : undefined }
}
