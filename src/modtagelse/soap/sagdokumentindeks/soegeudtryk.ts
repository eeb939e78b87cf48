import type { Rollekatalog } from '../../regler/index.ts'
import type { Soegeudtryk } from '../../soegning/index.ts'
import { type Side, saml, toSide, UDEN_SIDE } from '../faelles/soegelaes.ts'
import { find, type Xml } from '../faelles/xml-trae.ts'
import { DOKUMENT, type Objektkobling, SAG } from './elementfelter.ts'
import { readSoegeprototype } from './soegeprototype.ts'

/**
 * A SoegUdtryk as it speaks of one kind: SoegSag speaks of cases alone, SoegDokument and SoegSagsloeseDokumenter of documents alone, so the
 * same expression is read once for each kind, without the parts about the other. Undefined: it says nothing of the kind, and finds none of
 * it. Without `operation` all parts must hold. Throws Soegefejl.
 */
export function readSoegeudtryk({ art }: Objektkobling, xml: Xml, roller: Rollekatalog): Soegeudtryk | undefined {
  const laes = (led: Xml): Soegeudtryk | undefined => {
    const dele = led.boern.flatMap((barn): Soegeudtryk[] => {
      const om = PROTOTYPER[barn.navn]
      if (om) return om.kobling.art === art ? [saml('og', [...om.foran, readSoegeprototype(om.kobling, barn, roller)])] : []
      if (barn.navn !== 'sdi:NOT' && barn.navn !== 'sdi:SoegUdtryk') return []
      const inderst = laes(barn)
      if (!inderst) return []
      return [barn.navn === 'sdi:NOT' ? { ikke: inderst } : inderst]
    })
    return dele.length === 0 ? undefined : saml(find(led, 'sdi:operation')?.tekst === 'OR' ? 'eller' : 'og', dele)
  }
  return laes(xml)
}

type Prototype = { readonly kobling: Objektkobling; readonly foran: readonly Soegeudtryk[] }

const PROTOTYPER: Readonly<Record<string, Prototype | undefined>> = {
  'sdi:SoegSag': { kobling: SAG, foran: [] },
  'sdi:SoegDokument': { kobling: DOKUMENT, foran: [] },
  'sdi:SoegSagsloeseDokumenter': { kobling: DOKUMENT, foran: [{ sagsloes: true }] },
}

/** The page that the first SoegSag or SoegDokument with one asks for. Throws Soegefejl for a number below zero. */
export function readSide(kobling: Objektkobling, xml: Xml | undefined): Side {
  if (!xml) return UDEN_SIDE
  for (const barn of xml.boern) {
    const side =
      PROTOTYPER[barn.navn]?.kobling.art === kobling.art ? toSide(barn) : isUdtryk(barn) ? readSide(kobling, barn) : UDEN_SIDE
    if (side.foerste !== undefined || side.antal !== undefined) return side
  }
  return UDEN_SIDE
}

const isUdtryk = ({ navn }: Xml): boolean => navn === 'sdi:NOT' || navn === 'sdi:SoegUdtryk'
