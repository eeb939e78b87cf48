import type { KleEmne, KlePraefiks } from '#kernel'
import { borgertitel } from '../borgertitel.ts'
import type { Sprog } from '../emner/emne.ts'
import { BORGER_EMNER } from '../emner/index.ts'
import { GRUPPENUMRE, gruppenavn, HOVEDGRUPPENUMRE, hovedgruppenavn } from '../grupper.ts'
import { livsomraadeFor } from '../livsomraade.ts'
import type { Borgerord, Tosprogstekst } from './ordvalg.ts'

const begge = (tekst: (sprog: Sprog) => string): Tosprogstekst => ({ da: tekst('da'), en: tekst('en') })

/** The shipped words for a KLE number or prefix: its own, else those of the nearest above it. Total. */
export function standardKleord(praefiks: KlePraefiks): Borgerord & { readonly forklaring: Tosprogstekst } {
  const emne = praefiks as unknown as KleEmne
  if (praefiks.length === 8) {
    const efterSprog = { da: borgertitel(emne, 'da'), en: borgertitel(emne, 'en') }
    return { titel: begge((sprog) => efterSprog[sprog].titel), forklaring: begge((sprog) => efterSprog[sprog].forklaring) }
  }
  const omraade = livsomraadeFor(emne).navn
  const navn = (sprog: Sprog): string =>
    gruppenavn(praefiks, sprog) ?? hovedgruppenavn(praefiks.slice(0, 2), sprog) ?? omraade[sprog]
  const forklaring = { da: `Sagen hører til området ${omraade.da}.`, en: `The case belongs to the area ${omraade.en}.` }
  return { titel: begge(navn), forklaring }
}

/** Every number and prefix that has shipped words of its own, in order, with KLE's own title where it is one of the list's. */
export const STANDARDKLE: readonly { readonly nr: KlePraefiks; readonly titel: string | undefined }[] = [
  ...[...HOVEDGRUPPENUMRE, ...GRUPPENUMRE].map((nr) => ({ nr: nr as KlePraefiks, titel: undefined })),
  ...[...BORGER_EMNER.values()].map(({ nr, titel }) => ({ nr: nr as unknown as KlePraefiks, titel })),
].toSorted((a, b) => (a.nr < b.nr ? -1 : 1))
