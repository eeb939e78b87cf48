import { parseUuid, type Uuid, uuidFromName } from '#kernel'
import type { JournalnotatKilde, SagKilde } from '../../element/sag-dokument.kilde.ts'
import type { Regelbrud } from '../../regler/index.ts'
import type { Besked } from '../faelles/besked.ts'
import { NAVNERUM_URI } from '../faelles/navnerum.ts'
import { answerObjekter, type Beskedobjekt, type UdenNummer } from '../faelles/objektvis.ts'
import { toRegelbrud } from '../faelles/skemabrud.ts'
import { soegIder } from '../faelles/soeg-ider.ts'
import type { SoapSvar } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import { checkNotater } from './importer.ts'
import { type LaestObjekt, readAendringer } from './parse.ts'
import { NOTAT_URN, splitNotater } from './parse-notat.ts'

const OUTPUT = { element: 'OpdaterSagDokumentIndeksOutput', uri: NAVNERUM_URI.sdi } as const

/**
 * Answers opdater of SF1470 (AM-02, AM-04): each object is a change at its own Tidspunkt, put together with what the index holds and judged
 * as a whole by the rules of importer. Objects are refused one by one. A note inside a case is changed where the index has it, and else
 * made, with its case's master. Throws what `modtag` and `soeg` throw.
 */
export const answerOpdater = (kald: Soapkald, besked: Besked): Promise<SoapSvar> =>
  answerObjekter(kald, besked, OUTPUT, readAendringer(besked.operation, kald.roller), async (objekter) => {
    const kendt = await findKendte(kald, objekter)
    return objekter.map((objekt) => toLinjer(objekt, kald, kendt))
  })

function toLinjer({ objekt, veje, raa }: Beskedobjekt<LaestObjekt>, { roller }: Soapkald, kendt: Kendt): UdenNummer[] {
  const [laest] = objekt.elementer
  if (!laest) throw new TypeError('A change is one registration')
  const { element } = laest
  const afvis = (brud: readonly [Regelbrud, ...Regelbrud[]]): UdenNummer[] => [{ raa, brud, udkast: element }]
  const [foerste, ...resten] = uniqueRegler(veje.map((vej) => toRegelbrud(vej, objekt)))
  if (foerste) return afvis([foerste, ...resten])
  if (element.art !== 'sag') return [{ raa, brud: [], opdater: element }]
  const { sag, notater } = splitNotater(element)
  const nu = kendt.sager.get(parseUuid(sag.id ?? '') as Uuid)
  const aendring: UdenNummer = { raa, brud: [], opdater: pointNotater(sag) }
  // Without its case a note has no master: the case is refused, and its notes with it.
  if (!nu) return [aendring]
  const nye = notater.filter(({ id }) => !kendt.notater.has(id as Uuid)).map((notat) => inheritSag(notat, nu))
  const [brud, ...flere] = checkNotater(nye, roller)
  if (brud) return afvis([brud, ...flere])
  const kendte = notater.filter(({ id }) => kendt.notater.has(id as Uuid)).map(onlyAendret)
  return [
    aendring,
    ...nye.map((notat): UdenNummer => ({ raa: JSON.stringify(notat), brud: [], element: notat })),
    ...kendte.map((notat): UdenNummer => ({ raa: JSON.stringify(notat), brud: [], opdater: notat })),
  ]
}

function uniqueRegler(brud: readonly Regelbrud[]): Regelbrud[] {
  const sete = new Set<string>()
  return brud.filter(({ regel }) => !sete.has(regel) && sete.add(regel))
}

/** A change that names a note without what it says (to end it) points at the note as its case does. */
function pointNotater(sag: SagKilde): SagKilde {
  const id = parseUuid(sag.id ?? '')
  if (id === undefined || !sag.journalposter) return sag
  const journalposter = sag.journalposter.map((post) =>
    post.rolle === 'Journalnotat' && post.referenceId === 'URN:Empty'
      ? { ...post, referenceId: `${NOTAT_URN}${uuidFromName(id, post.indeks ?? '')}` }
      : post,
  )
  return { ...sag, journalposter }
}

const inheritSag = (notat: JournalnotatKilde, { brugerRef, livscyklusKode, itSystemer }: SagKilde): JournalnotatKilde => ({
  ...notat,
  ...(brugerRef === undefined ? {} : { brugerRef }),
  ...(livscyklusKode === undefined ? {} : { livscyklusKode }),
  ...(itSystemer === undefined ? {} : { itSystemer }),
})

/** Where a note stands is said once, and never changed. */
function onlyAendret({ sag: _sag, indeks: _indeks, itSystemer: _it, ...resten }: JournalnotatKilde): JournalnotatKilde {
  return resten
}

/** What the index holds of the cases that a message changes notes of. */
type Kendt = { readonly sager: ReadonlyMap<Uuid, SagKilde>; readonly notater: ReadonlySet<Uuid> }

async function findKendte(kald: Soapkald, objekter: readonly Beskedobjekt<LaestObjekt>[]): Promise<Kendt> {
  const delt = objekter.flatMap(({ objekt }) =>
    objekt.elementer.flatMap(({ element }) => (element.art === 'sag' ? [splitNotater(element)] : [])),
  )
  const medNotater = delt.filter(({ notater }) => notater.length > 0)
  const sagIder = medNotater.flatMap(({ sag }) => parseUuid(sag.id ?? '') ?? [])
  const notatIder = medNotater.flatMap(({ notater }) => notater.flatMap(({ id }) => parseUuid(id ?? '') ?? []))
  const [sager, notater] = [
    await findAlle(kald, 'sag', sagIder, ['itSystemer']),
    await findAlle(kald, 'journalnotat', notatIder, []),
  ]
  return {
    sager: new Map(sager.flatMap(({ id, element }) => (element.art === 'sag' ? [[id, element] as const] : []))),
    notater: new Set(notater.map(({ id }) => id)),
  }
}

async function findAlle(kald: Soapkald, art: 'sag' | 'journalnotat', ider: readonly Uuid[], vis: readonly string[]) {
  const svar = await soegIder(kald, art, [...new Set(ider)], vis)
  if (!svar.ok) throw new TypeError(`A search by ids alone was refused: ${svar.afvisning}`)
  return svar.value
}
