import { ARTER, type Art } from '#kernel'
import { kanBrydes, listBrydninger, type Regelbrydning, rigtigtElement } from '../familie.ts'
import { PLADSHOLDER_PERSON, PLADSHOLDER_SYSTEM } from '../klargoer.ts'
import type { Afsenderkoersel, Afsendt } from './afsender.bygger.ts'
import { FORESKREVET as F } from './forloeb.ts'
import { personerFor } from './observer.ts'

/** One deliberately faulty sender: what it does otherwise than a right one, and the one rule that it breaks. */
export type Fejlafsender = {
  readonly regel: string
  readonly hvordan: string
  /** The lines in the order in which they are sent; a text is sent as it is. `soap`: the line can break its rule over SOAP alone. */
  readonly send: (linjer: readonly Afsendt[], koersel: Afsenderkoersel) => readonly Fejllinje[]
}
export type Fejllinje = { readonly element: Record<string, unknown> | string; readonly soap?: boolean }

type Element = Record<string, unknown>
type Poster = Element[]

const foerste = (element: Element, liste: string): Element => (element[liste] as Poster)[0] ?? {}

/** The whole item of the kind, so that each of its rules can be broken, as the line of the run that it stands in for. */
function fuldLinje(art: Art, linje: Element, { id, system }: Afsenderkoersel): Element {
  const tekst = JSON.stringify({ ...rigtigtElement(art), id: linje['id'], tidspunkt: linje['tidspunkt'] })
  return JSON.parse(tekst.replaceAll(PLADSHOLDER_SYSTEM, system.id).replaceAll(PLADSHOLDER_PERSON, personerFor(id).A)) as Element
}

const kanalFor = (art: Art) => (art === 'journalnotat' ? 'rest' : 'soap')

/** A sender that breaks one rule of one kind, in its first line of that kind. */
function fraBrydning(art: Art, { regel, hvordan, bryd }: Regelbrydning): Fejlafsender {
  const soap = kanalFor(art) === 'soap'
  return {
    regel,
    hvordan,
    send: (linjer, koersel) => {
      const nr = linjer.findIndex(({ element }) => element['art'] === art)
      return linjer.map(({ element }, i) => {
        if (i !== nr) return { element }
        const forkert = fuldLinje(art, element, koersel)
        bryd(forkert)
        return { element: forkert, soap }
      })
    },
  }
}

/** The kinds that a run asks for: an appointment is not among them. */
const AFPROEVEDE = ARTER.filter((art) => art !== 'aftale')

/** One faulty sender for each rule of the catalogue that a single item can break over the channel it is delivered by. */
export const katalogafsendere = (): readonly Fejlafsender[] =>
  AFPROEVEDE.flatMap((art) => {
    const mulige = listBrydninger(art).filter((brydning) => {
      const element = rigtigtElement(art)
      brydning.bryd(element)
      return kanBrydes(kanalFor(art), brydning, element)
    })
    return [...Map.groupBy(mulige, ({ regel }) => regel).values()].flatMap(([en]) => (en ? [fraBrydning(art, en)] : []))
  })

/** Changes the lines by name; the others are as they were. */
const ret =
  (navn: string, aendr: (element: Element, nr: number) => void): Fejlafsender['send'] =>
  (linjer) => {
    let nr = 0
    return linjer.map((linje) => {
      const element = structuredClone(linje.element)
      if (linje.navn === navn) aendr(element, nr++)
      return { element }
    })
  }

const uden =
  (...navne: readonly string[]): Fejlafsender['send'] =>
  (linjer) =>
    linjer.filter(({ navn }) => !navne.includes(navn))

const titel = (element: Element, tekst: string) => Object.assign(foerste(element, 'egenskaber'), { titel: tekst })
const time = (element: Element, timer: number) => {
  element['tidspunkt'] = new Date(Date.parse(String(element['tidspunkt'])) - timer * 3_600_000).toISOString()
}

