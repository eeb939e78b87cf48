import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { afvist, type Resultat } from '#kernel'
import { type ImportAfvisning, importAfvisning } from './klassifikation.errors.ts'
import { parseKleJson } from './udgave/kle-json.ts'
import { MAX_XML_BYTES, parseKleXml } from './udgave/kle-xml.ts'
import { parseOs2KleText } from './udgave/os2kle-text.ts'
import type { KleUdgave } from './udgave/udgave.ts'

/** Where the lines for the person at the terminal go, and the publication date for files that lack one. */
export type ImporterValg = { readonly print: (linje: string) => void; readonly udgivet?: string }

/**
 * Reads an edition of KLE from a file (.xml KL's emneplan, .json, .txt OS2KLE), prints its counts or the refusal in Danish, and answers it.
 * Stores nothing. A file that cannot be read is a refusal too.
 */
export async function importerKle(sti: string, { print, udgivet }: ImporterValg): Promise<Resultat<KleUdgave, ImportAfvisning>> {
  const resultat = await read(sti, udgivet)
  for (const linje of resultat.ok ? describeUdgave(resultat.value) : describeAfvisning(resultat.afvisning)) print(linje)
  return resultat
}

async function read(sti: string, udgivet: string | undefined): Promise<Resultat<KleUdgave, ImportAfvisning>> {
  try {
    const { size } = await stat(sti)
    if (size > MAX_XML_BYTES) return afvist(importAfvisning('FOR_STOR', '64 MB'))
    if (extname(sti).toLowerCase() === '.xml') return await parseKleXml(createReadStream(sti), basename(sti))
    return parseText(sti, decodeUtf8(await readFile(sti)), udgivet)
  } catch (fejl) {
    if (isErrnoException(fejl)) return afvist(importAfvisning('FIL_KAN_IKKE_LAESES', fejl.code))
    throw fejl
  }
}

function parseText(sti: string, tekst: string | undefined, udgivet: string | undefined): Resultat<KleUdgave, ImportAfvisning> {
  const kilde = basename(sti)
  const type = extname(sti).toLowerCase()
  if (type !== '.json' && type !== '.txt') return afvist(importAfvisning('UKENDT_FILTYPE', kilde))
  if (tekst === undefined) return afvist(importAfvisning('TEGNSAET', kilde))
  if (type === '.json') return parseKleJson(tekst, udgivet)
  return udgivet === undefined ? afvist(importAfvisning('UDGIVELSESDATO_MANGLER')) : parseOs2KleText(tekst, { udgivet, kilde })
}

const isErrnoException = (fejl: unknown): fejl is NodeJS.ErrnoException =>
  fejl instanceof Error && typeof Reflect.get(fejl, 'syscall') === 'string'

/** The text of the bytes, or undefined where they are not UTF-8. */
const decodeUtf8 = (bytes: Buffer): string | undefined => (isUtf8(bytes) ? bytes.toString('utf8') : undefined)

/** The counts of an edition, as lines in Danish. */
function describeUdgave(udgave: KleUdgave): readonly string[] {
  const udgaar = [...udgave.emner.values()].filter((emne) => emne.udgaar !== undefined).length
  const udenTitel = [...udgave.grupper.values()].filter((gruppe) => gruppe.titel === undefined).length
  return [
    `KLE-udgave af ${udgave.udgivet} (${udgave.kilde})`,
    `  hovedgrupper: ${udgave.hovedgrupper.size}`,
    `  grupper:      ${udgave.grupper.size}${udenTitel > 0 ? `, heraf ${udenTitel} uden titel` : ''}`,
    `  emner:        ${udgave.emner.size}, heraf ${udgaar} med ophør`,
  ]
}

function describeAfvisning({ kode, linje, element, besked }: ImportAfvisning): readonly string[] {
  const sted = [linje === undefined ? '' : `linje ${linje}`, element ?? ''].filter(Boolean).join(', ')
  return [`Udgaven er ikke importeret (${kode}${sted === '' ? '' : `, ${sted}`}).`, besked.da]
}
