import { tildelRolle } from '#adgang'
import type { Daekningslager } from '#afstemning/daekning'
import type { CvrNummer, Uuid } from '#kernel'
import { hashNoegle, type Kilderegister } from '#kilde'
import { grantRet, hasRet } from '#kvalitet/gennemgang'
import { readForventninger, sayForventning } from '#opsaetning/daekning'
import { changePlan, readPlan } from '#opsaetning/plan'
import { partsnoegle, registerForaeldremyndighed, registerPartsoplysninger, registerPersonfakta, resolveParter } from '#part'
import { replaceAnsatte } from '#partsoverblik/alarm'
import { type Clock, danskDag } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import type { Opsaetningslager } from '#visning'
import { dagEfter } from '#web'
import type { Kilde, Person, Verden } from '../verden/index.ts'

/** The development key that a demo source delivers with: known to everybody, and only ever accepted on the machine itself. */
export const udviklingsnoegle = (kilde: Kilde): string => `udvikling-${kilde.navn.toLowerCase().replaceAll(/[^a-zæøå]+/g, '-')}`

/** Enters the sources, with what they may deliver and their development keys. Idempotent: what has been changed of one since stands. */
export async function registerKilder(register: Kilderegister, verden: Verden): Promise<void> {
  for (const kilde of verden.kilder)
    await register.save(
      (await register.find(kilde.id)) ?? {
        id: kilde.id,
        navn: kilde.navn,
        slags: kilde.art,
        kommuner: kilde.kommuner.map((kommune) => kommune.cvr),
        kle: kilde.klePraefikser as never,
        klientId: kilde.id,
        rytmeTimer: 24,
        spaerret: undefined,
      },
      { udviklingsnoegle: hashNoegle(udviklingsnoegle(kilde)), hemmelighed: undefined, certifikat: undefined },
    )
}

/** Enters what the municipalities show. Idempotent. */
export async function registerKommuner(deps: { readonly opsaetning: Opsaetningslager }, verden: Verden): Promise<void> {
  await deps.opsaetning.save(verden.kleKonfiguration)
}

/** Has each municipality's project lead say which kinds of system it has, area by area where nobody has said anything. Idempotent. Throws TypeError where it is refused. */
export async function registerForventninger(
  deps: { readonly db: Database; readonly clock: Clock; readonly daekning: Daekningslager },
  verden: Verden,
): Promise<void> {
  const efterKommune = Map.groupBy(
    verden.daekning.filter(({ kendt }) => kendt),
    ({ kommune }) => kommune,
  )
  for (const [kommune, omraader] of efterKommune) {
    const leder = findLeder(verden, kommune)
    if (!leder) continue
    for (const { omraade, forventedeKilder } of omraader) {
      // An area of which somebody has said something since is left as they said it.
      const { nr, skridt, gaeldende } = await readForventninger(deps, kommune)
      if (gaeldende.has(omraade) || skridt.some((en) => en.omraade === omraade)) continue
      const slags = forventedeKilder.map((led) => led.slags)
      const svar = await sayForventning(deps, leder, nr, { omraade, slags, aarsag: 'Opdigtet gennemgang i demoen' })
      if (!svar.ok) throw new TypeError(`What a municipality of the demo says was refused: ${svar.afvisning}`)
    }
  }
}

/** The municipality's first project lead. */
function findLeder({ medarbejdere }: Verden, kommune: CvrNummer) {
  const leder = medarbejdere.find(({ organisation, rolle }) => organisation.cvr === kommune && rolle === 'projektansvarlig')
  return leder && { id: leder.id, cvr: kommune, navn: leder.navn, roller: ['projektansvarlig'] as const }
}

/** Has each municipality tell whom it employs, as its own list would. Only with the first load: a list of somebody's own stands. Throws DatabaseFejl. */
export async function registerAnsatte(
  deps: { readonly db: Database; readonly clock: Clock; readonly noegler: Noegler },
  { ansatte }: Pick<Verden, 'ansatte'>,
): Promise<void> {
  for (const [kommune, liste] of Map.groupBy(ansatte, (en) => en.kommune)) await replaceAnsatte(deps, kommune, liste)
}

