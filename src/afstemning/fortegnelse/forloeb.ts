import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Afvist, afvist, newUuid, type Ok, ok, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { createSammenligning, type Fund, GRAENSER, type Liste } from '../trae/index.ts'
import { closeForloeb } from './afslut.ts'
import { insertAfstemning } from './afstemning.sql.ts'
import type { Afstemningsafvisning, Kildeobjekt, Oplyst, Trinknude, Trinsvar } from './afstemning.ts'
import { type Billede, takeBillede } from './billede.ts'
import { createIgangvaerende, type Igang, type Igangvaerende, isEndt } from './igang.ts'

export type Afstemningsdeps = { readonly db: Database; readonly clock: Clock }

type Svar<T> = Ok<T> | Afvist<Afstemningsafvisning>

/** Reconciliations. One that is interrupted longer than a quarter of an hour, or by a restart, is begun again. */
export type Forloeb = {
  /** Takes the picture and compares the roots. Throws DatabaseFejl. */
  start(kilde: Kilde, oplyst: Oplyst): Promise<Svar<Trinsvar>>
  /** Takes what was asked for; the same again answers the same. `raa` is what it is known by. Throws DatabaseFejl. */
  step(kilde: Kilde, id: Uuid, svar: readonly Trinknude[], raa: string): Promise<Svar<Trinsvar>>
  /** The simple way: everything at once. Throws DatabaseFejl. */
  compare(kilde: Kilde, oplyst: Omit<Oplyst, 'antal' | 'rod' | 'signatur'>, liste: Liste): Promise<Svar<Trinsvar>>
  close(): void
}

const HOEJST_TRIN = 2_000
/** Pictures that are taken at a time: each reads all of a source's objects. */
const HOEJST_BILLEDER = 2
const UR_MS = 5 * 60_000
const HOEJST_ALDER_MS = 24 * 3_600_000

export function createForloeb(deps: Afstemningsdeps): Forloeb {
  const igang = createIgangvaerende(deps.clock)
  let billeder = 0
  const open = async (kilde: Kilde, oplyst: Pick<Oplyst, 'kommune' | 'tidspunkt'>): Promise<Svar<Billede>> => {
    const brud = checkOplyst(kilde, oplyst, Date.parse(deps.clock.now()))
    if (brud) return afvist(brud)
    if (billeder >= HOEJST_BILLEDER || !igang.makeRoom(kilde.id, oplyst.kommune)) return afvist('AFSTEMNING_OPTAGET')
    billeder++
    try {
      return ok(await takeBillede(deps.db, kilde.id, oplyst.kommune))
    } finally {
      billeder--
    }
  }
  return {
    start: async (kilde, oplyst) => {
      const billede = await open(kilde, oplyst)
      return billede.ok ? ok(await begin(deps, igang, kilde, oplyst, billede.value)) : billede
    },
    step: async (kilde, id, svar, raa) => {
      const led = igang.find(kilde.id, id)
      if (!led) return afvist('AFSTEMNING_UDLOEBET')
      const kendt = createHash('sha256').update(raa).digest('hex')
      const taget = led.koe.then(() => take(deps, igang, kilde, led, svar, kendt))
      led.koe = taget.catch(() => undefined)
      return taget
    },
    compare: async (kilde, oplyst, liste) => {
      const billede = await open(kilde, oplyst)
      if (!billede.ok) return billede
      try {
        return await compareHele(deps, kilde, oplyst, liste, billede.value)
      } finally {
        billede.value.close()
      }
    },
    close: igang.close,
  }
}

/** A source answers for all that it has of a municipality, so one whose rights are narrowed for the call cannot. */
function checkOplyst(
  { kommuner, afgraensning }: Kilde,
  { kommune, tidspunkt }: Pick<Oplyst, 'kommune' | 'tidspunkt'>,
  nu: number,
): Afstemningsafvisning | undefined {
  if (!kommuner.includes(kommune) || afgraensning) return 'KOMMUNE_IKKE_AFTALT'
  if (Date.parse(tidspunkt) > nu + UR_MS) return 'TIDSPUNKT_I_FREMTIDEN'
  return Date.parse(tidspunkt) < nu - HOEJST_ALDER_MS ? 'TIDSPUNKT_FOR_GAMMELT' : undefined
}

