import { normalizeRest } from '#modtagelse/regler'
import { writeImporter } from '#modtagelse/soap'
import type { Koerselsidentitet } from '../klargoer.ts'
import type { Proevesag, Trin } from '../sag.ts'

type Element = Parameters<typeof normalizeRest>[0]

const KUN_REST = 'Beskeden findes kun over REST.'

/** The same case over SOAP, for a vendor who delivers so: cases and documents alone have a place in that message. */
export function omskrivTilSoap(
  sag: Proevesag,
  koersel: Koerselsidentitet,
): { readonly sag: Proevesag; readonly grund: string | undefined } {
  const trin = sag.trin.map((et) => omskrivTrin(et, koersel))
  return trin.every((et) => et !== undefined) ? { sag: { ...sag, trin }, grund: undefined } : { sag, grund: KUN_REST }
}

function omskrivTrin(trin: Trin, { system }: Koerselsidentitet): Trin | undefined {
  if (trin.kanal === 'soap') return trin
  if (trin.noegle !== undefined || trin.legitimation !== undefined) return undefined
  try {
    const elementer = trin.besked
      .trim()
      .split('\n')
      .map((linje) => JSON.parse(linje) as Element)
    if (!elementer.every(({ art }) => art === 'sag' || art === 'dokument')) return undefined
    const afsender = { itSystem: system.id, systemNavn: system.navn }
    const besked = writeImporter(
      elementer.map((element) => normalizeRest(element, afsender)),
      crypto.randomUUID(),
    )
    return { ...trin, kanal: 'soap', besked }
  } catch {
    return undefined
  }
}
