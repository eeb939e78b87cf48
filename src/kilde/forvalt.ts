import { X509Certificate } from 'node:crypto'
import { type Afvist, afvist, type Ok, ok, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import { type Database, DatabaseFejl, type Transaktion } from '#platform/database'
import { createNoegle, hashHemmelighed, parseFingeraftryk } from './hemmelighed.ts'
import type { Forvaltningsafvisning } from './kilde.errors.ts'
import {
  breakBeviser,
  countCertifikater,
  countNoegler,
  deleteCertifikat,
  deleteNoegle,
  insertCertifikat,
  insertHaendelse,
  insertNoegle,
  loadHaendelser,
  lockKilde,
  setHemmelighed,
  setSagslink,
  setSpaerret,
  upsertKilde,
} from './kilde.sql.ts'
import type { Kilde, Kildecertifikat, Kildehaendelse } from './kilde.ts'
import type { Kilderegister } from './kilderegister.ts'
import { readNoegler } from './noegler.ts'
import { parseSagslink } from './sagslink.ts'

/** What is done with sources by hand. Each step is recorded with who took it, in the same transaction; none of it can be taken back unseen. */
export type Forvaltningsdeps = { readonly db: Database; readonly kilder: Kilderegister; readonly clock: Clock }

type Svar<T = true> = Ok<T> | Afvist<Forvaltningsafvisning>
type Skridt<T> = (tx: Transaktion) => Promise<Svar<T> & { readonly haendelse?: Omit<Kildehaendelse, 'hvem' | 'hvornaar'> }>

/** Two while one is changed for the next; more would be forgotten ones. */
const HOEJST_CERTIFIKATER = 2
const HOEJST_NOEGLER = 5
/** From so long before it runs out a certificate is warned about. */
const VARSEL_DAGE = 30

class Fortryd extends Error {}

/** Takes a step with a source that nobody else takes one with meanwhile, and records it; a refused step leaves nothing. */
async function take<T>({ db, kilder, clock }: Forvaltningsdeps, id: Uuid, hvem: string, skridt: Skridt<T>): Promise<Svar<T>> {
  let svar: Svar<T> = afvist('KILDE_UKENDT')
  try {
    await db.transaction({ rolle: 'opsaetning' }, async (tx) => {
      const [kendt] = await tx.run(lockKilde(id))
      if (!kendt) throw new Fortryd()
      const udfald = await skridt(tx)
      svar = udfald.ok ? ok(udfald.value) : udfald
      if (!udfald.ok || !udfald.haendelse) throw new Fortryd()
      await tx.run(insertHaendelse(id, { ...udfald.haendelse, hvem, hvornaar: clock.now() }))
    })
  } catch (fejl) {
    if (!(fejl instanceof Fortryd)) throw fejl
  }
  await kilder.refresh()
  return svar
}

const done = <T>(value: T, hvad: string, detaljer: Kildehaendelse['detaljer']) => ({
  ...ok(value),
  haendelse: { hvad, detaljer },
})

/** Registers a source that is not there yet. */
export async function opretKilde({ db, kilder, clock }: Forvaltningsdeps, kilde: Kilde, hvem: string): Promise<Svar> {
  if (await kilder.find(kilde.id)) return afvist('KILDE_FINDES')
  const { id, afgraensning: _, ...detaljer } = kilde
  try {
    await db.transaction({ rolle: 'opsaetning' }, async (tx) => {
      await tx.run(upsertKilde(kilde, {}))
      await tx.run(insertHaendelse(id, { hvad: 'oprettet', detaljer, hvem, hvornaar: clock.now() }))
    })
  } catch (fejl) {
    if (fejl instanceof DatabaseFejl && fejl.kode === ENTYDIG) return afvist('KILDE_FINDES')
    throw fejl
  }
  await kilder.refresh()
  return ok(true)
}
const ENTYDIG = '23505'

/** Makes a new secret, which is in force at once; the old one is not. It is told here and never again. */
export async function skiftHemmelighed(deps: Forvaltningsdeps, id: Uuid, hvem: string): Promise<Svar<string>> {
  const kilde = await deps.kilder.find(id)
  if (!kilde) return afvist('KILDE_UKENDT')
  if (kilde.klientId === undefined) return afvist('KLIENTID_MANGLER')
  const hemmelighed = createNoegle()
  const hash = await hashHemmelighed(hemmelighed)
  return take(deps, id, hvem, async (tx) => {
    await tx.run(setHemmelighed(id, hash))
    return done(hemmelighed, 'hemmelighed skiftet', {})
  })
}

/** Registers a certificate (PEM). The one before stays in force until it runs out or is removed. */
export async function tilfoejCertifikat(
  deps: Forvaltningsdeps,
  id: Uuid,
  pem: string,
  hvem: string,
): Promise<Svar<Kildecertifikat>> {
  const certifikat = readCertifikat(pem)
  const nu = deps.clock.now()
  if (!certifikat) return afvist('CERTIFIKAT_ULAESELIGT')
  if (isUdloebet(certifikat, nu)) return afvist('CERTIFIKAT_UDLOEBET')
  return take(deps, id, hvem, async (tx) => {
    // Under the lock on the source: two at once cannot both be the second.
    const [gaeldende] = await tx.run(countCertifikater(id, nu))
    if ((gaeldende?.antal ?? 0) >= HOEJST_CERTIFIKATER) return afvist('FOR_MANGE_CERTIFIKATER')
    if ((await tx.count(insertCertifikat(id, certifikat))) === 0) return afvist('CERTIFIKAT_FINDES')
    return done(certifikat, 'certifikat tilføjet', {
      fingeraftryk: toHex(certifikat.fingeraftryk),
      emne: certifikat.emne,
      gaelderTil: certifikat.gaelderTil,
    })
  })
}

export async function fjernCertifikat(deps: Forvaltningsdeps, id: Uuid, fingeraftryk: string, hvem: string): Promise<Svar> {
  const hash = parseFingeraftryk(fingeraftryk)
  if (!hash) return afvist('CERTIFIKAT_UKENDT')
  return take(deps, id, hvem, async (tx) => {
    if ((await tx.count(deleteCertifikat(id, hash))) === 0) return afvist('CERTIFIKAT_UKENDT')
    return done<true>(true, 'certifikat fjernet', { fingeraftryk: toHex(hash) })
  })
}

/** Registers the public keys of a JWK or JWKS; answers their kids. None is registered where one cannot be. */
export async function tilfoejNoegler(
  deps: Forvaltningsdeps,
  id: Uuid,
  json: string,
  hvem: string,
): Promise<Svar<readonly string[]>> {
  const noegler = await readNoegler(json)
  if (!noegler.ok) return noegler
  const kilde = await deps.kilder.find(id)
  if (kilde && kilde.klientId === undefined) return afvist('KLIENTID_MANGLER')
  return take(deps, id, hvem, async (tx) => {
    const [kendte] = await tx.run(countNoegler(id))
    if ((kendte?.antal ?? 0) + noegler.value.length > HOEJST_NOEGLER) return afvist('FOR_MANGE_NOEGLER')
    for (const noegle of noegler.value) if ((await tx.count(insertNoegle(id, noegle))) === 0) return afvist('NOEGLE_FINDES')
    const kider = noegler.value.map(({ kid }) => kid)
    return done<readonly string[]>(kider, 'nøgler tilføjet', { kider })
  })
}

export async function fjernNoegle(deps: Forvaltningsdeps, id: Uuid, kid: string, hvem: string): Promise<Svar> {
  return take(deps, id, hvem, async (tx) => {
    if ((await tx.count(deleteNoegle(id, kid))) === 0) return afvist('NOEGLE_UKENDT')
    return done<true>(true, 'nøgle fjernet', { kid })
  })
}

/** Blocks a source, or lets it in again. In force here at once, and in other processes within half a minute. */
export async function spaerKilde(deps: Forvaltningsdeps, id: Uuid, aaben: boolean, grund: string, hvem: string): Promise<Svar> {
  return take(deps, id, hvem, async (tx) => {
    await tx.run(setSpaerret(id, aaben ? null : deps.clock.now()))
    await tx.run(breakBeviser(id))
    return done<true>(true, aaben ? 'åbnet' : 'spærret', { grund })
  })
}

/** The last hundred steps with a source, newest first. */
export async function findHaendelser({ db }: Pick<Forvaltningsdeps, 'db'>, id: Uuid): Promise<readonly Kildehaendelse[]> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [loadHaendelser(id, 100)])
  return raekker
}

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const isUdloebet = ({ gaelderTil }: Kildecertifikat, nu: Tidspunkt): boolean =>
  gaelderTil !== undefined && Date.parse(gaelderTil) <= Date.parse(nu)

