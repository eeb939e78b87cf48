import type { JWK } from 'jose'
import { toKanoniskJson } from './kanonisk.ts'
import type { Rapport } from './rapport.ts'
import { isUnderskrevet, type Underskriver } from './underskrift.ts'

/** A report as it is kept and sent: with its signature beside it. */
export type UnderskrevetRapport = { readonly rapport: Rapport; readonly underskrift: string }

const bytesOf = (rapport: unknown): Uint8Array => Buffer.from(toKanoniskJson(rapport), 'utf8')

export const underskrivRapport = async (underskriver: Underskriver, rapport: Rapport): Promise<UnderskrevetRapport> => ({
  rapport,
  underskrift: await underskriver.underskriv(bytesOf(rapport)),
})

/** True where the JSON is a report that one of the keys has signed, to the letter. */
export async function verificerJson(tekst: string, noegler: readonly JWK[]): Promise<boolean> {
  const laest = parse(tekst)
  if (laest?.rapport === undefined || typeof laest.underskrift !== 'string') return false
  return isUnderskrevet(bytesOf(laest.rapport), laest.underskrift, noegler)
}

function parse(tekst: string): { readonly rapport?: unknown; readonly underskrift?: unknown } | undefined {
  try {
    const laest: unknown = JSON.parse(tekst)
    return typeof laest === 'object' && laest !== null ? laest : undefined
  } catch {
    return undefined
  }
}
