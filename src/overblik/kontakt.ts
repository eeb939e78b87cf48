import type { CvrNummer } from '#kernel'
import { type Henvendelsesregister, henvendelsesstedFor } from '#myndighed'
import type { Billede, Vist } from './billede.ts'
import { vedTid } from './perioder.ts'
import { omraadeAf, toKommune } from './vis-sag.ts'
import type { KontaktVisning } from './visninger.ts'

/** Whom to ask about an area in a municipality; undefined where the municipality has given no contact point. */
export function kontaktFor(register: Henvendelsesregister, kommune: CvrNummer, omraade?: string): KontaktVisning | undefined {
  const fundet = henvendelsesstedFor(register, kommune, undefined, omraade)
  return fundet && toKontakt(fundet.sted)
}

/** The unit that answers for a case: its contact point, never its caseworker. A municipality without one is named by itself. */
export function kontaktForSag(register: Henvendelsesregister, billede: Billede, vist: Vist): KontaktVisning {
  const { kommune, data } = vist.raekke
  const ansvarlig = vedTid(data.ansvarlig, billede.grundlag.nu)
  const enhed = ansvarlig && { id: ansvarlig.enhed, navn: ansvarlig.navn }
  const fundet = henvendelsesstedFor(register, kommune, enhed, omraadeAf(vist.vinkler[0].kle))
  return fundet ? toKontakt(fundet.sted) : ukendtKontakt(kommune)
}

const toKontakt = (
  sted: Pick<KontaktVisning, 'navn' | 'telefon' | 'aabningstider'> & { readonly sikkerPost: string },
): KontaktVisning => ({
  navn: sted.navn,
  telefon: sted.telefon,
  aabningstider: sted.aabningstider,
  sikkerPost: sted.sikkerPost,
})

const ukendtKontakt = (kommune: CvrNummer): KontaktVisning => ({
  navn: toKommune(kommune).navn,
  telefon: '',
  aabningstider: { da: '', en: '' },
  sikkerPost: undefined,
})
