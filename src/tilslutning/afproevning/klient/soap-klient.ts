import { SaxesParser } from 'saxes'
import type { Linjeudfald, Trinobservation } from '../observation.ts'
import type { Raasvar } from './rest-klient.ts'

const REGEL = /\b(?:SAG|DOK|NOT|BEV|EFF|AFT|IND)-\d{3}\b/
const HOEJST_ELEMENTER = 1_000_000

type Retur = { kode: string; regler: string[] }

/** Reads what a SOAP endpoint answers: a UnikRetur or StandardRetur for each object, or a fault. The rules are read from the sentences. */
export function laesRetur({ status, tekst, ms }: Raasvar): Trinobservation {
  let laest: Laest
  try {
    laest = laesXml(tekst)
  } catch {
    return { type: 'fejl', hvad: 'svaret er ikke XML', ms }
  }
  const { retur, fault } = laest
  if (fault.length > 0 || retur.length === 0) return { type: 'svar', status, linjer: [], regler: [...new Set(fault)], ms }
  // An answer for the message as a whole is no receipt of an object.
  if (laest.hele) return { type: 'svar', status, linjer: [], regler: retur[0]?.regler ?? [], ms }
  const linjer = retur.map(({ kode, regler }): Linjeudfald => ({ udfald: /^2\d/.test(kode) ? 'modtaget' : 'afvist', regler }))
  return { type: 'svar', status, linjer, regler: [], ms }
}

type Laest = { readonly retur: readonly Retur[]; readonly fault: readonly string[]; readonly hele: boolean }

function laesXml(xml: string): Laest {
  const retur: Retur[] = []
  const fault: string[] = []
  const sti: string[] = []
  let hele = false
  let antal = 0
  let her = ''
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new Error('a DTD')
  })
  parser.on('error', (fejl) => {
    throw fejl
  })
  parser.on('opentag', ({ name }) => {
    if (++antal > HOEJST_ELEMENTER) throw new Error('too many elements')
    const navn = name.replace(/^.*:/, '')
    sti.push(navn)
    her = ''
    if (navn === 'UnikRetur' || navn === 'StandardRetur') retur.push({ kode: '', regler: [] })
    if (navn === 'StandardRetur') hele = true
  })
  parser.on('text', (del) => {
    her += del
  })
  parser.on('closetag', () => {
    const navn = sti.pop()
    const aktuel = retur.at(-1)
    const regel = REGEL.exec(her)?.[0]
    if (navn === 'StatusKode' && aktuel) aktuel.kode = her.trim()
    if ((navn === 'FejlbeskedTekst' || navn === 'DetaljeretFejlbesked') && aktuel)
      aktuel.regler.push(...(her.match(new RegExp(REGEL, 'g')) ?? []))
    if (regel && sti.includes('Fault')) fault.push(regel)
    if (navn === 'Fault' && fault.length === 0) fault.push('')
    her = ''
  })
  parser.write(xml).close()
  return { retur, fault, hele: hele && retur.length === 1 }
}
