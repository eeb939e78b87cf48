import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Idws, readTillid, type Tillid, Tillidsfejl } from '#modtagelse/soap'
import { type Noeglepar, readNoeglepar, readOrMakeNoeglepar } from '#platform/crypto'
import { Opstartsfejl } from '#platform/database'
import { TOKENTJENESTE_STI } from './tokentjeneste.route.ts'
import { PRIVILEGIUM } from './udsted.ts'

/** As the environment has it. */
export type IdwsKonfiguration = {
  readonly kraevet: boolean
  /** A file of trust. */
  readonly tillidsfil: string | undefined
  /** PEM files: the key that answers are signed with. */
  readonly noegle: { readonly noegle: string; readonly certifikat: string } | undefined
}

export type Idwsvalg = {
  readonly konfiguration: IdwsKonfiguration | undefined
  /** The sandbox trusts its own token service, and signs answers with a key of its own. */
  readonly sandkasse: boolean
  readonly dataMappe: string
  readonly origin: string
}

/** What this site is called in tokens. */
export const entityId = (origin: string): string => `${origin}/soap`
export const udstederNavn = (origin: string): string => `${origin}${TOKENTJENESTE_STI}`

/** The sandbox's own keys: made when they are first asked for, so that a start that uses none waits for none. */
export const sandkassenoegle = (dataMappe: string): (() => Noeglepar) =>
  once(() => readOrMakeNoeglepar(join(dataMappe, 'noegler'), 'tokentjeneste', 'Borgerblikket sandkasse, tokentjeneste'))

/** How signed messages are taken here. Throws Opstartsfejl, at once, where what is configured cannot be used. */
export function createIdws(valg: Idwsvalg, tokennoegle: () => Noeglepar): () => Idws | undefined {
  const { konfiguration, sandkasse, dataMappe, origin } = valg
  const tillid = konfiguration?.tillidsfil === undefined ? undefined : readTillidsfil(konfiguration.tillidsfil)
  const noegle = konfiguration?.noegle && readTjenestenoegle(konfiguration.noegle)
  const kraevet = konfiguration?.kraevet ?? false
  if (tillid) return () => ({ kraevet, tillid, noegle })
  if (!sandkasse) return () => undefined
  return once(() => ({
    kraevet,
    tillid: sandkassetillid(origin, tokennoegle()),
    noegle: noegle ?? readOrMakeNoeglepar(join(dataMappe, 'noegler'), 'tjeneste', 'Borgerblikket sandkasse'),
  }))
}

const sandkassetillid = (origin: string, { certifikat }: Noeglepar): Tillid => ({
  modtager: entityId(origin),
  privilegium: PRIVILEGIUM,
  udstedere: [{ navn: udstederNavn(origin), certifikater: [certifikat] }],
})

function once<T>(make: () => T): () => T {
  let lavet: { readonly vaerdi: T } | undefined
  return () => {
    lavet ??= { vaerdi: make() }
    return lavet.vaerdi
  }
}

function readTillidsfil(fil: string): Tillid {
  try {
    return readTillid(readFileSync(fil, 'utf8'))
  } catch (fejl) {
    const grund = fejl instanceof Tillidsfejl ? fejl.message : 'den kan ikke læses'
    throw new Opstartsfejl(`BORGERBLIKKET_IDWS_TILLID: ${fil} kan ikke bruges: ${grund}.`)
  }
}

function readTjenestenoegle({ noegle, certifikat }: { readonly noegle: string; readonly certifikat: string }): Noeglepar {
  try {
    return readNoeglepar(noegle, certifikat)
  } catch (fejl) {
    if (fejl instanceof Opstartsfejl) throw fejl
    throw new Opstartsfejl(`BORGERBLIKKET_IDWS_NOEGLE: ${noegle} eller ${certifikat} kan ikke læses.`)
  }
}
