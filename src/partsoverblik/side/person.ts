import { alder, type Tidspunkt } from '#kernel'
import { maskNummer, openOplysninger, type Partsnummer } from '#part'
import { danskDag } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import type { Oplysningsraekke } from './partsoverblik.sql.ts'
import type { Personvisning } from './side.ts'

/** The person's line. Throws Forseglingsfejl where what is kept of the name is not as it was written. */
export function toPerson(
  noegler: Noegler,
  raekke: Oplysningsraekke,
  nummer: Partsnummer | undefined,
  nu: Tidspunkt,
): Personvisning {
  const { type, foedt, doed, adressebeskyttet } = raekke
  // Who is dead grows no older.
  const dag = doed ?? danskDag(nu)
  return {
    type,
    navn: openOplysninger(noegler, raekke)?.navn,
    nummer: nummer && maskNummer(nummer),
    alder: foedt === null ? undefined : alder(foedt, dag),
    doed: doed !== null,
    adressebeskyttet,
  }
}
