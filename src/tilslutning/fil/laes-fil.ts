import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { Opstartsfejl } from '#platform/database'
import { toElement } from './csv-kolonner.ts'
import { type Mapning, requireKendte, toRaekke } from './mapning.ts'

export type Filformat = 'ndjson' | 'csv' | 'xml'

/** What stands in one place of the file: a line, a row or a message, with where it begins, counted from 1. */
export type Filpost = { readonly sted: number; readonly tekst: string }

const HOEJST_LINJE = 1_100_000
const HOEJST_BESKED = 5 * 1024 * 1024
const NYLINJE = 0x0a

/** The format that the name tells, gzip apart. Throws Opstartsfejl where it tells none. */
export function formatOf(fil: string): Filformat {
  const endelse = /\.(ndjson|jsonl|csv|xml)(\.gz)?$/i.exec(fil)?.[1]?.toLowerCase()
  if (!endelse)
    throw new Opstartsfejl('Filen skal hedde .ndjson, .jsonl, .csv eller .xml (med eller uden .gz), eller angiv --format.')
  return endelse === 'jsonl' ? 'ndjson' : (endelse as Filformat)
}

/** The file's bytes, unpacked. Throws Opstartsfejl where it is no gzip, or only half of one. */
async function* bytesOf(fil: string): AsyncGenerator<Buffer, void> {
  const raa = createReadStream(fil)
  const ud = isGzip(fil) ? raa.pipe(createGunzip()) : raa
  // A fault of the file itself is one of what reads it.
  raa.on('error', (fejl) => ud.destroy(fejl))
  try {
    for await (const del of ud) yield del as Buffer
  } catch (fejl) {
    if (!String((fejl as { code?: unknown }).code).startsWith('Z_')) throw fejl
    throw new Opstartsfejl(`${fil} kan ikke pakkes ud (gzip).`)
  } finally {
    raa.destroy()
  }
}

function isGzip(fil: string): boolean {
  const hoved = Buffer.alloc(2)
  const fd = openSync(fil, 'r')
  readSync(fd, hoved, 0, 2, 0)
  closeSync(fd)
  return hoved[0] === 0x1f && hoved[1] === 0x8b
}

/** What the file is known by, and about how much there is in it. */
export async function measure(fil: string): Promise<{ readonly aftryk: string; readonly linjer: number }> {
  const hash = createHash('sha256')
  let linjer = 0
  for await (const del of bytesOf(fil)) {
    hash.update(del)
    for (let i = del.indexOf(NYLINJE); i >= 0; i = del.indexOf(NYLINJE, i + 1)) linjer++
  }
  return { aftryk: hash.digest('hex'), linjer }
}

/** The file's text piece by piece. Throws Opstartsfejl where it is not UTF-8. */
async function* texts(fil: string): AsyncGenerator<string, void> {
  const afkoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const del of bytesOf(fil)) yield afkoder.decode(del, { stream: true })
    yield afkoder.decode()
  } catch (fejl) {
    if (fejl instanceof TypeError) throw new Opstartsfejl(`${fil} er ikke UTF-8; gem filen som UTF-8.`)
    throw fejl
  }
}

/** The lines that say something. One that is too long is cut, so that it is not held in memory; the server refuses it. */
export async function* linjer(fil: string): AsyncGenerator<Filpost, void> {
  let rest = ''
  let sted = 0
  for await (const tekst of texts(fil)) {
    let fra = 0
    for (let til = tekst.indexOf('\n'); til >= 0; til = tekst.indexOf('\n', fra)) {
      const linje = join(rest, tekst.slice(fra, til))
      rest = ''
      fra = til + 1
      sted++
      if (linje.trim() !== '') yield { sted, tekst: linje }
    }
    rest = join(rest, tekst.slice(fra))
  }
  if (rest.trim() !== '') yield { sted: sted + 1, tekst: rest }
}

const join = (rest: string, mere: string): string => (rest.length >= HOEJST_LINJE ? rest : (rest + mere).slice(0, HOEJST_LINJE))

const SLUT = /<\/(?:[\w.-]+:)?Envelope\s*>/g

/** The messages of a file with one or many, each an envelope. Throws Opstartsfejl for one that is too large. */
export async function* beskeder(fil: string): AsyncGenerator<Filpost, void> {
  let rest = ''
  let sted = 0
  for await (const tekst of texts(fil)) {
    rest += tekst
    let fra = 0
    for (const fund of rest.matchAll(SLUT)) {
      const til = fund.index + fund[0].length
      yield { sted: ++sted, tekst: toBesked(rest.slice(fra, til)) }
      fra = til
    }
    rest = rest.slice(fra)
    if (rest.length > HOEJST_BESKED) throw new Opstartsfejl(`Besked ${sted + 1} er over 5 MB; del den op.`)
  }
  if (rest.trim() !== '') throw new Opstartsfejl(`Efter besked ${sted} står noget, der ikke er en hel besked (Envelope).`)
}

/** From the message's own beginning: a file of many may have line breaks between them. */
const toBesked = (tekst: string): string => tekst.replace(/^[\uFEFF\s]+/, '')

/** The rows of a CSV file as lines of JSON. Throws Opstartsfejl for unknown columns, and for a row of another length than the first. */
export async function* raekker(fil: string, mapning: Mapning): AsyncGenerator<Filpost, void> {
  const skilletegn = await findSkilletegn(fil)
  const valg = { columns: true, bom: true, skip_empty_lines: true, trim: true, info: true, max_record_size: 1_000_000 } as const
  const parser = parse({ ...valg, delimiter: skilletegn })
  const kilde = pipeline(texts(fil), parser)
  // Told to who reads.
  kilde.catch(() => undefined)
  let foerste = true
  try {
    for await (const { record, info } of parser as AsyncIterable<Csvpost>) {
      if (foerste && !mapning.kolonner) requireKendte(mapning.art, Object.keys(record))
      foerste = false
      yield { sted: info.lines, tekst: JSON.stringify(toElement(mapning.art, toRaekke(mapning, record))) }
    }
  } catch (fejl) {
    const { code, lines } = fejl as { readonly code?: string; readonly lines?: number }
    if (!code?.startsWith('CSV_')) throw fejl
    throw new Opstartsfejl(`Linje ${lines ?? '?'} i ${fil} kan ikke læses som CSV (${code}). Har alle rækker lige mange felter?`)
  }
}

type Csvpost = { readonly record: Readonly<Record<string, string>>; readonly info: { readonly lines: number } }

/** The one that the first line has most of. */
async function findSkilletegn(fil: string): Promise<string> {
  for await (const { tekst } of linjer(fil)) {
    const antal = (tegn: string) => tekst.split(tegn).length
    return [';', ',', '\t'].reduce((flest, tegn) => (antal(tegn) > antal(flest) ? tegn : flest))
  }
  throw new Opstartsfejl(`${fil} er tom.`)
}
