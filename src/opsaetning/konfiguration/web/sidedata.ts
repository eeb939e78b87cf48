import type { Medarbejder } from '#adgang'
import { type KlePraefiks, parseKlePraefiks, type Uuid } from '#kernel'
import type { Kilderegister } from '#kilde'
import type { KleUdgave } from '#klassifikation'
import { danskDag } from '#platform/clock'
import type { Sprog } from '#web'
import type { Antalstaeller } from '../antal.ts'
import { forskudteLinjer, grundlagFor, isLukketNummer, linjevirkninger } from '../anvend.ts'
import { AENDRER } from '../decide-udkast.ts'
import { lukkeversioner } from '../luk-nummer.ts'
import { findUdkastfakta, type Konfigurationsdeps } from '../ret-udkast.ts'
import { aabningerAf, sammenlign } from '../sammenligning.ts'
import {
  antalUnder,
  buildKletrae,
  findKnude,
  type Kleknude,
  knudetilstand,
  kommendeVersioner,
  soegKnuder,
  vejTil,
} from '../trae.ts'
import { listUdkast, readHistorik, readUdkastforloeb } from '../udkastlager.ts'
import type { Systemnavne } from './dele.ts'
import type { Linjeside } from './linje.view.ts'
import type { Nummerside } from './nummer.view.ts'
import type { Sammenligningsside } from './oversigter.view.ts'
import type { Traeside } from './trae.view.ts'
import type { Udkastside } from './udkast.view.ts'

/** Fetches what the pages show. All throw DatabaseFejl and SnapshotFejl. */

export type Sidedeps = Konfigurationsdeps & {
  readonly kilder: Kilderegister
  readonly udgaver: readonly KleUdgave[]
  readonly taelAntal: Antalstaeller
}

const HOEJST_FUNDNE = 100

const maaAendre = ({ roller }: Medarbejder): boolean => roller.includes(AENDRER)

/** The names of the systems that deliver for the municipality. */
export async function readSystemnavne({ kilder }: Pick<Sidedeps, 'kilder'>, { cvr }: Medarbejder): Promise<Systemnavne> {
  const egne = (await kilder.alle()).filter(({ kommuner }) => kommuner.includes(cvr))
  return new Map(egne.map(({ id, navn }) => [id, navn]))
}

async function readTrae(
  deps: Sidedeps,
  { cvr }: Medarbejder,
  sprog: Sprog,
  ekstra: readonly string[] = [],
): Promise<readonly Kleknude[]> {
  const egne = (await deps.opsaetning.current()).versionerFor(cvr).map(({ kle }) => kle)
  return buildKletrae(deps.udgaver, danskDag(deps.clock.now()), [...egne, ...ekstra], sprog)
}

/** A number's title, empty where none is known. */
export async function readTitler(
  deps: Sidedeps,
  person: Medarbejder,
  sprog: Sprog,
  ekstra: readonly string[] = [],
): Promise<(kle: string) => string> {
  const trae = await readTrae(deps, person, sprog, ekstra)
  return (kle) => {
    const praefiks = parseKlePraefiks(kle)
    return praefiks ? (findKnude(trae, praefiks)?.titel ?? '') : ''
  }
}

export async function readTraeside(
  deps: Sidedeps,
  person: Medarbejder,
  sprog: Sprog,
  { under, soegning }: { readonly under: KlePraefiks | undefined; readonly soegning: string },
): Promise<Traeside> {
  const [opsaetning, antal, udkast] = await Promise.all([
    deps.opsaetning.current(),
    deps.taelAntal(person),
    listUdkast(deps.db, person.cvr),
  ])
  const trae = await readTrae(deps, person, sprog, [...(antal?.efterEmne.keys() ?? [])])
  const knude = under && findKnude(trae, under)
  const nu = deps.clock.now()
  return {
    knuder: soegning ? soegKnuder(trae, soegning, HOEJST_FUNDNE) : (knude?.boern ?? trae),
    under: soegning ? undefined : knude,
    vej: knude ? vejTil(trae, knude.kle) : [],
    soegning,
    tilstandAf: (kle) => knudetilstand(opsaetning, person.cvr, kle, nu),
    antal,
    udkast: udkast.filter(({ tilstand }) => tilstand === 'udkast' || tilstand === 'foreslaaet'),
    maaAendre: maaAendre(person),
  }
}

