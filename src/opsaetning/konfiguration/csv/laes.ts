import { type CsvError, parse } from 'csv-parse/sync'
import { afvist, type KlePraefiks, maskCpr, ok, parseKlePraefiks, type Resultat } from '#kernel'
import type { IBeggeSprog } from '#web'
import type { Felt, Feltvalg, KleIndhold } from '../indhold.ts'
import type { Juristbekraeftelse } from '../udkast.ts'
import { feltAfKolonne, JURIST, KOLONNER, NUMMER, TIL_OPLYSNING } from './kolonner.ts'

/** More than this is no configuration: KLE has 2,390 numbers, and a line is some 200 characters. */
export const HOEJST_BYTES = 512 * 1024
const HOEJST_LINJER = 2_500
const HOEJST_CELLE = 2_000
const HOEJST_FEJL = 100

/** What is wrong, by the file's own line. `kolonne` and `ventet` where it is one cell. */
export type Csvfejl = {
  readonly linje: number
  readonly kode:
    | 'TEGNSAET'
    | 'FOR_STOR'
    | 'TOM'
    | 'IKKE_CSV'
    | 'FOR_MANGE_LINJER'
    | 'FOR_MANGE_AENDRINGER'
    | 'KOLONNE_UKENDT'
    | 'KOLONNE_DOBBELT'
    | 'KLE_MANGLER'
    | 'ANTAL_CELLER'
    | 'KLE_UGYLDIG'
    | 'KLE_DOBBELT'
    | 'CELLE'
  readonly kolonne?: string
  readonly ventet?: IBeggeSprog
}

export type Csvlinje = {
  readonly linje: number
  readonly kle: KlePraefiks
  readonly felter: Feltvalg
  readonly jurist?: Juristbekraeftelse
}

/**
 * Reads a configuration written as CSV, by semicolon or comma. Every line's errors are named, up to a hundred; with any, nothing is read. An
 * empty cell, and a column that is left out, changes nothing. Never throws.
 */
export function laesCsv(bytes: Uint8Array): Resultat<readonly Csvlinje[], readonly Csvfejl[]> {
  if (bytes.length > HOEJST_BYTES) return afvist([{ linje: 1, kode: 'FOR_STOR' }])
  const tekst = decode(bytes)
  if (tekst === undefined) return afvist([{ linje: 1, kode: 'TEGNSAET' }])
  const raekker = split(tekst)
  if (!raekker.ok) return raekker
  const [hoved, ...resten] = raekker.value
  if (!hoved || resten.length === 0) return afvist([{ linje: 1, kode: 'TOM' }])
  const kolonner = hoved.celler.map((navn) => navn.trim().toLowerCase())
  const hovedfejl = checkKolonner(kolonner, hoved.linje)
  if (hovedfejl.length > 0) return afvist(hovedfejl)
  return readRaekker(kolonner, resten)
}

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

type Raekke = { readonly linje: number; readonly celler: readonly string[] }

