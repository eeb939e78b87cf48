import { parseTidspunkt, parseUuid } from '#kernel'
import type { RelationKilde, VirkningKilde } from '../../element/faelles.kilde.ts'
import type { BevillingKilde, OekonomiskEffektueringKilde } from '../../element/ydelse.kilde.ts'
import type { ElementKilde } from '../../leverance/index.ts'
import type { Afsender, Rollekatalog } from '../../regler/index.ts'

type Ydelsesart = BevillingKilde | OekonomiskEffektueringKilde

export const isYdelsesart = (element: ElementKilde): element is Ydelsesart =>
  element.art === 'bevilling' || element.art === 'oekonomiskEffektuering'

/**
 * An imported grant or payment with what the interface leaves unsaid and the rules ask for. What is said is never changed.
 * - A benefit is Økonomisk where the message does not say otherwise: the interface knows no other.
 * - An it-system of a grant holds from when its attributes do: the interface gives it no virkning.
 * - Master is the it-system in the role Master: of the payment; of the grant (bi:ItSystemRelation as a local extension of RelationListe); else
 *   of the grant's benefits, which must agree (BEV-047); else, where nobody names one, the system that sends. Afsender, where it is not
 *   named, is the system that sends.
 */
export function fillYdelse<T extends Ydelsesart>(element: T, afsender: Afsender, roller: Rollekatalog): T {
  const virkning = findVirkning(element.egenskaber)
  const hel = (relation: RelationKilde): RelationKilde => (virkning ? { virkning, ...relation } : relation)
  const givne = (element.itSystemer ?? []).map(hel)
  const har = new Set(givne.map(({ rolle = '' }) => roller.rolleNavn('itSystemer', rolle)))
  // One whose rolle cannot be told is refused as what it is, not covered by another.
  if (har.has(undefined)) return { ...element, ...withYdelsestype(element), itSystemer: givne }
  const egen = { referenceId: afsender.itSystem, systemNavn: afsender.systemNavn }
  const nye = [
    ...(har.has('Master') ? [] : [{ rolle: 'Master', ...(findMaster(element, afsender, roller) ?? egen) }]),
    ...(har.has('Afsender') ? [] : [{ rolle: 'Afsender', ...egen }]),
  ].map((relation) => hel({ ...relation, type: 'IT-system' }))
  return { ...element, ...withYdelsestype(element), itSystemer: [...givne, ...nye] }
}

type Virket = { readonly virkning?: VirkningKilde }

/** From the first attribute set's time, and on. */
function findVirkning(egenskaber: readonly Virket[] = []): VirkningKilde | undefined {
  const tid = ({ fra = '' }: VirkningKilde) => parseTidspunkt(fra) ?? '~'
  const [foerste] = egenskaber.flatMap(({ virkning }) => virkning ?? []).sort((a, b) => (tid(a) < tid(b) ? -1 : 1))
  if (!foerste) return undefined
  const { noteTekst: _, ...uden } = foerste
  return { ...uden, til: null }
}

function findMaster(element: Ydelsesart, afsender: Afsender, roller: Rollekatalog): RelationKilde | undefined {
  if (element.art !== 'bevilling') return undefined
  const systemer = (element.bevilgedeYdelser ?? []).flatMap(({ itSystemer = [] }) => itSystemer)
  const master = systemer.find(({ rolle = '' }) => roller.rolleNavn('itSystemer', rolle) === 'Master')
  if (master?.referenceId === undefined) return undefined
  const navn = master.systemNavn ?? (parseUuid(master.referenceId) === afsender.itSystem ? afsender.systemNavn : undefined)
  return { referenceId: master.referenceId, ...(navn === undefined ? {} : { systemNavn: navn }) }
}

function withYdelsestype(element: Ydelsesart): Pick<BevillingKilde, 'bevilgedeYdelser'> {
  if (element.art !== 'bevilling' || !element.bevilgedeYdelser) return {}
  return { bevilgedeYdelser: element.bevilgedeYdelser.map((ydelse) => ({ ydelsestype: 'Økonomisk', ...ydelse })) }
}
