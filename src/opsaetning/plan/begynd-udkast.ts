import type { Medarbejder } from '#adgang'
import { afvist, ok, type Resultat, type Uuid } from '#kernel'
import { changeUdkast, createUdkast, type Konfigurationsdeps, type Linje } from '#opsaetning/konfiguration'
import type { Etapefremdrift } from './fremdrift.ts'
import type { Planafvisning } from './plan.errors.ts'
import type { Etape } from './plan.ts'

/**
 * Makes a draft of what a stage has left to open, with the plan's own answers in it. `id` comes from the form, so that one that is sent twice
 * makes one draft. Answers the draft that there is. Throws what createUdkast throws.
 */
export async function beginUdkast(
  deps: Konfigurationsdeps,
  person: Medarbejder,
  id: Uuid,
  { etape, numre }: Etapefremdrift,
  begrundelse: string,
): Promise<Resultat<Uuid, Planafvisning>> {
  const linjer = numre
    .filter(({ tilstand }) => tilstand === 'lukket')
    .map(({ kle }): Linje => ({ kle, felter: felterFor(etape) }))
  if (linjer.length === 0) return afvist('INTET_AT_AABNE')
  const lavet = await createUdkast(deps, person, { id, navn: etape.navn, begrundelse })
  if (!lavet.ok) return afvist(lavet.afvisning === 'IKKE_DIN_ROLLE' ? lavet.afvisning : 'FINDES_IKKE')
  const fyldt = await changeUdkast(deps, person, { id, nr: 1 }, { type: 'indlaes', linjer })
  // Sent twice, with something changed in the draft in between: it is there, and is the person's own.
  return fyldt.ok || fyldt.afvisning === 'ANDEN_VAR_FOERST' ? ok(id) : afvist('FINDES_IKKE')
}

/** What the plan has answered, as the configuration says it. What it has not is as where nobody has chosen: not shown. */
export const felterFor = (etape: Etape): Linje['felter'] => ({
  aaben: true,
  fradato: etape.fradato,
  visAeldreAktive: etape.aeldreAktive,
  ...TITLER[etape.kvalitet],
  stikproeve: etape.kvalitet === 'stikproeve' ? etape.stikproeve : 0,
  visDokumenttitler: etape.dokumenttyper.length > 0,
  dokumenttyper: etape.dokumenttyper,
})

const TITLER = {
  faste: { titelvisning: 'kle', kvalitetskrav: 'ingen' },
  stikproeve: { titelvisning: 'sagens', kvalitetskrav: 'stikproeve' },
  alle: { titelvisning: 'gennemset', kvalitetskrav: 'alle' },
  ingen: { titelvisning: 'sagens', kvalitetskrav: 'ingen' },
} as const