/** Gives the people at work their roles, those that they do not have already. Throws TypeError where one is refused for another reason. */
export async function registerMedarbejdere(
  deps: { readonly db: Database; readonly clock: Clock },
  verden: Verden,
): Promise<void> {
  const medRolle = verden.medarbejdere.flatMap((en) => (en.rolle ? [{ ...en, rolle: en.rolle }] : []))
  for (const { id, navn, organisation, rolle } of medRolle) {
    const valg = { cvr: organisation.cvr, medarbejder: id, navn, rolle, af: 'demo', begrundelse: 'Opdigtet medarbejder i demoen' }
    const svar = await tildelRolle(deps, valg)
    if (!svar.ok && svar.afvisning !== 'HAR_ROLLEN') throw new TypeError(`A role of the demo was refused: ${svar.afvisning}`)
  }
}

/** Gives the caseworkers what they may review, those that have nothing. Idempotent. */
export async function registerGennemgangsretter(
  deps: { readonly db: Database; readonly clock: Clock },
  verden: Verden,
): Promise<void> {
  for (const { hvem, af, ...ret } of verden.gennemgangsretter) {
    const { cvr } = hvem.organisation
    if (await hasRet(deps.db, { id: hvem.id, cvr })) continue
    await grantRet(deps, { id: af.id, navn: af.navn, cvr }, { ...ret, medarbejder: hvem.id, navn: hvem.navn })
  }
}

/** Enters the municipalities' plans, where they have none. Throws TypeError where a stage is refused. */
export async function registerPlaner(deps: { readonly db: Database; readonly clock: Clock }, verden: Verden): Promise<void> {
  const idag = danskDag(deps.clock.now())
  for (const { kommune, etaper } of verden.planer) {
    const leder = findLeder(verden, kommune)
    if (!leder || (await readPlan(deps, kommune)).plan.nr > 0) continue
    for (const [nr, { fraDage, tilDage, ...etape }] of etaper.entries()) {
      const hel = { ...etape, fra: dagEfter(idag, fraDage), til: dagEfter(idag, tilDage) }
      const svar = await changePlan(deps, leder, nr, { type: 'etapeSat', etape: hel, aarsag: 'Opdigtet plan i demoen' })
      if (!svar.ok) throw new TypeError(`A stage of the demo was refused: ${svar.afvisning}`)
    }
  }
}

const BUNKE = 1_000

/** Enters persons, their names and addresses, and custody, as a register would: no cases. Idempotent. */
export async function registerPersoner(
  deps: { db: Database; noegler: Noegler },
  personer: Iterable<Person>,
  onProgress: (antal: number) => void,
) {
  let bunke: Person[] = []
  for (const person of personer) {
    bunke.push(person)
    if (bunke.length < BUNKE) continue
    await saveBunke(deps, bunke)
    onProgress(bunke.length)
    bunke = []
  }
  await saveBunke(deps, bunke)
  onProgress(bunke.length)
}

async function saveBunke({ db, noegler }: { db: Database; noegler: Noegler }, personer: readonly Person[]): Promise<void> {
  if (personer.length === 0) return
  const numre = personer.flatMap(({ cpr, foraeldremyndighed }) => [cpr, ...foraeldremyndighed.map(({ indehaver }) => indehaver)])
  await db.transaction({ rolle: 'modtagelse' }, async (tx) => {
    const parter = await resolveParter(
      tx,
      noegler,
      [...new Set(numre)].map((nummer) => ({ type: 'cpr', nummer })),
    )
    const part = (cpr: string) => parter.get(partsnoegle({ type: 'cpr', nummer: cpr })) as Uuid
    await registerPersonfakta(
      tx,
      noegler,
      personer.map(({ cpr, foedt, adressebeskyttet }) => ({ part: part(cpr), foedt, adressebeskyttet, doed: null })),
    )
    await registerPartsoplysninger(
      tx,
      noegler,
      personer.map(({ cpr, navn, tidligereNavne, adresse }) => ({ part: part(cpr), navn, tidligereNavne, adresse })),
    )
    await registerForaeldremyndighed(
      tx,
      personer.map(({ cpr }) => part(cpr)),
      personer.flatMap(({ foraeldremyndighed }) =>
        foraeldremyndighed.map(({ barn, indehaver, fra, til }) => ({ barn: part(barn), indehaver: part(indehaver), fra, til })),
      ),
    )
  })
}