export async function readNummerside(deps: Sidedeps, person: Medarbejder, sprog: Sprog, kle: KlePraefiks): Promise<Nummerside> {
  const [opsaetning, antal, udkast, systemer] = await Promise.all([
    deps.opsaetning.current(),
    deps.taelAntal(person),
    listUdkast(deps.db, person.cvr),
    readSystemnavne(deps, person),
  ])
  const nu = deps.clock.now()
  return {
    kle,
    knude: findKnude(await readTrae(deps, person, sprog, [kle]), kle),
    tilstand: knudetilstand(opsaetning, person.cvr, kle, nu),
    gaeldende: opsaetning.konfigurationFor(person.cvr, kle, nu),
    kommende: kommendeVersioner(opsaetning, person.cvr, kle, nu),
    lukketNummer: isLukketNummer(kle),
    antal: antal && antalUnder(antal.efterEmne, kle),
    andre: aabningerAf(opsaetning, kle, nu).filter(({ kommune }) => kommune !== person.cvr),
    systemer,
    udkast: udkast.filter(({ tilstand }) => tilstand === 'udkast'),
    maaAendre: maaAendre(person),
    kanLukkes: lukkeversioner(opsaetning, person.cvr, kle, nu).length > 0,
  }
}

/** Undefined where there is no such draft, or it is another municipality's. */
export async function readUdkastside(
  deps: Sidedeps,
  person: Medarbejder,
  sprog: Sprog,
  id: Uuid,
): Promise<Udkastside | undefined> {
  const forloeb = await readUdkastforloeb(deps.db, person.cvr, id)
  if (!forloeb) return undefined
  const { udkast, haendelser } = forloeb
  const opsaetning = await deps.opsaetning.current()
  const fakta = findUdkastfakta(opsaetning, udkast, deps.clock.now())
  const [gjort] = udkast.aendring ? await readHistorik(deps.db, person.cvr, { foer: udkast.aendring + 1, hoejst: 1 }) : []
  return {
    udkast,
    haendelser,
    linjer: gjort?.indhold.linjer ?? fakta.linjer,
    hash: fakta.hash,
    indsnaevrer: fakta.indsnaevrer,
    forskudte: udkast.tilstand === 'foreslaaet' && udkast.forslag ? forskudteLinjer(udkast.forslag.linjer, fakta.linjer) : [],
    titelAf: await readTitler(
      deps,
      person,
      sprog,
      udkast.linjer.map(({ kle }) => kle),
    ),
    systemer: await readSystemnavne(deps, person),
    mig: person.id,
    maaAendre: maaAendre(person),
  }
}

/** The form of one number in a draft. Undefined where there is no such draft to edit. */
export async function readLinjeside(
  deps: Sidedeps,
  person: Medarbejder,
  sprog: Sprog,
  { id, kle }: { readonly id: Uuid; readonly kle: KlePraefiks },
): Promise<(Linjeside & { readonly grundlag: Linjeside['indhold'] }) | undefined> {
  const forloeb = await readUdkastforloeb(deps.db, person.cvr, id)
  if (!forloeb) return undefined
  const { udkast } = forloeb
  const opsaetning = await deps.opsaetning.current()
  const nu = deps.clock.now()
  const grundlag = grundlagFor(opsaetning, udkast, kle, nu)
  return {
    udkast,
    kle,
    titel: (await readTitler(deps, person, sprog, [kle]))(kle),
    lukketNummer: isLukketNummer(kle),
    grundlag,
    indhold: linjevirkninger(opsaetning, udkast, nu).find((linje) => linje.kle === kle)?.efter ?? grundlag,
    jurist: udkast.linjer.find((linje) => linje.kle === kle)?.jurist,
    systemer: await readSystemnavne(deps, person),
  }
}

export async function readSammenligningsside(
  deps: Sidedeps,
  person: Medarbejder,
  sprog: Sprog,
  kunManglende: boolean,
): Promise<Sammenligningsside> {
  const opsaetning = await deps.opsaetning.current()
  const raekker = sammenlign(opsaetning, person.cvr, deps.clock.now())
  return {
    raekker,
    andre: opsaetning.kommuner().filter((kommune) => kommune !== person.cvr).length,
    kunManglende,
    titelAf: await readTitler(
      deps,
      person,
      sprog,
      raekker.map(({ kle }) => kle),
    ),
  }
}
