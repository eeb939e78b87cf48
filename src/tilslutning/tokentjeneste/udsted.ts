import type { X509Certificate } from 'node:crypto'
import { type Afvist, afvist, type Ok, ok } from '#kernel'
import type { Kilderegister } from '#kilde'
import {
  type Bestillingsfejl,
  laesRst,
  skrivRettigheder,
  skrivRstr,
  skrivSamltoken,
  type Tokenbestilling,
} from '#modtagelse/soap'
import type { Clock } from '#platform/clock'
import type { Noeglepar } from '#platform/crypto'

export type Udstedelsesdeps = {
  readonly kilder: Kilderegister
  readonly clock: Clock
  /** What the tokens' Issuer says, and the one system that they are issued for. */
  readonly udsteder: string
  readonly modtager: string
  readonly noeglepar: () => Noeglepar
}

export type Udstedelsesfejl =
  | Bestillingsfejl
  | 'BESTILLING_ANDEN_MODTAGER'
  | 'BESTILLING_UDEN_CERTIFIKAT'
  | 'BESTILLING_ANDET_CERTIFIKAT'
  | 'BESTILLING_CERTIFIKAT_UKENDT'

/** An hour, as a real token service gives: long enough for a working round, short enough to be fetched anew. */
const LEVETID_MS = 3_600_000
/** The right that the sandbox's tokens give: to deliver. */
export const PRIVILEGIUM = 'https://borgerblikket.dk/roles/servicesystemrole/levering/1'

/**
 * Issues a token to the source whose certificate is ordered for, with the source's rights in it and bound to the certificate's key. The certificate
 * is the connection's (`forbindelse`, SHA-256) or UseKey's, and where both are there the same. Who has not the key can do nothing with the token, so
 * an order without mutual TLS gives nothing away. Throws SnapshotFejl where the register cannot be read.
 */
export async function udstedToken(
  deps: Udstedelsesdeps,
  body: Uint8Array,
  forbindelse: X509Certificate | undefined,
): Promise<Ok<string> | Afvist<Udstedelsesfejl>> {
  const bestilling = laesRst(body)
  if (!bestilling.ok) return bestilling
  if (bestilling.value.modtager !== undefined && bestilling.value.modtager !== deps.modtager)
    return afvist('BESTILLING_ANDEN_MODTAGER')
  const holder = findHolder(bestilling.value, forbindelse)
  if (!holder.ok) return holder
  const kilde = await deps.kilder.authenticate({ certifikatFingeraftryk: holder.value.fingerprint256 })
  if (!kilde.ok) return afvist('BESTILLING_CERTIFIKAT_UKENDT')
  const { noegle, certifikat } = deps.noeglepar()
  const fra = Date.parse(deps.clock.now())
  const til = fra + LEVETID_MS
  const token = skrivSamltoken(
    {
      udsteder: deps.udsteder,
      modtager: deps.modtager,
      holder: holder.value,
      subjekt: holder.value.subject.replaceAll('\n', ', '),
      fra,
      til,
      attributter: skrivRettigheder(kilde.value, PRIVILEGIUM),
    },
    noegle,
    certifikat,
  )
  return ok(skrivRstr(bestilling.value, token, fra, til))
}

function findHolder(
  { certifikat }: Tokenbestilling,
  forbindelse: X509Certificate | undefined,
): Ok<X509Certificate> | Afvist<Udstedelsesfejl> {
  const holder = certifikat ?? forbindelse
  if (!holder) return afvist('BESTILLING_UDEN_CERTIFIKAT')
  const ens = forbindelse === undefined || forbindelse.fingerprint256 === holder.fingerprint256
  return ens ? ok(holder) : afvist('BESTILLING_ANDET_CERTIFIKAT')
}
