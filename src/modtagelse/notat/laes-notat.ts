import { afvist, ok, type Resultat } from '#kernel'
import { laesOoxml } from './laes-ooxml.ts'
import { laesRtf } from './laes-rtf.ts'
import type { Notatafvisning } from './notat.errors.ts'

type Notatformat = 'Text' | 'RTF' | 'OOXML'

/** The plain text of a note as bytes of its format: lines as \n, without NUL (which PostgreSQL cannot keep) and other control characters. */
export function laesNotat(data: Uint8Array, format: Notatformat): Resultat<string, Notatafvisning> {
  const svar = read(data, format)
  return svar.ok ? ok(tidied(svar.value)) : svar
}

function read(data: Uint8Array, format: Notatformat): Resultat<string, Notatafvisning> {
  if (format === 'RTF') return laesRtf(Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1'))
  return format === 'OOXML' ? laesOoxml(data) : ok(new TextDecoder('utf-8').decode(data))
}

/** Line breaks of one kind, no more than two empty lines together, and nothing that is not written. */
const tidied = (tekst: string): string =>
  tekst
    .replace(/\r\n?/g, '\n')
    // Control characters other than the line break and the tab, the formatting ones of writing direction among them.
    .replace(/[^\P{C}\n\t\u00ad]/gu, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/

/**
 * The plain text of a note as a sender gives it: text as it stands, and RTF and OOXML as base64, so that the same note is written alike over
 * SOAP and REST. A format that is not known is taken as text.
 */
export function laesSendtNotat(notat: string, format: string | undefined): Resultat<string, Notatafvisning> {
  if (format !== 'RTF' && format !== 'OOXML') return ok(tidied(notat))
  return BASE64.test(notat) ? laesNotat(Buffer.from(notat, 'base64'), format) : afvist('ULAESELIGT')
}
