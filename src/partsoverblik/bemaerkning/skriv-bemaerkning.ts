import { afvist, type Medarbejdergrundlag, ok, type Resultat, type Uuid, uuidFromName } from '#kernel'
import { type Clock, danskDag } from '#platform/clock'
import { type Noegler, seal } from '#platform/crypto'
import type { Database, Kontekst } from '#platform/database'
import type { Bemaerkningsafvisning } from './bemaerkning.errors.ts'
import {
  countBemaerkninger,
  findSkrevet,
  findStaaende,
  HOEJST_BEMAERKNINGER,
  insertBemaerkning,
  insertGennemgang,
  insertOphoer,
  lockBemaerkninger,
} from './bemaerkning.sql.ts'
import {
  type Bemaerkningsindhold,
  type Bemaerkningsoenske,
  isIndgribende,
  naesteGennemgang,
  parseBegrundelse,
  parseBemaerkning,
} from './bemaerkning.ts'
import { aadOf } from './laes-bemaerkninger.ts'

export type Bemaerkningsdeps = { readonly db: Database; readonly clock: Clock; readonly noegler: Noegler }

const kontekst = ({ part, aktoer, kommune }: Medarbejdergrundlag): Kontekst => ({
  rolle: 'sagsskriver',
  parter: [part],
  grund: 'bemaerkning',
  aktoer: aktoer.id,
  kommune,
})

const aad = (id: Uuid, { part, kommune }: Medarbejdergrundlag, hvad = ''): string =>
  aadOf({ bemaerkning_id: id, part_id: part, kommune }) + hvad

/**
 * Writes a remark about the citizen of the visit, for the municipality of the one who writes. `navn` is how colleagues are told who wrote it; `noegle` is
 * made with the form: one that is sent twice as it stands is one remark. Answers its id. Throws DatabaseFejl.
 */
export async function writeBemaerkning(
  { db, clock, noegler }: Bemaerkningsdeps,
  grundlag: Medarbejdergrundlag,
  navn: string,
  oenske: Bemaerkningsoenske,
  noegle: Uuid,
): Promise<Resultat<Uuid, Bemaerkningsafvisning>> {
  const nu = clock.now()
  const idag = danskDag(nu)
  const ny = parseBemaerkning(oenske, idag)
  if (!ny.ok) return ny
  const { slags, fra, til, gennemgaasSenest, tekst, detalje, begrundelse } = ny.value
  const indhold: Bemaerkningsindhold = { tekst, detalje, begrundelse }
  const { kommune, part, aktoer } = grundlag
  const id = uuidFromName(aktoer.id, `bemaerkning ${noegle} ${kommune} ${part} ${JSON.stringify(ny.value)}`)
  return db.transaction(kontekst(grundlag), async (tx) => {
    await tx.run(lockBemaerkninger(kommune, part))
    const [skrevet] = await tx.run(findSkrevet({ id, kommune, part }))
    if (skrevet) return ok(id)
    const [staar] = await tx.run(countBemaerkninger(kommune, part, idag))
    if ((staar?.antal ?? 0) >= HOEJST_BEMAERKNINGER) return afvist('FOR_MANGE')
    const forseglet = seal(noegler.indhold, JSON.stringify(indhold), aad(id, grundlag))
    const raekke = { id, kommune, part, slags, fra, til, gennemgaasSenest, indhold: forseglet }
    await tx.run(insertBemaerkning(raekke, { id: aktoer.id, navn }, nu))
    return ok(id)
  })
}

/** What is done with a remark that stands. */
export type Bemaerkningstrin = 'afslut' | 'gennemgaa'

/**
 * Ends a remark, or says of an intrusive one that it is still needed, with a reason. One that does not stand, and another municipality's or
 * person's, answer alike. Throws DatabaseFejl.
 */
export async function changeBemaerkning(
  { db, clock, noegler }: Bemaerkningsdeps,
  grundlag: Medarbejdergrundlag,
  navn: string,
  { id, trin, begrundelse }: { readonly id: Uuid; readonly trin: Bemaerkningstrin; readonly begrundelse: string },
): Promise<Resultat<true, Bemaerkningsafvisning>> {
  const tekst = parseBegrundelse(begrundelse)
  if (tekst === undefined) return afvist('HVORFOR_MANGLER')
  const nu = clock.now()
  const idag = danskDag(nu)
  const { kommune, part, aktoer } = grundlag
  const hvor = { id, kommune, part }
  const af = { id: aktoer.id, navn }
  return db.transaction(kontekst(grundlag), async (tx) => {
    const [staaende] = await tx.run(findStaaende(hvor, idag))
    if (!staaende) return afvist('FINDES_IKKE')
    const forseglet = seal(noegler.indhold, tekst, aad(id, grundlag, `/${trin}`))
    if (trin === 'afslut') {
      await tx.run(insertOphoer(hvor, forseglet, af, nu))
      return ok(true)
    }
    if (!isIndgribende(staaende.slags) || staaende.til === null) return afvist('FINDES_IKKE')
    const naeste = naesteGennemgang(idag, { fra: staaende.fra, til: staaende.til })
    await tx.run(insertGennemgang(hvor, { nr: staaende.gennemgange + 1, naeste, begrundelse: forseglet }, af, nu))
    return ok(true)
  })
}
