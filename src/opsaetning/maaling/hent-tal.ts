import { grundlagForKommune, kontekstForKommune, type Medarbejder } from '#adgang'
import type { Tidspunkt } from '#kernel'
import { LIVSOMRAADER, type LivsomraadeNoegle } from '#klassifikation'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { listGennemgangstider, listMaaneder, listOmraader, listTitler } from './maaling.sql.ts'
import { graenserFor, maanedFor, plusMaaneder } from './maaned.ts'
import { MINDST, suppress, suppressAndel, type Vist } from './undertryk.ts'

export type Taldeps = { readonly db: Database; readonly clock: Clock }

/** What a month came to, as it may be told. */
export type Maanedstal = {
  readonly maaned: string
  /** Undefined: nobody has counted yet. */
  readonly talt: Tidspunkt | undefined
  readonly afsluttet: boolean
  readonly borgere: Vist | undefined
  readonly besoeg: Vist | undefined
  /** Of all who looked here: the share whom the municipality shows something about, in per cent. */
  readonly andel: Vist | undefined
  readonly omraader: readonly { readonly omraade: LivsomraadeNoegle; readonly borgere: Vist; readonly besoeg: Vist }[]
  readonly sikre: number | undefined
  readonly holdt: number | undefined
  readonly gennemgang: { readonly titler: number; readonly dage: number; readonly sekunder: number | undefined } | undefined
}

const ANTAL_MAANEDER = 12

/** The municipality's last twelve months, newest first; months of which nothing is known are left out. Throws DatabaseFejl. */
export async function readMaanedstal({ db, clock }: Taldeps, person: Medarbejder): Promise<readonly Maanedstal[]> {
  const denne = maanedFor(clock.now())
  const { fra } = graenserFor(plusMaaneder(denne, 1 - ANTAL_MAANEDER))
  const grundlag = grundlagForKommune(person, 'gennemgangAfTitler')
  const [[maaneder, omraader, titler], [tider]] = await Promise.all([
    db.readBatch({ rolle: 'opsaetning' }, [listMaaneder(), listOmraader(person.cvr), listTitler(person.cvr)] as const),
    db.readBatch(kontekstForKommune(grundlag), [listGennemgangstider(person.cvr, fra)] as const),
  ])
  const alle = Array.from({ length: ANTAL_MAANEDER }, (_, nr) => plusMaaneder(denne, -nr))
  // Before anybody had looked at all there was nothing to look at, and a zero would say otherwise.
  const foerste = maaneder.findLast(({ besoeg }) => besoeg > 0)?.maaned ?? denne
  return alle.flatMap((maaned): Maanedstal[] => {
    const talt = maaneder.find((en) => en.maaned === maaned && maaned >= foerste)
    const tid = tider.find((en) => en.maaned === maaned)
    if (!talt && !tid) return []
    const egne = omraader.filter((en) => en.maaned === maaned)
    const samlet = egne.find(({ omraade }) => omraade === '') ?? { borgere: 0, besoeg: 0 }
    const titel = titler.find((en) => en.maaned === maaned)
    return [
      {
        maaned,
        talt: talt?.talt,
        afsluttet: talt?.afsluttet ?? false,
        borgere: talt && suppress(samlet.borgere),
        besoeg: talt && besoegOf(samlet),
        andel: talt && suppressAndel(samlet.borgere, talt.borgere),
        omraader: LIVSOMRAADER.flatMap(({ noegle }) => {
          const felt = egne.find(({ omraade }) => omraade === noegle)
          return felt ? [{ omraade: noegle, borgere: suppress(felt.borgere), besoeg: besoegOf(felt) }] : []
        }),
        sikre: titel?.sikre,
        holdt: titel?.holdt,
        // What so few titles took would tell of whoever looked at them.
        gennemgang: tid && tid.titler >= MINDST ? { ...tid, sekunder: tid.sekunder ?? undefined } : undefined,
      },
    ]
  })
}

/** Page views of few people are as telling as the people. */
const besoegOf = ({ borgere, besoeg }: { readonly borgere: number; readonly besoeg: number }): Vist =>
  suppress(borgere) === 'faa' ? 'faa' : besoeg
