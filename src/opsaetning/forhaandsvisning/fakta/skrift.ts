import type { OverblikData } from '#indeks'
import type { OverblikRaekke } from '#overblik'

/**
 * How facts are written: as numbers, each the place of something that was written before it, so that what is alike (an instant, a role, a case with
 * its states) stands once, and is one value in memory when it is read. As plain JSON they were twice as long, and took half as long again to
 * read (measured).
 */

/** An item with what decides about it. One that was written has in its data what stands here in FELTER, and no more. `maerker`: partsfakta.ts. */
export type Ting = Omit<OverblikRaekke, 'aendret'> & { readonly maerker: number }

type Art = OverblikData['art']

/** What elements under a name hold, and no more: the order in which their fields are written. Another order is another FAKTAVERSION. */
const FORMER = {
  virkning: ['fra', 'til'],
  roller: ['rolle', 'virkning'],
  visningsklasser: ['klasse', 'virkning'],
  kler: ['kle', 'virkning'],
  fremdrift: ['status', 'virkning'],
  status: ['status', 'virkning'],
  titler: ['type', 'brevDato', 'virkning'],
  sager: ['id', 'kommune', 'kler', 'fremdrift', 'oprettet'],
  rammer: ['fra', 'til', 'virkning'],
  ydelser: ['bevilling', 'kle', 'virkning'],
  udbetalinger: ['virkning'],
  aftaler: ['virkning'],
} as const
type Navn = keyof typeof FORMER
const NAVNE = Object.keys(FORMER) as readonly Navn[]

/** What decides about each kind, besides what all have. */
const FELTER: { readonly [A in Art]: readonly (Navn | 'sagUkendt')[] } = {
  sag: ['kler', 'fremdrift'],
  dokument: ['titler', 'kler', 'fremdrift', 'sager'],
  journalnotat: ['sager'],
  bevilling: ['rammer', 'status', 'ydelser', 'sager', 'sagUkendt'],
  oekonomiskEffektuering: ['udbetalinger', 'ydelser', 'sager', 'sagUkendt'],
  aftale: ['kler', 'aftaler', 'sager', 'sagUkendt'],
}
const ARTER = Object.keys(FELTER) as readonly Art[]

/** A list of values, where a form's number would stand. */
const LISTE = -1

/** `ord`: texts, after three that stand for nothing, null and true. `dele`: lists and elements of a form, which have the places -1, -2 and on. */
type Skrevet = {
  readonly ord: readonly unknown[]
  readonly dele: readonly (readonly number[])[]
  readonly ting: readonly (readonly number[])[]
}

/** One person's items. Pure. */
export function writeTing(ting: readonly Ting[]): string {
  const ord: unknown[] = ['', null, true]
  const dele: (readonly number[])[] = []
  const pladser = new Map<unknown, number>(ord.map((led, plads) => [led === '' ? undefined : led, plads]))
  const placeOf = (noegle: unknown, ny: () => number): number => {
    const plads = pladser.get(noegle) ?? ny()
    pladser.set(noegle, plads)
    return plads
  }
  const placeOfDel = (del: readonly number[]): number => placeOf(`\0${del.join()}`, () => -dele.push(del))
  const placeOfVaerdi = (navn: string, vaerdi: unknown): number => {
    if (Array.isArray(vaerdi)) return placeOfDel([LISTE, ...vaerdi.map((led) => placeOfVaerdi(navn, led))])
    if (typeof vaerdi !== 'object' || vaerdi === null) return placeOf(vaerdi, () => ord.push(vaerdi) - 1)
    const form = FORMER[navn as Navn]
    const felter = vaerdi as Readonly<Record<string, unknown>>
    return placeOfDel([NAVNE.indexOf(navn as Navn), ...form.map((felt) => placeOfVaerdi(felt, felter[felt]))])
  }
  const linjer = ting.map(({ item_id, kle, kilde_id, maerker, data }) => [
    ARTER.indexOf(data.art),
    maerker,
    ...[item_id, kle, kilde_id, data.oprettet].map((tekst) => placeOfVaerdi('', tekst)),
    ...(['roller', 'visningsklasser', ...FELTER[data.art]] as const).map((navn) =>
      placeOfVaerdi(navn, (data as unknown as Readonly<Record<string, unknown>>)[navn]),
    ),
  ])
  return JSON.stringify({ ord, dele, ting: linjer } satisfies Skrevet)
}

