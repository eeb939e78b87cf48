import { grundlagForSagsbehandler, kontekstForSagsbehandler, type Medarbejder } from '#adgang'
import { afvist, gaeldende, newUuid, type Opslagsformaal, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import { begrundelsesAad, findEgenPart, gatherFakta, insertAlarmer, raiseAlarmer } from '#partsoverblik/alarm'
import { HOEJST_BEGRUNDELSE, needsBegrundelse } from '#partsoverblik/formaal'
import type { Clock } from '#platform/clock'
import { type Noegler, seal } from '#platform/crypto'
import type { Database, Transaktion } from '#platform/database'
import { parseLinje } from '#platform/http'
import type { Besoegsafvisning } from './besoeg.errors.ts'
import { findBehandlere, findSammeBesoeg, findSete, insertBesoeg, lockBesoeg } from './besoeg.sql.ts'
import { chooseEgenSag, type Sete, toSet } from './egen-sag.ts'
import { kontekstForBesoeg } from './kontekst.ts'

export type Besoegsdeps = { readonly db: Database; readonly clock: Clock; readonly noegler: Noegler }
export type Besoegsvalg = {
  readonly part: Uuid
  /** Left out, or 'sagsbehandling': taken from a case that the employee handles. */
  readonly formaal?: Opslagsformaal | undefined
  /** Which of the employee's cases, where they say so. */
  readonly sag?: Uuid | undefined
  /** In the employee's own words; kept sealed, never shown to the citizen. */
  readonly begrundelse?: string | undefined
}
type Besoegende = Pick<Medarbejder, 'id' | 'cvr' | 'navn' | 'rettigheder' | 'enheder' | 'session'>

/** A visit that began. `venter`: the employee must first say that it is meant (bekraeftBesoeg); until then nothing can be read in it. */
export type Begyndt = { readonly besoeg: Uuid; readonly venter: boolean }

/** What a visit begins with: for what, on which case, and the reason in words. */
type Aarsag = { readonly formaal: Opslagsformaal; readonly sag: Uuid | undefined; readonly tekst: string | undefined }

/**
 * An employee begins a visit to one citizen's matters: for a purpose, in this session, for half an hour at a time. The purpose is a case of the
 * employee's where there is one and no other is chosen; FORMAAL_MANGLER says that it must be asked. Its alarms are kept in the same transaction: no visit
 * without them. The same citizen for the same purpose in the same session is the same visit. Throws DatabaseFejl.
 */
export async function startBesoeg(
  { db, clock, noegler }: Besoegsdeps,
  medarbejder: Besoegende,
  { part, formaal = 'sagsbehandling', sag: oensket, begrundelse }: Besoegsvalg,
): Promise<Resultat<Begyndt, Besoegsafvisning>> {
  const tekst = parseLinje((begrundelse ?? '').trim(), HOEJST_BEGRUNDELSE)
  if (needsBegrundelse(formaal) && (tekst === undefined || tekst.length < 5)) return afvist('BEGRUNDELSE_MANGLER')
  const nu = clock.now()
  const besoeg = newUuid()
  const grundlag = grundlagForSagsbehandler(medarbejder, { part, formaal, korrelation: besoeg })
  const [[raekker], [[egen]]] = await Promise.all([
    db.readBatch(kontekstForSagsbehandler(grundlag, 'sagsbehandler', nu), [findSete(grundlag, nu)]),
    db.readBatch(kontekstForBesoeg(medarbejder), [findEgenPart(medarbejder.cvr, medarbejder.id)]),
  ])
  const sete = raekker.map((raekke) => toSet(raekke, nu))
  return db.transaction(kontekstForBesoeg(medarbejder, [part, ...(egen ? [egen.part_id] : [])]), async (tx) => {
    const egenSag = await findEgenSag(tx, medarbejder, sete, nu, oensket)
    if (formaal === 'sagsbehandling' && egenSag === undefined) return afvist('FORMAAL_MANGLER')
    const aarsag = { formaal, sag: formaal === 'sagsbehandling' ? egenSag : undefined, tekst }
    const { session } = medarbejder
    await tx.run(lockBesoeg(medarbejder.cvr, medarbejder.id))
    const [samme] = tekst === undefined ? await tx.run(findSammeBesoeg({ session, part, ...aarsag }, nu)) : []
    if (samme) return ok({ besoeg: samme.besoeg_id, venter: samme.venter })
    const fakta = await gatherFakta(tx, noegler, {
      tid: nu,
      part,
      kommune: medarbejder.cvr,
      medarbejder,
      egenPart: egen?.part_id,
      egenSag: egenSag !== undefined,
      ting: sete,
    })
    if (!fakta) return afvist('FINDES_IKKE')
    const alarmer = raiseAlarmer(fakta)
    const venter = alarmer.some(({ alvor }) => alvor === 'spoerg')
    const [begyndt] = await tx.run(insertBesoeg(toNyt(noegler, { besoeg, session, part, skalBekraeftes: venter }, aarsag), nu))
    if (!begyndt) return afvist('SESSIONEN_ER_SLUT')
    const hvem = { besoeg, kommune: medarbejder.cvr, medarbejder: medarbejder.id, tid: nu }
    if (alarmer.length > 0) await tx.run(insertAlarmer(hvem, alarmer))
    return ok({ besoeg, venter })
  })
}

async function findEgenSag(
  tx: Transaktion,
  hvem: Besoegende,
  sete: readonly Sete[],
  nu: Tidspunkt,
  oensket: Uuid | undefined,
): Promise<Uuid | undefined> {
  const sager = sete.filter(({ sag }) => sag).map(({ id }) => id)
  if (sager.length === 0) return undefined
  const raekker = await tx.run(findBehandlere(sager))
  const behandlere = new Map(
    raekker.map((led) => [led.objekt_id, gaeldende(led.behandlere, nu).map(({ behandler }) => behandler)] as const),
  )
  return chooseEgenSag(sete, hvem, behandlere, oensket)
}

const toNyt = (
  noegler: Noegler,
  nyt: { readonly besoeg: Uuid; readonly session: Uuid; readonly part: Uuid; readonly skalBekraeftes: boolean },
  { formaal, sag, tekst }: Aarsag,
) => ({
  ...nyt,
  formaal,
  sag,
  begrundelse: tekst === undefined ? undefined : seal(noegler.indhold, tekst, begrundelsesAad(nyt.besoeg)),
})
