import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { Opstartsfejl } from '#platform/database'

/** How far a file has come, kept beside it. What is acknowledged after it was written comes again under the same name, and is not counted twice. */
export type Tilstand = {
  /** The delivery's name, made of the file's content: the same file is the same delivery, on any machine. */
  readonly noegle: string
  /** To whom; elsewhere nothing of it is delivered. */
  readonly adresse: string
  /** Whole pieces that have been acknowledged. */
  readonly stykker: number
  readonly modtaget: number
  readonly uaendret: number
  readonly afvist: number
  /** Lines taken in that break a rule which refuses from a later day, by rule. */
  readonly advarsler: Readonly<Record<string, number>>
  /** How long the file of refused lines was then. */
  readonly afvisteBytes: number
}

export type Afvist = {
  readonly sted: number
  readonly id: string | undefined
  readonly brud: readonly { readonly regel: string; readonly sti: string; readonly da: string; readonly en: string }[]
  readonly indhold: string
}

export type Tilstandslager = {
  readonly tilstand: Tilstand
  readonly genoptaget: boolean
  readonly afvistfil: string
  /** Keeps the refused lines first, and then that they are kept. */
  keep(afviste: readonly Afvist[], ny: Omit<Tilstand, 'afvisteBytes' | 'noegle' | 'adresse'>): void
  /** All is delivered: the state is of no more use. */
  faerdig(): void
}

/** Takes up the file's state, or begins one. Throws Opstartsfejl where the state is of another content or address, unless `forfra`. */
export function openTilstand(fil: string, noegle: string, adresse: string, forfra: boolean): Tilstandslager {
  const sti = `${fil}.tilstand.json`
  const afvistfil = `${fil}.afvist.ndjson`
  const kendt = forfra ? undefined : readTilstand(sti)
  if (kendt && (kendt.noegle !== noegle || kendt.adresse !== adresse))
    throw new Opstartsfejl(`${sti} er fra en anden fil, nøgle eller adresse. Slet den, eller brug --forfra.`)
  let tilstand = kendt ?? { noegle, adresse, stykker: 0, modtaget: 0, uaendret: 0, afvist: 0, advarsler: {}, afvisteBytes: 0 }
  if (existsSync(afvistfil)) truncateSync(afvistfil, Math.min(tilstand.afvisteBytes, statSync(afvistfil).size))
  return {
    get tilstand() {
      return tilstand
    },
    genoptaget: kendt !== undefined,
    afvistfil,
    keep: (afviste, ny) => {
      const tekst = afviste.map((en) => `${JSON.stringify(en)}\n`).join('')
      if (tekst !== '') appendFileSync(afvistfil, tekst, { mode: 0o600 })
      tilstand = { ...tilstand, ...ny, afvisteBytes: tilstand.afvisteBytes + Buffer.byteLength(tekst) }
      writeFileSync(`${sti}.ny`, JSON.stringify(tilstand), { mode: 0o600 })
      renameSync(`${sti}.ny`, sti)
    },
    faerdig: () => rmSync(sti, { force: true }),
  }
}

function readTilstand(sti: string): Tilstand | undefined {
  if (!existsSync(sti)) return undefined
  try {
    return JSON.parse(readFileSync(sti, 'utf8')) as Tilstand
  } catch {
    throw new Opstartsfejl(`${sti} kan ikke læses. Slet den, eller brug --forfra.`)
  }
}