type Linje = readonly number[]
type Opslag = (plads: number | undefined) => unknown

/** What was written, for one part in one municipality. Throws SyntaxError for what writeTing did not write. */
export function readTing(tekst: string, { part_id, kommune }: Pick<OverblikRaekke, 'part_id' | 'kommune'>): readonly Ting[] {
  const { ord, dele, ting } = JSON.parse(tekst) as Skrevet
  const laeste: unknown[] = []
  const at: Opslag = (plads = 0) => (plads < 0 ? laeste[-1 - plads] : plads === 0 ? undefined : ord[plads])
  for (const del of dele) laeste.push(del[0] === LISTE ? del.slice(1).map(at) : BYG[NAVNE[del[0] as number] as Navn](at, del))
  return ting.map((linje) => {
    const art = ARTER[linje[0] as number] as Art
    return {
      part_id,
      item_id: at(linje[2]),
      art,
      kommune,
      kle: at(linje[3]),
      kilde_id: at(linje[4]),
      data: BYG_DATA[art](at, linje),
      maerker: linje[1],
    } as Ting
  })
}

/** Objects of one shape each, written out, so that the engine knows their shapes: the rules look at them by the million. */
const BYG: { readonly [N in Navn]: (at: Opslag, del: Linje) => { readonly [F in (typeof FORMER)[N][number]]: unknown } } = {
  virkning: (at, del) => ({ fra: at(del[1]), til: at(del[2]) }),
  roller: (at, del) => ({ rolle: at(del[1]), virkning: at(del[2]) }),
  visningsklasser: (at, del) => ({ klasse: at(del[1]), virkning: at(del[2]) }),
  kler: (at, del) => ({ kle: at(del[1]), virkning: at(del[2]) }),
  fremdrift: (at, del) => ({ status: at(del[1]), virkning: at(del[2]) }),
  status: (at, del) => ({ status: at(del[1]), virkning: at(del[2]) }),
  titler: (at, del) => ({ type: at(del[1]), brevDato: at(del[2]), virkning: at(del[3]) }),
  sager: (at, del) => ({ id: at(del[1]), kommune: at(del[2]), kler: at(del[3]), fremdrift: at(del[4]), oprettet: at(del[5]) }),
  rammer: (at, del) => ({ fra: at(del[1]), til: at(del[2]), virkning: at(del[3]) }),
  ydelser: (at, del) => ({ bevilling: at(del[1]), kle: at(del[2]), virkning: at(del[3]) }),
  udbetalinger: (at, del) => ({ virkning: at(del[1]) }),
  aftaler: (at, del) => ({ virkning: at(del[1]) }),
}

const faelles = (at: Opslag, linje: Linje) => ({ oprettet: at(linje[5]), roller: at(linje[6]), visningsklasser: at(linje[7]) })

const BYG_DATA: { readonly [A in Art]: (at: Opslag, linje: Linje) => { readonly art: A } } = {
  sag: (at, linje) => ({ art: 'sag', ...faelles(at, linje), kler: at(linje[8]), fremdrift: at(linje[9]) }),
  dokument: (at, linje) => ({
    art: 'dokument',
    ...faelles(at, linje),
    titler: at(linje[8]),
    kler: at(linje[9]),
    fremdrift: at(linje[10]),
    sager: at(linje[11]),
  }),
  journalnotat: (at, linje) => ({ art: 'journalnotat', ...faelles(at, linje), sager: at(linje[8]) }),
  bevilling: (at, linje) => ({
    art: 'bevilling',
    ...faelles(at, linje),
    rammer: at(linje[8]),
    status: at(linje[9]),
    ydelser: at(linje[10]),
    sager: at(linje[11]),
    sagUkendt: at(linje[12]),
  }),
  oekonomiskEffektuering: (at, linje) => ({
    art: 'oekonomiskEffektuering',
    ...faelles(at, linje),
    udbetalinger: at(linje[8]),
    ydelser: at(linje[9]),
    sager: at(linje[10]),
    sagUkendt: at(linje[11]),
  }),
  aftale: (at, linje) => ({
    art: 'aftale',
    ...faelles(at, linje),
    kler: at(linje[8]),
    aftaler: at(linje[9]),
    sager: at(linje[10]),
    sagUkendt: at(linje[11]),
  }),
}