/** True where the certificate runs out within the notice, or has run out. */
export const isTaetPaaUdloeb = ({ gaelderTil }: Kildecertifikat, nu: Tidspunkt): boolean =>
  gaelderTil !== undefined && Date.parse(gaelderTil) - Date.parse(nu) < VARSEL_DAGE * 86_400_000

function readCertifikat(pem: string): Kildecertifikat | undefined {
  if (pem.length > 20_000 || pem.split('-----BEGIN CERTIFICATE-----').length !== 2) return undefined
  try {
    const { raw: _, fingerprint256, subject, validFromDate, validToDate } = new X509Certificate(pem)
    const fingeraftryk = parseFingeraftryk(fingerprint256)
    return (
      fingeraftryk && { fingeraftryk, emne: subject, gaelderFra: tidspunkt(validFromDate), gaelderTil: tidspunkt(validToDate) }
    )
  } catch {
    return undefined
  }
}

/** Says how the address of a case in the source is made; undefined takes it away. */
export async function setKildesSagslink(
  deps: Forvaltningsdeps,
  id: Uuid,
  tekst: string | undefined,
  hvem: string,
): Promise<Svar> {
  const skabelon = tekst === undefined ? undefined : parseSagslink(tekst)
  if (tekst !== undefined && skabelon === undefined) return afvist('SAGSLINK_UGYLDIGT')
  return take(deps, id, hvem, async (tx) => {
    await tx.run(setSagslink(id, skabelon ?? null))
    return done(true, skabelon === undefined ? 'sagslink fjernet' : 'sagslink sat', { sagslink: skabelon ?? null })
  })
}
