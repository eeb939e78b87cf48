import { grundlagForKommune, kontekstForKommune } from '#adgang'
import { readForKommune } from '#adgangslog'
import { afvist, type CprNummer, newUuid, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import { findPerson } from '#part'
import { danskDag, startOfDanskDag } from '#platform/clock'
import { open, seal } from '#platform/crypto'
import type { Transaktion } from '#platform/database'
import { dagEfter } from '#web'
import type { Undtagelsesafvisning } from './logansvar.errors.ts'
import {
  type BesoegRaekke,
  findBesoeg,
  findEgneLogins,
  findSenest,
  findUndtagelse,
  findUndtagelseAf,
  insertUndtagelse,
  isBesoegSet,
  listUndtagelser,
  lockUndtagelser,
  type UndtagelseMedBesoeg,
  updateAfgjort,
  updateOphaevet,
} from './logansvar.sql.ts'
import type { Ansvarlig, Logansvarsdeps } from './spoergsmaal.ts'

/** The rules that let a municipality keep a look-up from the one it is about. */
export const HJEMLER = ['privateHensyn', 'offentligeHensyn', 'andenLov'] as const

export type Undtagelsesvisning = Omit<UndtagelseMedBesoeg, 'begrundelse' | 'part_id' | 'korrelation' | 'kommune'> & {
  readonly begrundelse: string
  /** It was approved, and its time is over: the visit is told again. */
  readonly udloebet: boolean
}

export type Forslag = {
  readonly part: Uuid
  readonly korrelation: Uuid
  readonly hjemmel: string
  readonly begrundelse: string
  /** The last day with, by the Danish calendar. */
  readonly til: string | undefined
}

const HOEJST = 200
const HOEJST_BESOEG = 100
const LAENGST_DAGE = 366
const MINDST_TEGN = 10
const HOEJST_TEGN = 1_000

const grundlagFor = (hvem: Ansvarlig) => grundlagForKommune(hvem, 'undtagelse')
const maerke = (id: Uuid): string => `borgerblikket/adgangslog undtagelse ${id}`

/** What is proposed, in force and over in this municipality. Throws what readForKommune throws. */
export async function hentUndtagelser(deps: Logansvarsdeps, hvem: Ansvarlig): Promise<readonly Undtagelsesvisning[]> {
  const [raekker] = await readForKommune(deps, grundlagFor(hvem), { hvad: 'undtagelse' }, [listUndtagelser(hvem.cvr, HOEJST)])
  const nu = deps.clock.now()
  return raekker.map(({ begrundelse, part_id: _, korrelation: __, kommune: ___, ...vist }) => ({
    ...vist,
    begrundelse: open(deps.noegler.indhold, begrundelse, maerke(vist.undtagelse_id)).toString('utf8'),
    udloebet: vist.tilstand === 'gaelder' && vist.til <= nu,
  }))
}

/**
 * The municipality's own visits to a citizen. A number that nobody has is one whom nobody has visited. Throws what readForKommune throws.
 */
export async function findBesoegHos(
  deps: Logansvarsdeps,
  hvem: Ansvarlig,
  cpr: CprNummer,
): Promise<{ readonly part: Uuid; readonly besoeg: readonly BesoegRaekke[] }> {
  const part = (await findPerson(deps.db, deps.noegler, cpr)) ?? newUuid()
  return { part, besoeg: await visBesoegHos(deps, hvem, part) }
}

/** The same, of one who has been found. */
export async function visBesoegHos(deps: Logansvarsdeps, hvem: Ansvarlig, part: Uuid): Promise<readonly BesoegRaekke[]> {
  const laesning = { hvad: 'undtagelse', part } as const
  const [besoeg] = await readForKommune(deps, grundlagFor(hvem), laesning, [findBesoeg(hvem.cvr, part, undefined, HOEJST_BESOEG)])
  return besoeg
}

/** Proposes to keep a visit from the citizen it was to; somebody else must approve it. Throws what readForKommune throws, and DatabaseFejl. */
export async function foreslaaUndtagelse(
  deps: Logansvarsdeps,
  hvem: Ansvarlig,
  { part, korrelation, hjemmel, begrundelse, til }: Forslag,
): Promise<Resultat<Uuid, Undtagelsesafvisning>> {
  const nu = deps.clock.now()
  const idag = danskDag(nu)
  if (!HJEMLER.some((en) => en === hjemmel)) return afvist('HJEMMEL_MANGLER')
  if (begrundelse.length < MINDST_TEGN || begrundelse.length > HOEJST_TEGN) return afvist('BEGRUNDELSE_MANGLER')
  if (til === undefined || til <= idag || til > dagEfter(idag, LAENGST_DAGE)) return afvist('DATO_UGYLDIG')
  const slut = startOfDanskDag(dagEfter(til, 1))
  const grundlag = grundlagFor(hvem)
  const laesning = { hvad: 'undtagelse', part } as const
  const [besoeg] = await readForKommune(deps, grundlag, laesning, [findBesoeg(hvem.cvr, part, korrelation, 1)])
  if (!besoeg[0]) return afvist('FINDES_IKKE')
  return deps.db.transaction(kontekstForKommune(grundlag), async (tx) => {
    await tx.run(lockUndtagelser(part, korrelation))
    if ((await tx.run(findUndtagelseAf(hvem.cvr, part, korrelation, nu))).length > 0) return afvist('ER_UNDTAGET')
    const hindring = await findHindring(tx, part, korrelation, slut)
    if (hindring) return afvist(hindring)
    const id = newUuid()
    const ny = {
      id,
      kommune: hvem.cvr,
      part,
      korrelation,
      hjemmel,
      begrundelse: seal(deps.noegler.indhold, begrundelse, maerke(id)),
      til: slut,
      foreslaaet: nu,
      af: hvem,
    }
    await tx.run(insertUndtagelse(ny))
    return ok(id)
  })
}

/** Nothing that the citizen would see go, and nothing that would be deleted before the citizen has had the time to see it. */
async function findHindring(
  tx: Transaktion,
  part: Uuid,
  korrelation: Uuid,
  til: Tidspunkt,
): Promise<Undtagelsesafvisning | undefined> {
  if ((await tx.run(isBesoegSet(part, korrelation)))[0]?.set) return 'ER_SET'
  const [linjer] = await tx.run(findSenest(part, korrelation))
  return !linjer?.senest || til > linjer.senest ? 'LAENGERE_END_LINJERNE' : undefined
}

export type Afgoerelse = 'godkend' | 'afvis' | 'ophaev'

/**
 * Somebody else approves, or anybody refuses, what was proposed; or anybody ends what is in force, after which the visit is told at once. What the
 * citizen has seen meanwhile is not kept back. Throws DatabaseFejl.
 */
export async function afgoerUndtagelse(
  deps: Logansvarsdeps,
  hvem: Ansvarlig,
  id: Uuid,
  afgoerelse: Afgoerelse,
): Promise<Resultat<undefined, Undtagelsesafvisning>> {
  const svar = await decide(deps, hvem, id, afgoerelse)
  return svar.ok && afgoerelse === 'godkend' ? endIfSeen(deps, hvem, id) : svar
}

/** A look that came into the log while it was approved was not seen by the check, and showed the visit: then it is told. */
const endIfSeen = (deps: Logansvarsdeps, hvem: Ansvarlig, id: Uuid): Promise<Resultat<undefined, Undtagelsesafvisning>> =>
  deps.db.transaction(kontekstForKommune(grundlagFor(hvem)), async (tx) => {
    const [raekke] = await tx.run(findUndtagelse(hvem.cvr, id))
    if (!raekke || !(await tx.run(isBesoegSet(raekke.part_id, raekke.korrelation)))[0]?.set) return ok(undefined)
    await tx.run(updateOphaevet(id, deps.clock.now(), hvem.navn))
    return afvist('ER_SET')
  })

function decide(
  deps: Logansvarsdeps,
  hvem: Ansvarlig,
  id: Uuid,
  afgoerelse: Afgoerelse,
): Promise<Resultat<undefined, Undtagelsesafvisning>> {
  const tid: Tidspunkt = deps.clock.now()
  return deps.db.transaction(kontekstForKommune(grundlagFor(hvem)), async (tx) => {
    const [raekke] = await tx.run(findUndtagelse(hvem.cvr, id))
    if (!raekke) return afvist('FINDES_IKKE')
    if (raekke.tilstand !== (afgoerelse === 'ophaev' ? 'gaelder' : 'foreslaaet')) return afvist('IKKE_I_TILSTAND')
    if (afgoerelse === 'ophaev') {
      await tx.run(updateOphaevet(id, tid, hvem.navn))
      return ok(undefined)
    }
    // Two logins of one person are one person.
    if (afgoerelse === 'godkend' && (await tx.run(findEgneLogins())).some((mit) => mit.id === raekke.foreslaaet_af))
      return afvist('SAMME_PERSON')
    const { part_id, korrelation, til } = raekke
    const hindring = afgoerelse === 'godkend' ? await findHindring(tx, part_id, korrelation, til) : undefined
    if (hindring) return afvist(hindring)
    await tx.run(updateAfgjort(id, afgoerelse === 'godkend' ? 'gaelder' : 'afvist', { tid, af: hvem }))
    return ok(undefined)
  })
}
