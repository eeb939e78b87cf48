import type { Medarbejder } from '#adgang'
import type { Daekningslager } from '#afstemning/daekning'
import { afvist, type CvrNummer, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import { KENDTE_SLAGS } from '#kilde'
import type { LivsomraadeNoegle } from '#klassifikation'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import {
  deleteForventning,
  insertForventning,
  insertForventningsskridt,
  listForventning,
  listForventningsskridt,
} from './daekning.sql.ts'
import type { Forventningsafvisning } from './forventning.errors.ts'

export type Forventningsdeps = {
  readonly db: Database
  readonly clock: Clock
  readonly daekning: Pick<Daekningslager, 'refresh'>
}

/** Who says which systems a municipality has. */
export const FORVENTER = 'projektansvarlig'
/** Nine areas are changed a few times a year. */
const HOEJST_SKRIDT = 5_000

/** One thing that was said: by whom, when, why. No kinds: nobody knows. */
export type Forventningsskridt = {
  readonly nr: number
  readonly tid: Tidspunkt
  readonly af: { readonly id: Uuid; readonly navn: string }
  readonly omraade: LivsomraadeNoegle
  readonly slags: readonly string[]
  readonly aarsag: string
}

/** What holds in each area (none: unknown), and all that has been said, oldest first. */
export type Forventninger = {
  readonly nr: number
  readonly gaeldende: ReadonlyMap<LivsomraadeNoegle, readonly string[]>
  readonly skridt: readonly Forventningsskridt[]
}

/** Throws DatabaseFejl. */
export async function readForventninger({ db }: Pick<Forventningsdeps, 'db'>, kommune: CvrNummer): Promise<Forventninger> {
  const [skridt, gaeldende] = await db.readBatch({ rolle: 'opsaetning' }, [
    listForventningsskridt(kommune),
    listForventning(kommune),
  ] as const)
  const efter = Map.groupBy(gaeldende, ({ livsomraade }) => livsomraade)
  return {
    nr: skridt.at(-1)?.nr ?? 0,
    gaeldende: new Map([...efter].map(([omraade, led]) => [omraade, led.map(({ slags }) => slags).sort()])),
    skridt: skridt.map(({ nr, tid, medarbejder_id, medarbejder_navn, livsomraade, slags, aarsag }) => ({
      nr,
      tid,
      af: { id: medarbejder_id, navn: medarbejder_navn },
      omraade: livsomraade,
      slags,
      aarsag,
    })),
  }
}

/**
 * Says which kinds of system could hold such things in an area, in the person's own municipality; none: unknown again. Kept for good, and in
 * force when it returns. `nr` is what the form stood on: where somebody has said something meanwhile nothing is written, unless it was this
 * very thing, sent twice. Throws DatabaseFejl and SnapshotFejl.
 */
export async function sayForventning(
  { db, clock, daekning }: Forventningsdeps,
  person: Pick<Medarbejder, 'id' | 'cvr' | 'navn' | 'roller'>,
  nr: number,
  sagt: { readonly omraade: LivsomraadeNoegle; readonly slags: readonly string[]; readonly aarsag: string },
): Promise<Resultat<number, Forventningsafvisning>> {
  if (!person.roller.includes(FORVENTER)) return afvist('IKKE_DIN_ROLLE')
  const slags = [...new Set(sagt.slags)].sort()
  if (!slags.every((en) => KENDTE_SLAGS.includes(en))) return afvist('UKENDT_SLAGS')
  const kommune = person.cvr
  const svar = await db.transaction({ rolle: 'opsaetning' }, async (tx): Promise<Resultat<number, Forventningsafvisning>> => {
    const skridt = await tx.run(listForventningsskridt(kommune))
    const seneste = skridt.at(-1)
    if (nr !== (seneste?.nr ?? 0)) {
      const igen = skridt.find((en) => en.nr === nr + 1)
      const samme = igen?.medarbejder_id === person.id && igen.livsomraade === sagt.omraade && ens(igen.slags, slags)
      return samme ? ok(igen.nr) : afvist('ANDEN_VAR_FOERST')
    }
    if (nr >= HOEJST_SKRIDT) return afvist('FOR_MANGE')
    const hidtil = (await tx.run(listForventning(kommune))).filter(({ livsomraade }) => livsomraade === sagt.omraade)
    if (ens(hidtil.map((en) => en.slags).sort(), slags)) return afvist('INTET_AENDRET')
    const raekke = { kommune, nr: nr + 1, tid: clock.now(), livsomraade: sagt.omraade, slags, aarsag: sagt.aarsag }
    const hvem = { medarbejder_id: person.id, medarbejder_navn: person.navn }
    if ((await tx.count(insertForventningsskridt({ ...raekke, ...hvem }))) !== 1) return afvist('ANDEN_VAR_FOERST')
    await tx.run(deleteForventning(kommune, sagt.omraade))
    if (slags.length > 0) await tx.run(insertForventning(kommune, sagt.omraade, slags))
    return ok(nr + 1)
  })
  if (svar.ok) await daekning.refresh()
  return svar
}

const ens = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()