const record = ({ db, clock }: Afstemningsdeps, id: Uuid, kilde: Kilde, oplyst: Oplyst, billede: Billede) =>
  db.transaction({ rolle: 'modtagelse' }, (tx) =>
    tx.run(insertAfstemning(id, kilde.id, oplyst, billede.raekke.antal, clock.now())),
  )

async function begin(
  deps: Afstemningsdeps,
  igang: Igangvaerende,
  kilde: Kilde,
  oplyst: Oplyst,
  billede: Billede,
): Promise<Trinsvar> {
  const id = newUuid()
  const sammenligning = createSammenligning<Kildeobjekt>(billede.raekke, { antal: oplyst.antal, hash: oplyst.rod })
  const led = igang.add({ id, kilde: kilde.id, oplyst, billede, sammenligning })
  try {
    await record(deps, id, kilde, oplyst, billede)
    const svar = await proceed(deps, kilde, led)
    if (svar.resultat) igang.drop(led)
    return svar
  } catch (fejl) {
    igang.drop(led)
    throw fejl
  }
}

async function take(
  deps: Afstemningsdeps,
  igang: Igangvaerende,
  kilde: Kilde,
  led: Igang,
  svar: readonly Trinknude[],
  raa: string,
): Promise<Svar<Trinsvar>> {
  if (led.sidste?.raa === raa) return ok(led.sidste.svar)
  if (isEndt(led)) return afvist('IKKE_SPURGT')
  if (++led.trin > HOEJST_TRIN) {
    igang.drop(led)
    return afvist('FOR_MANGE_TRIN')
  }
  // The hashes of large nodes are of megabytes; others get their turn before them.
  await nextTurn()
  // What was taken and could not be answered is answered now.
  if (led.taget !== raa) {
    const taget = led.sammenligning.tag(svar)
    if (!taget.ok) {
      if (taget.afvisning === 'USAMMENHAENGENDE') igang.drop(led)
      return taget
    }
    led.taget = raa
  }
  const videre = await proceed(deps, kilde, led)
  led.sidste = { raa, svar: videre }
  return ok(videre)
}

/** What is asked next, or what came of it. */
async function proceed(deps: Afstemningsdeps, kilde: Kilde, led: Igang): Promise<Trinsvar> {
  const spoergsmaal = led.sammenligning.spoergsmaal()
  if (spoergsmaal.spoerg.length + spoergsmaal.objekter.length > 0)
    return { afstemning: led.id, ...spoergsmaal, resultat: undefined }
  const svar = await end(deps, led.id, kilde, led.oplyst, led.billede, led.sammenligning.fund())
  led.billede.close()
  return svar
}

async function compareHele(
  deps: Afstemningsdeps,
  kilde: Kilde,
  oplyst: Omit<Oplyst, 'antal' | 'rod' | 'signatur'>,
  liste: Liste,
  billede: Billede,
): Promise<Svar<Trinsvar>> {
  const fundet = liste.compare(billede.raekke, GRAENSER.fund)
  if (!fundet) return afvist('USAMMENHAENGENDE')
  const id = newUuid()
  const hele: Oplyst = { ...oplyst, antal: fundet.rod.antal, rod: fundet.rod.hash, signatur: undefined }
  await record(deps, id, kilde, hele, billede)
  return ok(await end(deps, id, kilde, hele, billede, fundet.fund))
}

async function end(
  { db, clock }: Afstemningsdeps,
  id: Uuid,
  kilde: Kilde,
  oplyst: Oplyst,
  billede: Billede,
  fund: Fund<Kildeobjekt>,
): Promise<Trinsvar> {
  const kunHer = fund.kunHer.map((digest) => billede.find(digest))
  const slut = { id, kilde, oplyst, stand: billede.stand, fund, kunHer, nu: clock.now() }
  const resultat = await db.transaction({ rolle: 'modtagelse' }, (tx) => closeForloeb(tx, slut))
  return { afstemning: id, spoerg: [], objekter: [], resultat }
}
