import { type Tidspunkt, type Uuid, uuid } from '#kernel'
import { followNotater } from '#partsoverblik/notat'
import { type Clock, danskDag } from '#platform/clock'
import type { Database, Transaktion } from '#platform/database'
import { fristdag, isTid, type Lytter, match, type NytAdvis, type Sket } from './advis.ts'
import {
  type Dagsraekke,
  endAbonnementer,
  endMails,
  endMedlemskaber,
  endPaamindelser,
  type Fakta,
  findFakta,
  findFjernetTil,
  findLyttere,
  type Haendelse,
  insertAdvis,
  type LytterRaekke,
  listDage,
  listHaendelser,
  lockMaerke,
  removeAdvis,
  setMaerke,
} from './foelg.sql.ts'

export type Foelgedeps = { readonly db: Database; readonly clock: Clock }

const ROLLE = { rolle: 'advis' } as const
const HAENDELSER_AD_GANGEN = 200
const DAGE_AD_GANGEN = 500
const FOER_ALLE = uuid('00000000-0000-0000-0000-000000000000')

/**
 * One round: tells those who asked of the next piece of what has happened, of notes that did not get through, and once a day of deadlines and
 * reminders. The mark moves in the transaction that tells, so whatever ends the process, nobody is told twice and nothing is left out; what was
 * removed from the outbox before it was read is passed over. Answers how many events it read. Throws DatabaseFejl.
 */
export function work({ db, clock }: Foelgedeps): Promise<number> {
  return db.transaction(ROLLE, async (tx) => {
    const [maerke] = await tx.run(lockMaerke())
    if (!maerke) return 0
    const nu = clock.now()
    const idag = danskDag(nu)
    if (maerke.dag !== idag) await tellDage(tx, nu, idag)
    const [hoved] = await tx.run(findFjernetTil())
    const fra = Math.max(Number(maerke.loebenr), Number(hoved?.fjernet_til ?? 0))
    const haendelser = await tx.run(listHaendelser(fra, HAENDELSER_AD_GANGEN))
    await tell(tx, haendelser, nu)
    const afgjorte = await followNotater(tx, nu)
    await insert(
      tx,
      afgjorte.map((en) => ({
        medarbejder: en.af,
        kommune: en.kommune,
        part: en.part_id,
        objekt: en.sag_id,
        hvad: en.tilstand === 'afvist' ? 'notatAfvist' : 'notatForaeldet',
        noegle: `n${en.notat_id}`,
        tid: nu,
      })),
    )
    await tx.run(setMaerke(Number(haendelser.at(-1)?.loebenr ?? fra), idag))
    return haendelser.length
  })
}

async function tell(tx: Transaktion, haendelser: readonly Haendelse[], nu: Tidspunkt): Promise<void> {
  const fortaelles = haendelser.filter(({ haendelse }) => haendelse === 'importeret' || haendelse === 'opdateret')
  if (fortaelles.length === 0) return
  const fakta = await tx.run(findFakta([...new Set(fortaelles.map(({ objekt_id }) => objekt_id))]))
  const efterId = new Map(fakta.map((en) => [en.objekt_id, en]))
  const skete = fortaelles.flatMap((haendelse) => toSket(haendelse, efterId.get(haendelse.objekt_id)) ?? [])
  if (skete.length === 0) return
  const alle = <T>(find: (sket: Sket) => readonly T[]): readonly T[] => [...new Set(skete.flatMap(find))]
  const lyttere = await tx.run(
    findLyttere(
      alle(({ parter }) => parter),
      alle(({ sager }) => sager),
      alle(({ behandlere }) => behandlere.map(({ behandler }) => behandler)),
    ),
  )
  const kendte = lyttere.map(toLytter)
  await insert(
    tx,
    skete.flatMap((sket) => match(sket, kendte, nu)),
  )
}

function toSket({ loebenr, tid, objekt_id, haendelse }: Haendelse, fakta: Fakta | undefined): Sket | undefined {
  if (!fakta?.kommune) return undefined
  const { kommune, parter, sager, behandlere } = fakta
  return {
    loebenr: Number(loebenr),
    tid,
    objekt: objekt_id,
    nyt: haendelse === 'importeret',
    kommune,
    parter,
    sager,
    behandlere: (behandlere ?? []).flat(),
  }
}

const toLytter = ({ medarbejder_id, kommune, slags, part_id, objekt_id }: LytterRaekke): Lytter => ({
  medarbejder: medarbejder_id,
  kommune,
  slags,
  part: part_id ?? undefined,
  objekt: objekt_id ?? undefined,
})

/** Once a day: what has ended is ended first, then what is due is told, also of days on which the server was down. */
async function tellDage(tx: Transaktion, nu: Tidspunkt, idag: string): Promise<void> {
  for (const statement of [endAbonnementer(nu), endMedlemskaber(nu), endMails(nu), removeAdvis(nu)]) await tx.run(statement)
  let efter: Uuid = FOER_ALLE
  for (;;) {
    const raekker = await tx.run(listDage(efter, DAGE_AD_GANGEN))
    const sidste = raekker.at(-1)
    if (!sidste) break
    const frister = raekker.flatMap(({ slags, objekt_id }) => (slags === 'frist' && objekt_id ? [objekt_id] : []))
    const fakta = frister.length > 0 ? await tx.run(findFakta(frister)) : []
    const efterId = new Map(fakta.map((en) => [en.objekt_id, en]))
    await insert(
      tx,
      raekker.flatMap((raekke) => toDagsadvis(raekke, efterId, nu, idag) ?? []),
    )
    efter = sidste.abonnement_id
  }
  await tx.run(endPaamindelser(idag))
}

function toDagsadvis(
  { medarbejder_id, kommune, slags, part_id, objekt_id, abonnement_id, dage_foer, dag }: Dagsraekke,
  fakta: ReadonlyMap<Uuid, Fakta>,
  nu: Tidspunkt,
  idag: string,
): NytAdvis | undefined {
  if (!part_id) return undefined
  const faelles = { medarbejder: medarbejder_id, kommune, part: part_id, tid: nu }
  if (slags === 'paamindelse')
    return dag !== null && dag <= idag
      ? { ...faelles, objekt: objekt_id ?? part_id, hvad: 'paamindelse', noegle: `p${abonnement_id}` }
      : undefined
  const egne = objekt_id ? fakta.get(objekt_id) : undefined
  if (!objekt_id || egne?.kommune !== kommune || !egne.parter.includes(part_id)) return undefined
  const frist = fristdag(egne.aftaler ?? [], nu)
  if (frist === undefined || !isTid(frist, dage_foer ?? 0, idag)) return undefined
  return { ...faelles, objekt: objekt_id, hvad: 'frist', noegle: `f${objekt_id}:${frist}` }
}

const insert = async (tx: Transaktion, nye: readonly NytAdvis[]): Promise<void> => {
  if (nye.length > 0) await tx.run(insertAdvis(nye))
}
