import { ARTER, type Art } from '#kernel'
import {
  type Brydning,
  brydAntal,
  brydninger,
  brydTvaer,
  checkElement,
  fuldtElement,
  IND_REGLER,
  type IndNummer,
  KATALOGER,
  listRegler,
} from '../../src/modtagelse/regler/index.ts'
import { IND_EKSEMPLER } from './ind.data.ts'

/**
 * docs/tilslutning/fejlkatalog.md. Nothing of it is written by hand but the headings: each rule is broken in each of its ways on a full item,
 * the rules are applied, and what they answer is put down, with the value before and after.
 */
type Regel = ReturnType<typeof listRegler>[number]
type Element = Parameters<typeof checkElement>[0]
type Raekke = { readonly nummer: string; readonly hvad: string; readonly naar: string; readonly da: string; readonly en: string }

const HOEJST_VIST = 60
const NAVNE: Readonly<Record<Art, string>> = {
  sag: 'Sag (SAG)',
  dokument: 'Dokument (DOK)',
  journalnotat: 'Journalnotat (NOT)',
  bevilling: 'Bevilling (BEV)',
  oekonomiskEffektuering: 'Økonomisk effektuering (EFF)',
  aftale: 'Aftale (AFT)',
}

/** Each way to break the rule, as the catalogue knows them. */
function waysTo({ felt, tvaer, liste, nummer }: Regel, art: Art): readonly Brydning[] {
  const relation = KATALOGER[art].relationer.find(
    (en) => en.nummer === nummer || (felt !== undefined && en.felter.some((led) => led.nummer === nummer)),
  )
  return [...(felt ? brydninger(felt, liste, relation) : relation ? brydAntal(relation) : []), ...(tvaer ? brydTvaer(tvaer) : [])]
}

/** The value at a path as `egenskaber[0].titel`. */
const valueAt = (element: unknown, sti: string): unknown =>
  sti
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((led) => led !== '')
    .reduce<unknown>((her, led) => (her as Record<string, unknown> | undefined)?.[led], element)

type Felter = Readonly<Record<string, unknown>>
const isFelter = (vaerdi: unknown): vaerdi is Felter => typeof vaerdi === 'object' && vaerdi !== null

/** Where the two differ, within what the rule names: a whole post would hide what is wrong with it. */
function findForskel(sti: string, forkert: unknown, rigtigt: unknown): { sti: string; forkert: unknown; rigtigt: unknown } {
  if (isFelter(forkert) && isFelter(rigtigt))
    for (const led of new Set([...Object.keys(forkert), ...Object.keys(rigtigt)]))
      if (JSON.stringify(forkert[led]) !== JSON.stringify(rigtigt[led]))
        return findForskel(/^\d+$/.test(led) ? `${sti}[${led}]` : `${sti}.${led}`, forkert[led], rigtigt[led])
  return { sti: sti.replace(/^\./, ''), forkert, rigtigt }
}

function show(vaerdi: unknown): string {
  if (vaerdi === undefined) return '(left out)'
  if (typeof vaerdi === 'string' && vaerdi.length > HOEJST_VIST) return `(${vaerdi.length} characters)`
  const tekst = JSON.stringify(vaerdi) ?? ''
  const kort = tekst.length > HOEJST_VIST ? `${tekst.slice(0, HOEJST_VIST)}…` : tekst
  return `\`${kort.replaceAll('|', '¦').replaceAll('`', "'")}\``
}

const hvadFor = ({ relation, rolle, felt, tvaer, liste }: Regel): string => {
  const sted = rolle === undefined ? '' : `${relation ?? ''} ${rolle}`
  return [sted, felt?.navn ?? (tvaer ? (liste ?? '') : '')].filter((del) => del !== '').join(': ')
}

/** One row a sentence that the rule can answer with: the first way to get it stands for it. */
function rowsOf(regel: Regel, art: Art): readonly Raekke[] {
  const hvad = hvadFor(regel)
  const raekker = new Map<string, Raekke>()
  for (const { bryd } of waysTo(regel, art)) {
    const rigtigt = fuldtElement(art)
    const forkert = structuredClone(rigtigt)
    bryd(forkert)
    const brud = checkElement(forkert as unknown as Element).find((led) => led.regel === regel.nummer)
    if (!brud || raekker.has(brud.da)) continue
    const { sti, da, en } = brud
    const forskel = findForskel(sti, valueAt(forkert, sti), valueAt(rigtigt, sti))
    const naar = `\`${forskel.sti}\`: ${show(forskel.forkert)} ✗ ${show(forskel.rigtigt)} ✓`
    raekker.set(da, { nummer: regel.nummer, hvad, naar, da, en })
  }
  if (raekker.size > 0) return [...raekker.values()]
  const aldrig = regel.grund ?? 'intet i sig selv bryder reglen'
  return [{ nummer: regel.nummer, hvad, naar: `never broken: ${aldrig}`, da: '', en: '' }]
}

const celle = (tekst: string): string => tekst.replaceAll('|', '¦').replaceAll('\n', ' ')
/** Outside code a reader of Markdown takes <org> for an element, and shows nothing. */
const saetning = (tekst: string): string => celle(tekst).replaceAll('<', '&lt;')

const tabel = (raekker: readonly Raekke[]): readonly string[] => [
  '| rule | element | where, wrong ✗ and right ✓ | dansk | English |',
  '|---|---|---|---|---|',
  ...raekker.map(
    ({ nummer, hvad, naar, da, en }) => `| ${[...[nummer, hvad, naar].map(celle), ...[da, en].map(saetning)].join(' | ')} |`,
  ),
]

const indTabel = (): readonly string[] => [
  '| rule | when | wrong ✗ | right ✓ | dansk | English |',
  '|---|---|---|---|---|---|',
  ...(Object.keys(IND_REGLER) as IndNummer[]).map((nummer) => {
    const { naar, forkert, rigtigt } = IND_EKSEMPLER[nummer]
    const { da, en } = IND_REGLER[nummer]
    return `| ${[nummer, naar, forkert, rigtigt, da, en].map(celle).join(' | ')} |`
  }),
]

const HOVED = `# Fejlkatalog · error catalogue

<!-- Made by \`node scripts/fejlkatalog.ts\` from the rules themselves; change them, not this page. -->

Kort på dansk: Slå nummeret fra din kvittering op her. Hver regel står med det felt, den gælder, et forkert og et rigtigt eksempel, og
sætningen på dansk og engelsk. Et felt med \`[0]\` er det første i sin liste.

Over REST the number is \`brud[].regel\` and the place \`brud[].sti\`; over SOAP both stand in \`FejlbeskedTekst\`. The sentences never repeat
what you sent. \`SAG\` and \`DOK\` are numbered as in KOMBIT's "Anvisninger" 1.7; the others are ours. A rule with no way to break it is listed
too, so that no number is missing. The paths are those of REST; over SOAP the same element has the name in the second column.
`

/** The whole page. */
export function skrivFejlkatalog(): string {
  const arter = ARTER.flatMap((art) => [
    `## ${NAVNE[art]}`,
    '',
    ...tabel(listRegler(art).flatMap((regel) => rowsOf(regel, art))),
    '',
  ])
  return [HOVED, '## Modtagelsen (IND)', '', ...indTabel(), '', ...arter].join('\n')
}
