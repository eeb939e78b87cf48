import type { Medarbejdergrundlag, Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import { type Noegler, open } from '#platform/crypto'
import type { Statement } from '#platform/database'
import { type BemaerkningRaekke, listBemaerkninger } from './bemaerkning.sql.ts'
import type { Bemaerkning, Bemaerkningsindhold } from './bemaerkning.ts'

/** What the seal of a remark's text is bound to: moved to another person or municipality it does not open. */
export const aadOf = ({
  bemaerkning_id,
  part_id,
  kommune,
}: Pick<BemaerkningRaekke, 'bemaerkning_id' | 'part_id' | 'kommune'>): string =>
  `borgerblikket/bemaerkning ${bemaerkning_id} ${part_id} ${kommune}`

/** The statement that a read on this ground takes along to have the remarks that hold or are to hold, of its municipality alone. */
export const bemaerkningsstatement = (
  { kommune, part }: Pick<Medarbejdergrundlag, 'kommune' | 'part'>,
  nu: Tidspunkt,
): Statement<BemaerkningRaekke> => listBemaerkninger(kommune, part, danskDag(nu))

/** The rows opened, as they came. Throws Forseglingsfejl where one is not as it was written. */
export const toBemaerkninger = (
  { indhold: ring }: Pick<Noegler, 'indhold'>,
  raekker: readonly BemaerkningRaekke[],
): readonly Bemaerkning[] =>
  raekker.map((raekke) => ({
    ...(JSON.parse(open(ring, raekke.indhold, aadOf(raekke)).toString('utf8')) as Bemaerkningsindhold),
    id: raekke.bemaerkning_id,
    slags: raekke.slags,
    fra: raekke.fra,
    til: raekke.til ?? undefined,
    gennemgaasSenest: raekke.gennemgaas_senest ?? undefined,
    satAf: raekke.af_navn,
    sat: danskDag(raekke.oprettet),
  }))
