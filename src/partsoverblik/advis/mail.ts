import { createTransport } from 'nodemailer'
import { type Tidspunkt, tidspunkt } from '#kernel'
import { type Clock, danskDag, startOfDanskDag } from '#platform/clock'
import { type Noegler, openIfOurs } from '#platform/crypto'
import type { Database, Kontekst } from '#platform/database'
import { mailaad } from './abonner.ts'
import { countSynlige, listUlaeste, type Mailmodtager, takeMailmodtagere } from './foelg.sql.ts'

/** How mail is sent. Without it none is. */
export type Mailopsaetning = {
  /** As smtps://user:password@host:465 or smtp://host:25. */
  readonly url: string
  readonly fra: string
}

export type Maildeps = {
  readonly db: Database
  readonly clock: Clock
  readonly noegler: Noegler
  readonly origin: string
  readonly mail: Mailopsaetning
}

/** No mail in the night: it is written when people are at work. */
export const FRA_KLOKKEN = 6
const TIME_MS = 3_600_000
const DOEGN_MS = 24 * TIME_MS

const ROLLE = { rolle: 'advis' } as const
const AD_GANGEN = 20
const FRIST_MS = 10_000

export type Dagensmail = { readonly sete: number; readonly sendte: number }

/**
 * Sends today's mail to those who want one and have not had it: how many advis since the mail before they have not read and may see, and where. Nobody is
 * named, and nothing of what it is about. The day is noted before it is sent: one that is lost on the way is not sent again, since a mail twice a day
 * is worse than one too few where the list itself is always there. Answers how many were seen to, mail or none, and how many were sent: none seen to is
 * that all have had theirs. Throws DatabaseFejl; `onFejl` is told of a mail that could not be sent.
 */
export async function sendDagens(deps: Maildeps, onFejl: (fejl: unknown) => void): Promise<Dagensmail> {
  const { db, clock, mail } = deps
  const nu = clock.now()
  const modtagere = await db.transaction(ROLLE, (tx) => tx.run(takeMailmodtagere(danskDag(nu), AD_GANGEN)))
  if (modtagere.length === 0) return { sete: 0, sendte: 0 }
  const post = createTransport({ url: mail.url, connectionTimeout: FRIST_MS, socketTimeout: FRIST_MS } as Parameters<
    typeof createTransport
  >[0])
  let sendte = 0
  try {
    for (const modtager of modtagere) {
      const til = openIfOurs(
        deps.noegler.indhold,
        modtager.adresse,
        mailaad({ id: modtager.medarbejder_id, cvr: modtager.kommune }),
      )
      const antal = til ? await countFor(deps, modtager, nu) : 0
      if (!til || antal === 0) continue
      await post
        .sendMail({ from: mail.fra, to: til.toString('utf8'), ...toMail(antal, deps.origin) })
        .then(() => sendte++, onFejl)
    }
  } finally {
    post.close()
  }
  return { sete: modtagere.length, sendte }
}

/** How many there are to read, of those that the employee's newest login lets them see: counted in the database, and nothing is read. */
async function countFor({ db }: Maildeps, modtager: Mailmodtager, nu: Tidspunkt): Promise<number> {
  const { medarbejder_id: id, kommune: cvr, rettigheder, enheder } = modtager
  const siden = findSiden(modtager.forrige, nu)
  const ulaeste = await db.transaction(ROLLE, (tx) => tx.run(listUlaeste(id, cvr, siden)))
  const parter = [...new Set(ulaeste.map(({ part_id }) => part_id))]
  if (parter.length === 0) return 0
  const ret = { rettigheder: rettigheder.filter(({ kommune }) => kommune === cvr), enheder, kommune: cvr }
  const kontekst: Kontekst = { ...ret, rolle: 'sagsbehandler', parter, grund: 'jobfunktionsrolle', aktoer: id, nu }
  const grundlag = { ...ret, aktoer: { type: 'medarbejder', id } } as const
  const [[synlige]] = await db.readBatch(kontekst, [countSynlige(grundlag, nu, ulaeste)])
  return synlige?.antal ?? 0
}

/**
 * From when advis are counted: before the mail of that day can have been sent, however late in the day this one is; of the last day where there was
 * none. Six o'clock is five hours after midnight on the day when the clocks go forward, and later on any other.
 */
const findSiden = (forrige: string | null, nu: Tidspunkt): Tidspunkt =>
  tidspunkt(
    new Date(forrige === null ? Date.parse(nu) - DOEGN_MS : Date.parse(startOfDanskDag(forrige)) + (FRA_KLOKKEN - 1) * TIME_MS),
  )

const toMail = (antal: number, origin: string) => ({
  subject: 'Nye adviser i Borgerblikket',
  text: `Du har ${antal === 1 ? '1 ny advis' : `${antal} nye adviser`}. Log ind for at se, hvad de er om:
${origin}/kommune/advis

You have ${antal === 1 ? '1 new advis' : `${antal} new advis`}. Log in to see what they are about.

Mailen siger aldrig, hvem eller hvad det drejer sig om. Du kan slå den fra på samme side.
`,
})
