import { afvist, type CvrNummer, maskCpr, newUuid, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import { kommuneMedCvr } from '#myndighed'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { maalgruppeFor, type Rolle } from './medarbejder.ts'
import type { Rolleafvisning } from './rolle.errors.ts'
import { insertOphoer, insertTildeling, listTildelingerAf } from './rolle.sql.ts'

type Deps = { readonly db: Database; readonly clock: Clock }

/** Who has or is to have which role where; and who says so, with the reason, which are kept for good. */
export type Rollevalg = {
  readonly cvr: CvrNummer
  readonly medarbejder: Uuid
  readonly rolle: Rolle
  /** The one who gives or takes it, as the list of roles names them: an employee's id, or the operator's login. */
  readonly af: string
  readonly begrundelse: string
}

export type Tildelingsvalg = Rollevalg & {
  /** How the list of roles names the person. */
  readonly navn: string
  readonly fra?: Tidspunkt | undefined
  readonly til?: Tidspunkt | undefined
}

const isLinje = (tekst: string, mindst: number, hoejst: number): boolean =>
  tekst.length >= mindst && tekst.length <= hoejst && !/\p{Cc}/u.test(tekst) && maskCpr(tekst) === tekst

/**
 * Gives somebody a role in an organisation, from now or from a later day. Refuses one that the person has already or is to have, one
 * given to oneself, and a municipality's role in what is no municipality. Throws DatabaseFejl.
 */
export async function tildelRolle({ db, clock }: Deps, valg: Tildelingsvalg): Promise<Resultat<Uuid, Rolleafvisning>> {
  const nu = clock.now()
  const fra = valg.fra ?? nu
  if (!isLinje(valg.begrundelse.trim(), 5, 500)) return afvist('BEGRUNDELSE_MANGLER')
  if (valg.af === valg.medarbejder) return afvist('IKKE_SIG_SELV')
  if (!isLinje(valg.navn.trim(), 1, 200)) return afvist('NAVN_MANGLER')
  if (valg.til !== undefined && (valg.til <= fra || valg.til <= nu)) return afvist('UGYLDIG_PERIODE')
  if (maalgruppeFor(valg.rolle) === 'kommune' && !kommuneMedCvr(valg.cvr)) return afvist('IKKE_KOMMUNE')
  const id = newUuid()
  return db.transaction({ rolle: 'opsaetning' }, async (tx) => {
    if ((await tx.run(listTildelingerAf(valg, nu))).length > 0) return afvist('HAR_ROLLEN')
    await tx.run(
      insertTildeling({
        ...valg,
        id,
        navn: valg.navn.trim(),
        begrundelse: valg.begrundelse.trim(),
        givetAf: valg.af,
        gaelderFra: fra,
        gaelderTil: valg.til,
        oprettet: nu,
      }),
    )
    return ok(id)
  })
}

/** Takes a role away at once, however often it was given; it opens nothing from the next request on. Answers how many grants ended. Throws DatabaseFejl. */
export async function fratagRolle({ db, clock }: Deps, valg: Rollevalg): Promise<Resultat<number, Rolleafvisning>> {
  const nu = clock.now()
  const begrundelse = valg.begrundelse.trim()
  if (!isLinje(begrundelse, 5, 500)) return afvist('BEGRUNDELSE_MANGLER')
  return db.transaction({ rolle: 'opsaetning' }, async (tx) => {
    const gaeldende = await tx.run(listTildelingerAf(valg, nu))
    for (const { tildeling_id } of gaeldende) await tx.run(insertOphoer(tildeling_id, { fra: nu, af: valg.af, begrundelse }))
    return gaeldende.length > 0 ? ok(gaeldende.length) : afvist('HAR_IKKE_ROLLEN')
  })
}
