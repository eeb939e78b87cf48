import { type Afvist, afvist, type Ok, ok, tidspunkt } from '#kernel'
import { type Kilde, type Kilderegister, useOnce } from '#kilde'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { IdwsAfvisning } from './idws.errors.ts'
import { readRettigheder } from './rettigheder.ts'
import type { Tjenestenoegle } from './sign-svar.ts'
import type { Tillid } from './tillid.ts'
import { verifyIdws } from './verify-idws.ts'

/** How this installation takes signed messages. */
export type Idws = {
  /** A message without wsse:Security is refused. */
  readonly kraevet: boolean
  readonly tillid: Tillid
  /** By which answers to signed messages are signed; undefined: they are not. */
  readonly noegle: Tjenestenoegle | undefined
}

export type Sikkerhedsdeps = {
  readonly db: Database
  readonly kilder: Kilderegister
  readonly clock: Clock
  /** Answers undefined where no trust is set up: then what is signed cannot be taken. */
  readonly idws: () => Idws | undefined
}

/** A message as it came, and who the connection says that it is from. */
export type Kald = {
  readonly body: Uint8Array
  readonly kilde: Kilde
  /** SHA-256 of the caller's certificate, hexadecimal; undefined without mutual TLS. */
  readonly certifikat: string | undefined
  readonly sti: string
}

/** What is to be read in place of the message, and with whose rights. */
export type Aabnet = { readonly body: Uint8Array; readonly kilde: Kilde; readonly signeret: boolean }

/** Every security header holds this; whoever hides it behind references is found by the other reader, and refused. */
const KENDETEGN = 'oasis-200401-wss-wssecurity-secext-1.0.xsd'
const hasKendetegn = ({ buffer, byteOffset, byteLength }: Uint8Array): boolean =>
  Buffer.from(buffer, byteOffset, byteLength).includes(KENDETEGN)

/**
 * Who signed the message? One with a security header is verified, and refused where anything is wrong, also where the connection alone would do;
 * it must be the very source's that calls, it is taken once, and its token narrows what the source may deliver. One without is refused where
 * the installation asks for one. Throws what the register and the database throw.
 */
export async function aabnSikkerhed(deps: Sikkerhedsdeps, kald: Kald): Promise<Ok<Aabnet> | Afvist<IdwsAfvisning>> {
  const { db, kilder, clock } = deps
  const uaendret: Aabnet = { body: kald.body, kilde: kald.kilde, signeret: false }
  const idws = deps.idws()
  if (!idws || (!idws.kraevet && !hasKendetegn(kald.body))) return ok(uaendret)
  const nu = clock.now()
  const verificeret = verifyIdws(kald.body, idws.tillid, Date.parse(nu), { certifikat: kald.certifikat, sti: kald.sti })
  if (!verificeret.ok)
    // The words can stand in a title too; read strictly there is then no header.
    return verificeret.afvisning === 'SIKKERHED_MANGLER' && !idws.kraevet ? ok(uaendret) : verificeret
  const besked = verificeret.value
  const holder = await kilder.authenticate({ certifikatFingeraftryk: besked.certifikat })
  if (!holder.ok) return afvist('KILDE_UKENDT')
  if (holder.value.id !== kald.kilde.id) return afvist('SAMLTOKEN_FRA_ANDEN_KILDE')
  const rettigheder = readRettigheder(besked.samltoken, kald.kilde, idws.tillid.privilegium)
  if (!rettigheder.ok) return rettigheder
  const udloeber = tidspunkt(new Date(besked.udloeber))
  if (!(await useOnce(db, nu, { slags: 'besked', kilde: kald.kilde.id, vaerdi: besked.beskedId, udloeber })))
    return afvist('BESKED_GENTAGET')
  const kilde = rettigheder.value ? { ...kald.kilde, afgraensning: rettigheder.value } : kald.kilde
  return ok({ body: besked.bytes, kilde, signeret: true })
}
