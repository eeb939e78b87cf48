import { randomBytes, timingSafeEqual } from 'node:crypto'
import { afvist, ok, type Resultat, type Tidspunkt, type Uuid, uuidFromName } from '#kernel'
import { call, type Kaldssvar, parseModtager } from '../kald/index.ts'
import type { Afvisning } from './abonnement.errors.ts'
import { findAbonnement, findHemmeligheder, setTilstand } from './abonnement.sql.ts'
import { answerTo, openHemmelighed, signHeaders } from './hemmelighed.ts'
import type { Spoerger } from './livscyklus.ts'
import type { Abonnementsdeps } from './opret.ts'

const ROLLE = { rolle: 'beskedfordeler' } as const
const FRIST_MS = 10_000
const TYPE = 'dk.borgerblikket.abonnement.udfordring.v1'

/**
 * Calls the receiver with a signed challenge; where it answers with what only a holder of the secret can work out, the subscription runs. So
 * nobody can have events sent to an address that is not theirs. Nothing is told of the answer but whether it was right. Throws DatabaseFejl.
 */
export async function proveModtager(deps: Abonnementsdeps, hvem: Spoerger, id: Uuid): Promise<Resultat<true, Afvisning>> {
  const { db, noegler, clock, lokal } = deps
  const [[raekke], [gemt]] = await db.readBatch(ROLLE, [findAbonnement(hvem, id), findHemmeligheder(id)])
  if (!raekke || !gemt?.hemmelighed) return afvist('FINDES_IKKE')
  if (raekke.tilstand !== 'afventerBevis' && raekke.tilstand !== 'stoppet') return afvist('TILSTAND_PASSER_IKKE')
  const adresse = parseModtager(raekke.url, lokal)
  if (!adresse.ok) return adresse
  const hemmelighed = openHemmelighed(noegler.indhold, id, gemt.hemmelighed)
  const udfordring = randomBytes(32).toString('base64url')
  const body = JSON.stringify({ type: TYPE, abonnement: id, udfordring })
  const svar = await call({
    url: adresse.value,
    body,
    headers: challengeHeaders(hemmelighed, id, udfordring, clock.now(), body),
    lokal,
    fristMs: FRIST_MS,
  })
  if ('fejl' in svar && svar.fejl === 'ADRESSE_IKKE_OFFENTLIG') return afvist(svar.fejl)
  if (!isRigtigt(svar, answerTo(hemmelighed, udfordring))) return afvist('BEVIS_FEJLEDE')
  const fra = [raekke.tilstand]
  return db.transaction(ROLLE, async (tx) =>
    (await tx.run(setTilstand(hvem, id, fra, 'aktiv'))).length > 0 ? ok(true) : afvist('TILSTAND_PASSER_IKKE'),
  )
}

const challengeHeaders = (hemmelighed: string, id: Uuid, udfordring: string, nu: Tidspunkt, body: string) => ({
  'content-type': 'application/json',
  ...signHeaders([hemmelighed], uuidFromName(id, udfordring), new Date(nu), body),
})

/** `{"svar": "…"}`, and a 2xx. */
function isRigtigt(svar: Kaldssvar, ventet: string): boolean {
  if ('fejl' in svar || svar.status < 200 || svar.status > 299) return false
  const givet = Buffer.from(readSvar(svar.tekst))
  const rigtigt = Buffer.from(ventet)
  return givet.length === rigtigt.length && timingSafeEqual(givet, rigtigt)
}

function readSvar(tekst: string): string {
  try {
    const svar: unknown = JSON.parse(tekst)
    const vaerdi = typeof svar === 'object' && svar !== null && 'svar' in svar ? svar.svar : undefined
    return typeof vaerdi === 'string' ? vaerdi : ''
  } catch {
    // Not JSON: no answer.
    return ''
  }
}
