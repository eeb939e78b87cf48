import {
  type Adgangsgrundlag,
  afvist,
  type Grund,
  type KlePraefiks,
  ok,
  parseKlePraefiks,
  type Resultat,
  type Tidspunkt,
  type Uuid,
} from '#kernel'
import { boernUnder15 } from '#part'
import { type Clock, danskDag } from '#platform/clock'
import type { Database, Kontekst, Statement } from '#platform/database'
import { findForaeldersSession, findOwnSession, type SessionRaekke } from './session.sql.ts'
import type { Session } from './session.ts'

/** What holders of custody may see of a child: dagtilbud, KLE hovedgruppe 28 (domain.md 11). */
const BOERNS_OMRAADER: readonly KlePraefiks[] = [parseKlePraefiks('28') as KlePraefiks]

/** The ground for one's own data. Whether the session still holds is checked by sessionStatement with the read. */
export const grundlagForEgen = (session: Session): Adgangsgrundlag => toGrundlag(session, session.part, 'egen', undefined)

type Deps = { readonly db: Database; readonly clock: Clock }

/** The grounds for all children that the citizen has custody of today and who are under 15, oldest first. Throws DatabaseFejl. */
export async function grundlagForBoern({ db, clock }: Deps, session: Session): Promise<readonly Adgangsgrundlag[]> {
  const [boern] = await db.readBatch({ rolle: 'login' }, [boernUnder15(session.part, danskDag(clock.now()))])
  return boern.map(({ barn }) => toGrundlag(session, barn, 'foraeldremyndighed', BOERNS_OMRAADER))
}

/** The ground for one child. A child that is not theirs, is 15, or does not exist is refused alike. Throws DatabaseFejl. */
export async function grundlagForBarn(
  deps: Deps,
  session: Session,
  barn: Uuid,
): Promise<Resultat<Adgangsgrundlag, 'FINDES_IKKE'>> {
  const grundlag = (await grundlagForBoern(deps, session)).find(({ part }) => part === barn)
  return grundlag ? ok(grundlag) : afvist('FINDES_IKKE')
}

const toGrundlag = (session: Session, part: Uuid, grund: Grund, omraader: readonly KlePraefiks[] | undefined): Adgangsgrundlag =>
  ({
    aktoer: { type: 'borger', part: session.part },
    part,
    grund,
    omraader,
    session: session.id,
    korrelation: session.korrelation,
  }) as Adgangsgrundlag

/** The database role of a ground: whose data row-level security lets it see, and who acts, whose session and custody it is. */
export const kontekstFor = ({ part, aktoer, grund }: Adgangsgrundlag): Kontekst => ({
  rolle: 'borger',
  parter: [part],
  grund,
  aktoer: aktoer.part,
})

/**
 * To be put in the same batch as the data, in kontekstFor's context. No row: the session is ended, idle, expired or somebody else's, or the
 * ground no longer holds (custody lost, the child 15); then everything in the batch must be discarded.
 */
export function sessionStatement(grundlag: Adgangsgrundlag, nu: Tidspunkt): Statement<SessionRaekke> {
  const { session, aktoer, part } = grundlag
  switch (grundlag.grund) {
    case 'egen':
      return findOwnSession(session, aktoer.part, nu)
    case 'foraeldremyndighed':
      return findForaeldersSession(session, aktoer.part, nu, part, danskDag(nu))
  }
}
