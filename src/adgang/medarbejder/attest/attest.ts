import { createHash } from 'node:crypto'
import { afvist, type CvrNummer, newUuid, ok, type Resultat, type Rettighedsgruppe, type Tidspunkt, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { readRettigheder } from '../laes-rettigheder.ts'
import type { Medarbejder, Rolle } from '../medarbejder.ts'
import { listTildelinger, type TildelingRaekke } from '../rolle.sql.ts'
import {
  type AttestRaekke,
  insertAttest,
  listAttester,
  listAttesteredeLinjer,
  listRettighedsindehavere,
  listSenesteLogin,
  type RettighedsindehaverRaekke,
} from './attest.sql.ts'

type Deps = { readonly db: Database; readonly clock: Clock }

/** One role that was given here, or one group of rights that a login has brought. */
export type Attestlinje = {
  readonly medarbejder: Uuid
  readonly navn: string
  readonly ret:
    | { readonly kilde: 'givet'; readonly rolle: Rolle }
    | { readonly kilde: 'login'; readonly gruppe: Rettighedsgruppe }
  /** When the role began to hold, or the first login with the group. */
  readonly siden: Tidspunkt
  /** The last login, with the group where it is one; undefined: none that is still known. */
  readonly senest: Tidspunkt | undefined
  /** Not among what was last seen and approved. */
  readonly ny: boolean
}

export type Attestliste = {
  readonly linjer: readonly Attestlinje[]
  /** Of who has what: the list that is approved must be the one that was seen. */
  readonly fingeraftryk: string
  /** The newest first. */
  readonly attester: readonly AttestRaekke[]
}

/** Who has which role and which rights in an organisation, and when that was last seen and approved. Throws DatabaseFejl. */
export async function readAttestliste({ db, clock }: Deps, cvr: CvrNummer): Promise<Attestliste> {
  const nu = clock.now()
  return createAttestliste(cvr, await db.readBatch({ rolle: 'login' }, saetninger(cvr, nu)))
}

const saetninger = (cvr: CvrNummer, nu: Tidspunkt) =>
  [
    listTildelinger(cvr, nu),
    listRettighedsindehavere(cvr, nu),
    listSenesteLogin(cvr),
    listAttester(cvr),
    listAttesteredeLinjer(cvr),
  ] as const

type Fundet = readonly [
  readonly TildelingRaekke[],
  readonly RettighedsindehaverRaekke[],
  readonly { readonly medarbejder_id: Uuid; readonly senest: Tidspunkt }[],
  readonly AttestRaekke[],
  readonly { readonly noegle: string }[],
]

function createAttestliste(cvr: CvrNummer, [tildelinger, indehavere, logins, attester, sete]: Fundet): Attestliste {
  const seneste = new Map(logins.map(({ medarbejder_id, senest }) => [medarbejder_id, senest]))
  const set = new Set(sete.map(({ noegle }) => noegle))
  const givne = tildelinger
    .filter(({ gaelder }) => gaelder)
    .map(({ medarbejder_id, navn, rolle, gaelder_fra }) => ({
      medarbejder: medarbejder_id,
      navn,
      ret: { kilde: 'givet', rolle } as const,
      siden: gaelder_fra,
      senest: seneste.get(medarbejder_id),
    }))
  // A group that cannot be read gives nothing, so there is nothing to approve.
  const medbragte = indehavere.flatMap(({ medarbejder_id, navn, gruppe, foerst, senest }) =>
    readRettigheder([gruppe], cvr).map((laest) => ({
      medarbejder: medarbejder_id,
      navn,
      ret: { kilde: 'login', gruppe: laest } as const,
      siden: foerst,
      senest,
    })),
  )
  const linjer = [...givne, ...medbragte]
    .map((linje) => ({ ...linje, ny: !set.has(noegleOf(linje)) }))
    .sort((a, b) => a.navn.localeCompare(b.navn, 'da') || order(a.medarbejder, b.medarbejder) || order(noegleOf(a), noegleOf(b)))
  const fingeraftryk = createHash('sha256')
    .update(JSON.stringify(linjer.map(noegleOf)))
    .digest('base64url')
  return { linjer, fingeraftryk, attester }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What makes a line another one: who, and what they may. */
const noegleOf = ({ medarbejder, ret }: Pick<Attestlinje, 'medarbejder' | 'ret'>): string =>
  JSON.stringify([medarbejder, ret.kilde === 'givet' ? ret.rolle : ret.gruppe])

/**
 * Keeps that somebody has seen the list and approves of it, with the list itself. Refused where it is another list than the one that was seen. Throws
 * DatabaseFejl.
 */
export const attester = (
  { db, clock }: Deps,
  { id, navn, cvr }: Pick<Medarbejder, 'id' | 'navn' | 'cvr'>,
  fingeraftryk: string,
): Promise<Resultat<Uuid, 'LISTEN_ER_AENDRET'>> =>
  db.transaction({ rolle: 'login' }, async (tx) => {
    const nu = clock.now()
    const [tildelinger, indehavere, logins, foer, sete] = saetninger(cvr, nu)
    const liste = createAttestliste(cvr, [
      await tx.run(tildelinger),
      await tx.run(indehavere),
      await tx.run(logins),
      await tx.run(foer),
      await tx.run(sete),
    ])
    if (liste.fingeraftryk !== fingeraftryk) return afvist('LISTEN_ER_AENDRET')
    const attest = newUuid()
    const linjer = liste.linjer.map((linje) => ({ noegle: noegleOf(linje), navn: linje.navn, siden: linje.siden }))
    await tx.run(insertAttest({ id: attest, cvr, af: id, navn, tidspunkt: nu, linjer }))
    return ok(attest)
  })