function split(tekst: string): Resultat<readonly Raekke[], readonly Csvfejl[]> {
  const foerste = /^[^\r\n]*/.exec(tekst)?.[0] ?? ''
  try {
    const laest = parse(tekst, {
      delimiter: foerste.includes(';') ? ';' : ',',
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 64 * 1024,
      to: HOEJST_LINJER + 2,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
    if (laest.length > HOEJST_LINJER + 1) return afvist([{ linje: HOEJST_LINJER + 2, kode: 'FOR_MANGE_LINJER' }])
    // A record that spans several lines is named by its last.
    return ok(laest.map(({ record, info }) => ({ linje: info.lines, celler: record })))
  } catch (fejl) {
    const { lines } = fejl as CsvError & { readonly lines?: number }
    return afvist([{ linje: typeof lines === 'number' ? lines : 1, kode: 'IKKE_CSV' }])
  }
}

function checkKolonner(kolonner: readonly string[], linje: number): readonly Csvfejl[] {
  const kendt = (navn: string): boolean =>
    navn === NUMMER ||
    TIL_OPLYSNING.some((en) => en === navn) ||
    navn === JURIST.navn ||
    navn === JURIST.tekst ||
    !!feltAfKolonne(navn)
  const ukendte = kolonner
    .filter((navn) => !kendt(navn))
    .map((kolonne) => ({ linje, kode: 'KOLONNE_UKENDT' as const, kolonne: kort(kolonne) }))
  const dobbelte = kolonner
    .filter((navn, i) => kendt(navn) && kolonner.indexOf(navn) !== i)
    .map((kolonne) => ({ linje, kode: 'KOLONNE_DOBBELT' as const, kolonne }))
  const mangler: readonly Csvfejl[] = kolonner.includes(NUMMER) ? [] : [{ linje, kode: 'KLE_MANGLER' }]
  return [...mangler, ...ukendte, ...dobbelte].slice(0, HOEJST_FEJL)
}

/** What may be shown again of a cell that is not ours. */
const kort = (tekst: string): string => maskCpr(tekst.replaceAll(/\p{Cc}/gu, ' ')).slice(0, 40)

function readRaekker(kolonner: readonly string[], raekker: readonly Raekke[]): Resultat<readonly Csvlinje[], readonly Csvfejl[]> {
  const linjer: Csvlinje[] = []
  const fejl: Csvfejl[] = []
  const sete = new Set<string>()
  for (const raekke of raekker) {
    const svar = readRaekke(kolonner, raekke)
    if (!svar.ok) fejl.push(...svar.afvisning)
    else if (sete.has(svar.value.kle)) fejl.push({ linje: raekke.linje, kode: 'KLE_DOBBELT', kolonne: svar.value.kle })
    else {
      sete.add(svar.value.kle)
      linjer.push(svar.value)
    }
    if (fejl.length >= HOEJST_FEJL) break
  }
  return fejl.length > 0 ? afvist(fejl.slice(0, HOEJST_FEJL)) : ok(linjer)
}

function readRaekke(kolonner: readonly string[], { linje, celler }: Raekke): Resultat<Csvlinje, readonly Csvfejl[]> {
  if (celler.length !== kolonner.length) return afvist([{ linje, kode: 'ANTAL_CELLER' }])
  const celle = (navn: string): string => (celler[kolonner.indexOf(navn)] ?? '').trim()
  const kle = parseKlePraefiks(celle(NUMMER))
  if (!kle) return afvist([{ linje, kode: 'KLE_UGYLDIG', kolonne: kort(celle(NUMMER)) }])
  const fejl: Csvfejl[] = []
  const felter: Partial<Record<Felt, KleIndhold[Felt]>> = {}
  for (const navn of kolonner) {
    const felt = feltAfKolonne(navn)
    if (!felt || celle(navn) === '') continue
    const vaerdi = celle(navn).length <= HOEJST_CELLE ? KOLONNER[felt].laes(celle(navn)) : undefined
    if (vaerdi === undefined) fejl.push({ linje, kode: 'CELLE', kolonne: navn, ventet: KOLONNER[felt].ventet })
    else felter[felt] = vaerdi
  }
  const jurist = readJurist(celle(JURIST.navn), celle(JURIST.tekst))
  if (jurist === 'fejl') fejl.push({ linje, kode: 'CELLE', kolonne: JURIST.navn, ventet: BEGGE_DELE })
  if (fejl.length > 0 || jurist === 'fejl') return afvist(fejl)
  return ok({ linje, kle, felter: felter as Feltvalg, ...(jurist ? { jurist } : {}) })
}

const BEGGE_DELE: IBeggeSprog = { da: 'navn og bekræftelse, begge dele', en: 'name and confirmation, both' }

function readJurist(navn: string, tekst: string): Juristbekraeftelse | undefined | 'fejl' {
  if (navn === '' && tekst === '') return undefined
  const rigtig = (del: string, hoejst: number) =>
    del !== '' && del.length <= hoejst && !/\p{Cc}/u.test(del) && maskCpr(del) === del
  return rigtig(navn, 200) && rigtig(tekst, 1_000) ? { navn, tekst } : 'fejl'
}
