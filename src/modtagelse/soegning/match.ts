import type { Art, Tidspunkt, Uuid, Virkning } from '#kernel'
import type { ElementKilde } from '../element/element.kilde.ts'
import { parsePeriode, type Rollekatalog } from '../regler/index.ts'
import type { Betingelse, Interval, Postbetingelse, Soegeudtryk } from './soegning.ts'
import { fitsMoenster, isInInterval, valuesAt } from './vaerdier.ts'

/** An object with what was sent, parties named by part. */
export type Kandidat = {
  readonly id: Uuid
  readonly art: Art
  readonly tidspunkt: Tidspunkt
  readonly modtaget: Tidspunkt
  /** It stands on no case or grant. */
  readonly alene: boolean
  readonly element: ElementKilde
}

type Post = Readonly<Record<string, unknown>>

/** Does what was asked for hold of it? Pure. This alone decides; the database only leaves out what cannot fit. */
export function isMatch(kandidat: Kandidat, udtryk: Soegeudtryk, roller: Rollekatalog): boolean {
  if ('og' in udtryk) return udtryk.og.every((led) => isMatch(kandidat, led, roller))
  if ('eller' in udtryk) return udtryk.eller.some((led) => isMatch(kandidat, led, roller))
  if ('ikke' in udtryk) return !isMatch(kandidat, udtryk.ikke, roller)
  return holds(kandidat, udtryk, roller)
}

function holds(kandidat: Kandidat, betingelse: Betingelse, roller: Rollekatalog): boolean {
  if ('liste' in betingelse) return postsOf(kandidat.element, betingelse.liste).some((post) => fits(post, betingelse, roller))
  if ('art' in betingelse) return kandidat.art === betingelse.art
  if ('id' in betingelse) return kandidat.id === betingelse.id
  if ('tidspunkt' in betingelse) return isIn(kandidat.tidspunkt, betingelse.tidspunkt)
  if ('modtaget' in betingelse) return isIn(kandidat.modtaget, betingelse.modtaget)
  if ('brugerRef' in betingelse) return fitsMoenster(kandidat.element.brugerRef ?? '', betingelse.brugerRef)
  return kandidat.art === 'dokument' && kandidat.alene
}

const isIn = (tid: Tidspunkt, { fra, til }: Interval): boolean =>
  (fra === undefined || fra <= tid) && (til === undefined || tid < til)

export const postsOf = (element: ElementKilde, liste: string): readonly Post[] => {
  const poster = (element as Post)[liste]
  return Array.isArray(poster) ? (poster as readonly Post[]) : []
}

function fits(post: Post, { liste, felter = {}, intervaller = {}, virkning }: Postbetingelse, roller: Rollekatalog): boolean {
  return (
    (virkning === undefined || isSamtidig(parsePeriode(post['virkning']), virkning)) &&
    Object.entries(felter).every(([sti, ventet]) =>
      valuesAt(post, sti.split('.')).some((vaerdi) =>
        isLig(toNavn(liste, sti, vaerdi, roller), toNavn(liste, sti, ventet, roller)),
      ),
    ) &&
    Object.entries(intervaller).every(([sti, interval]) =>
      valuesAt(post, sti.split('.')).some((vaerdi) => isInInterval(vaerdi, interval)),
    )
  )
}

const isSamtidig = (periode: Virkning | undefined, { fra, til }: Interval): boolean =>
  periode !== undefined &&
  (til === undefined || periode.fra < til) &&
  (fra === undefined || periode.til === null || fra < periode.til)

/** Roles and types by name, however they were written. */
function toNavn(liste: string, sti: string, vaerdi: unknown, roller: Rollekatalog): unknown {
  if (typeof vaerdi !== 'string') return vaerdi
  if (sti === 'rolle') return roller.rolleNavn(liste, vaerdi) ?? vaerdi
  return sti === 'type' ? (roller.typeNavn(vaerdi) ?? vaerdi) : vaerdi
}

const isLig = (vaerdi: unknown, ventet: unknown): boolean =>
  typeof vaerdi === 'string' && typeof ventet === 'string' ? fitsMoenster(vaerdi, ventet) : vaerdi === ventet
