import { ARTER, type Art, type Uuid } from '#kernel'
import {
  type Brydning,
  brydAntal,
  brydninger,
  brydTvaer,
  checkElement,
  fuldtElement,
  KATALOGER,
  type NummereretFelt,
  normalizeRest,
} from '#modtagelse/regler'
import { writeImporter, writeImporterYdelse } from '#modtagelse/soap'
import { PLADSHOLDER_PERSON, PLADSHOLDER_SYSTEM } from './klargoer.ts'
import type { Familie, Proevesag, Sagsfil } from './sag.ts'

/** One way to break one rule of an item that otherwise is right. */
export type Regelbrydning = {
  readonly regel: string
  readonly hvordan: string
  readonly bryd: Brydning['bryd']
  /** Undefined where it is the number of relations that breaks. */
  readonly felt: { readonly form: string; readonly itSystem: boolean } | undefined
}

type Felter = Record<string, unknown>
type Poster = Felter[]
type Element = Parameters<typeof normalizeRest>[0]

/**
 * A right item of the kind with everything that its rules allow, to be delivered by the system of a run: its own id, the system as Master,
 * and KLE numbers that the sandbox knows.
 */
export function rigtigtElement(art: Art): Felter {
  const element = fuldtElement(art)
  element['id'] = 'afb00000-0000-4000-8000-000000000001'
  for (const system of element['itSystemer'] as Poster) system['referenceId'] = PLADSHOLDER_SYSTEM
  for (const liste of ['sagsklasser', 'dokumentklasser'])
    for (const klasse of (element[liste] ?? []) as Poster) {
      if (klasse['rolle'] === 'Primær klasse') klasse['brugervendtNoegle'] = '27.36.04'
      // The classes that hide or decide have names of their own.
      if (klasse['rolle'] === 'Visningsklasse') klasse['brugervendtNoegle'] = 'Visning undtaget for borger'
    }
  return element
}

const brydelig = ({ ikkePaaTraaden }: NummereretFelt): boolean => ikkePaaTraaden === undefined

/** Every way to break every rule that a single item of the kind can break. */
export function listBrydninger(art: Art): readonly Regelbrydning[] {
  const { saet, relationer, tvaer = [] } = KATALOGER[art]
  const med = (nummer: string, veje: readonly Brydning[], felt?: Regelbrydning['felt']) =>
    veje.map((vej): Regelbrydning => ({ regel: nummer, ...vej, felt }))
  return [
    ...saet.flatMap(({ felter, liste }) =>
      felter.filter(brydelig).flatMap((felt) => med(felt.nummer, brydninger(felt, liste), { form: felt.form, itSystem: false })),
    ),
    ...relationer.flatMap((relation) => [
      ...med(relation.nummer, brydAntal(relation)),
      ...relation.felter.filter(brydelig).flatMap((felt) => {
        const fakta = { form: felt.form, itSystem: relation.relation === 'IT-system' }
        return med(felt.nummer, brydninger(felt, relation.liste, relation), fakta)
      }),
    ]),
    ...tvaer.flatMap((regel) => med(regel.nummer, brydTvaer(regel))),
  ]
}

/** How the ways of breaking are divided into folders. */
function maadeOf({ hvordan }: Regelbrydning): Familie['maade'] {
  if (hvordan.startsWith('på tværs')) return 'flere felter'
  if (hvordan === 'mangler' || hvordan === 'for lang' || hvordan === 'skal udelades') return hvordan
  return hvordan === 'to på samme tid' ? 'antal' : 'form'
}

const TRANSAKTION = 'afb00000-0000-4000-8000-00000000ffff'

export const isYdelse = (art: unknown): boolean => art === 'bevilling' || art === 'oekonomiskEffektuering'

/** The item as it is sent. */
export function skrivBesked(element: Felter, kanal: Familie['kanal']): string {
  if (kanal === 'rest') return `${JSON.stringify(element)}\n`
  return (isYdelse(element['art']) ? writeImporterYdelse : writeImporter)([element as Element], TRANSAKTION)
}

/** What the messages of Ydelsesindeks leave unsaid, and the receiver takes to be so. */
const YDELSE_UDFYLDES = new Set(['BEV-180', 'BEV-190', 'EFF-180', 'EFF-190', 'BEV-014'])
/** The messages have no place for it. */
const YDELSE_UDEN_PLADS = new Set(['EFF-031'])

/** Whether a message of the kind over the channel can break the rule in this way. */
export function kanBrydes(kanal: Familie['kanal'], brydning: Regelbrydning, element: Felter): boolean {
  if (kanal === 'rest') return kanBrydesOverRest(brydning, element)
  if (!isYdelse(element['art'])) return true
  return !YDELSE_UDEN_PLADS.has(brydning.regel) && !(brydning.hvordan === 'mangler' && YDELSE_UDFYLDES.has(brydning.regel))
}

const SENDER = { itSystem: PLADSHOLDER_SYSTEM as Uuid, systemNavn: 'Prøvesystem' }

/**
 * Whether a line over REST can break the rule in this way. It cannot where the receiver fills in what is missing, where the shape of the JSON
 * decides first (IND-016: a boolean is no text), and for the role of an it-system, which REST takes to be one more (IND-010).
 */
function kanBrydesOverRest({ hvordan, felt }: Regelbrydning, element: Felter): boolean {
  if (hvordan === 'ikke boolsk' || (felt?.form === 'rolle' && felt.itSystem)) return false
  return hvordan !== 'mangler' || checkElement(normalizeRest(element as Element, SENDER)).length > 0
}

/** A case for each rule and way of a family. */
export function udfoldFamilie(mappe: string, fil: Omit<Sagsfil, 'trin' | 'familie'>, familie: Familie): readonly Proevesag[] {
  const { art, kanal, maade } = familie
  return listBrydninger(art)
    .filter((brydning) => maadeOf(brydning) === maade)
    .flatMap((brydning): Proevesag[] => {
      const { regel, hvordan, bryd } = brydning
      const element = rigtigtElement(art)
      bryd(element)
      if (!kanBrydes(kanal, brydning, element)) return []
      const endelse = kanal === 'rest' ? ('besked.ndjson' as const) : ('besked.xml' as const)
      return [
        {
          ...fil,
          navn: `${mappe}/${regel}-${hvordan.replaceAll(/\s+/g, '-')}`,
          slags: 'F',
          regler: [regel],
          personer: { A: PLADSHOLDER_PERSON },
          trin: [{ fil: endelse, kanal, besked: skrivBesked(element, kanal), svar: [`afvist ${regel}`] }],
          familie: mappe,
        },
      ]
    })
}

/** Every rule that some item can break, of every kind. */
export const brydeligeRegler = (): ReadonlySet<string> => new Set(ARTER.flatMap(listBrydninger).map(({ regel }) => regel))