/** Senders that break what no single message shows. */
export const ADFAERDSAFSENDERE: readonly Fejlafsender[] = [
  { regel: 'AFP-101', hvordan: 'leverer ikke den undtagne sag', send: uden('sag B') },
  { regel: 'AFP-101', hvordan: 'leverer ingen ydelser', send: uden('bevilling', 'effektuering') },
  { regel: 'AFP-102', hvordan: 'leverer om natten', send: ret('sag B', (element) => time(element, 10)) },
  {
    regel: 'AFP-103',
    hvordan: 'sender kun den sidste tilstand',
    send: ret('sag A', (element, nr) => {
      const alle = element['fremdrift'] as Poster
      const [start] = alle
      if (nr < 2) return
      element['fremdrift'] =
        nr === 2
          ? [start]
          : [{ ...start, virkning: { ...(start?.['virkning'] as Element), til: '2026-01-03T08:00:00.000Z' } }, alle.at(-1)]
    }),
  },
  {
    regel: 'AFP-104',
    hvordan: 'sender i tilfældig orden',
    send: (linjer) => {
      const [a, b, c, d, ...resten] = linjer
      return [a, c, b, d, ...resten].flatMap((linje) => (linje ? [{ element: linje.element }] : []))
    },
  },
  {
    regel: 'AFP-105',
    hvordan: 'sender fagsystemets egen titel',
    send: ret('sag B', (element) => titel(element, 'Sag 27.36.04')),
  },
  {
    regel: 'AFP-106',
    hvordan: 'sender et andet KLE-nummer',
    send: ret('sag C', (element) => {
      for (const klasse of element['sagsklasser'] as Poster)
        if (klasse['rolle'] === 'Primær klasse') klasse['brugervendtNoegle'] = '27.36.08'
    }),
  },
  {
    regel: 'AFP-107',
    hvordan: 'sender alt som ikke fortroligt',
    send: ret('sag C', (element) =>
      Object.assign(foerste(element, 'sagIndeksEgenskaber'), { foelsomhed: 'IKKE_FORTROLIGE_DATA' }),
    ),
  },
  {
    regel: 'AFP-108',
    hvordan: 'sender borgeren som sekundær part',
    send: ret('sag C', (element) => Object.assign(foerste(element, 'sagsparter'), { rolle: 'Sekundær part', indeks: '1' })),
  },
  {
    regel: 'AFP-109',
    hvordan: 'leverer en sag mere',
    send: (linjer) => {
      const sag = structuredClone(linjer.find(({ navn }) => navn === 'sag B')?.element ?? {})
      return [...linjer, { element: { ...sag, id: crypto.randomUUID() } }]
    },
  },
  {
    regel: 'AFP-110',
    hvordan: 'sætter den hemmelige titel i Titel',
    send: ret('sag C', (element) => titel(element, `${F.offentlig} (${F.hemmelig})`)),
  },
  {
    regel: 'AFP-111',
    hvordan: 'glemmer visningsklassen',
    send: ret('sag B', (element) => {
      element['sagsklasser'] = (element['sagsklasser'] as Poster).filter(({ rolle }) => rolle !== 'Visningsklasse')
    }),
  },
  {
    regel: 'AFP-112',
    hvordan: 'sender rettelsen som en ny sag',
    send: (linjer) => {
      const ny = crypto.randomUUID()
      return linjer.map(({ navn, element }, i) => ({ element: navn === 'sag A' && i > 0 ? { ...element, id: ny } : element }))
    },
  },
  {
    regel: 'AFP-113',
    hvordan: 'lægger ikke dokumentet på sagen',
    send: ret('sag D', (element) => {
      element['journalposter'] = []
    }),
  },
  {
    regel: 'AFP-114',
    hvordan: 'sender notatet med en anden titel',
    send: ret('notat', (element) => titel(element, 'Notat')),
  },
  {
    regel: 'AFP-115',
    hvordan: 'sender beløbet i øre',
    send: ret('effektuering', (element) => {
      for (const felt of ['samletBruttobeloeb', 'beloebEfterSkatATP', 'beloebSendtTilUdbetaling', 'beloebUdbetalt'])
        Object.assign(foerste(element, 'egenskaber'), { [felt]: '125000' })
    }),
  },
  {
    regel: 'IND-002',
    hvordan: 'retter uden nyt Tidspunkt',
    send: (linjer) => [
      ...linjer,
      { element: { ...(linjer.find(({ navn }) => navn === 'sag C')?.element ?? {}), noteTekst: 'Rettet' } },
    ],
  },
  {
    regel: 'IND-003',
    hvordan: 'har et ur, der går foran',
    send: ret('sag B', (element) => time(element, -2)),
  },
  {
    regel: 'IND-005',
    hvordan: 'leverer for en fremmed kommune',
    send: ret('sag B', (element) => {
      for (const aktoer of element['sagsaktoerer'] as Poster)
        if (aktoer['rolle'] === 'Ejer') Object.assign(aktoer, { cvrNummer: '99999999', referenceId: 'urn:oio:cvr-nr:99999999' })
    }),
  },
  {
    regel: 'IND-006',
    hvordan: 'giver dokumentet sagens UUID',
    send: (linjer) => {
      const sag = linjer.find(({ navn }) => navn === 'sag D')?.element
      return linjer.map(({ navn, element }) => ({ element: navn === 'dokument' ? { ...element, id: sag?.['id'] } : element }))
    },
  },
  {
    regel: 'IND-007',
    hvordan: 'sender en virkning baglæns',
    send: ret('sag B', (element) =>
      Object.assign(foerste(element, 'egenskaber')['virkning'] as Element, { til: '2020-01-01T00:00:00Z' }),
    ),
  },
  {
    regel: 'IND-008',
    hvordan: 'sender to titler på samme tid',
    send: ret('sag B', (element) => (element['egenskaber'] as Poster).push(structuredClone(foerste(element, 'egenskaber')))),
  },
  {
    regel: 'IND-009',
    hvordan: 'begynder historikken med Oplyst',
    send: ret('sag B', (element) => Object.assign(foerste(element, 'fremdrift'), { fremdriftStatusKode: 'Oplyst' })),
  },
  {
    regel: 'IND-010',
    hvordan: 'bruger en rolle, der ikke findes',
    send: ret('sag B', (element) => (element['sagsparter'] as Poster).push({ ...foerste(element, 'sagsparter'), rolle: 'Nabo' })),
  },
  {
    regel: 'IND-011',
    hvordan: 'giver to parter samme indeks',
    send: ret('sag B', (element) => {
      const part = { ...foerste(element, 'sagsparter'), rolle: 'Sekundær part', indeks: '1' }
      ;(element['sagsparter'] as Poster).push(part, { ...part })
    }),
  },
  {
    regel: 'IND-012',
    hvordan: 'sender OprettetTidspunkt uden zone',
    send: ret('sag B', (element) =>
      Object.assign(foerste(element, 'sagIndeksEgenskaber'), { oprettetTidspunkt: '2026-01-05T08:00:00' }),
    ),
  },
  { regel: 'IND-014', hvordan: 'sender en afbrudt linje', send: (linjer) => [...linjer, { element: '{"art":"sag"' }] },
  {
    regel: 'IND-016',
    hvordan: 'sender et felt, der ikke findes',
    send: ret('sag B', (element) => Object.assign(element, { prioritet: 'høj' })),
  },
  {
    regel: 'IND-020',
    hvordan: 'sender 201 parter',
    send: ret('sag B', (element) =>
      (element['sagsparter'] as Poster).push(
        ...Array.from({ length: 201 }, (_, i) => ({
          ...foerste(element, 'sagsparter'),
          rolle: 'Sekundær part',
          indeks: String(i),
        })),
      ),
    ),
  },
]
