import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { regelsaetning, type Saetning } from '../afp-regler.ts'
import { type Fund, samletUdfald, type Udfald } from '../bedoem.ts'
import type { Sagsresultat } from '../klient/koer-sag.ts'
import type { Afsenderbedoemmelse } from '../server/bedoem-afsender.ts'

/** Whose run it was, and of what. */
export type Rapporthoved = {
  readonly id: Uuid
  /** klient: our messages were sent to an endpoint. server: what the system itself delivered was judged. */
  readonly maade: 'klient' | 'server'
  readonly system: { readonly id: Uuid; readonly navn: string; readonly version: string }
  readonly kommune: CvrNummer
  readonly proeveversion: string
  readonly startet: Tidspunkt
  readonly sluttet: Tidspunkt
  readonly endepunkt: string
}

export type Rapportsag = {
  readonly navn: string
  readonly om: Saetning
  readonly udfald: Udfald
  readonly fund: readonly Fund[]
}

export type Rapportregel = { readonly regel: string; readonly om: Saetning; readonly udfald: Udfald; readonly sager: number }

/** What came of a run: plain data, without a value of any message. */
export type Rapport = {
  readonly format: 'borgerblikket-afproevning/1'
  readonly koersel: Rapporthoved
  readonly bestaaet: boolean
  readonly antal: Readonly<Record<Udfald, number>>
  readonly regler: readonly Rapportregel[]
  readonly sager: readonly Rapportsag[]
}

/** The report of a run of our messages. Passed: no case failed, and at least one was tried. */
export function rapportForKlient(koersel: Rapporthoved, resultater: readonly Sagsresultat[]): Rapport {
  const sager = resultater.map(({ sag, om, udfald, fund }) => ({ navn: sag, om, udfald, fund }))
  const antal = countUdfald(sager)
  return byg(koersel, sager, antal.fejlet === 0 && antal.bestaaet > 0)
}

/** The report of what a system delivered. Passed: all that was prescribed came, and no rule was broken. */
export function rapportForServer(koersel: Rapporthoved, { begivenheder, afviste }: Afsenderbedoemmelse): Rapport {
  const sager = [
    ...begivenheder.map(({ id, goer, udfald, fund }) => ({ navn: id, om: goer, udfald, fund })),
    ...afviste.map((fund) => ({ navn: `afvist-${fund.regel}`, om: AFVIST, udfald: fund.udfald, fund: [fund] })),
  ]
  return byg(koersel, sager, sager.length > 0 && sager.every(({ udfald }) => udfald === 'bestaaet' || udfald === 'advaret'))
}

const AFVIST: Saetning = { da: 'Linjer, som blev afvist.', en: 'Lines that were refused.' }

const byg = (koersel: Rapporthoved, sager: readonly Rapportsag[], bestaaet: boolean): Rapport => ({
  format: 'borgerblikket-afproevning/1',
  koersel,
  bestaaet,
  antal: countUdfald(sager),
  regler: samlRegler(sager),
  sager,
})

function countUdfald(sager: readonly Rapportsag[]): Readonly<Record<Udfald, number>> {
  const antal = { bestaaet: 0, fejlet: 0, advaret: 0, ikkeProevet: 0 }
  for (const { udfald } of sager) antal[udfald]++
  return antal
}

/** Each rule with the worst that came of it in any case. */
function samlRegler(sager: readonly Rapportsag[]): readonly Rapportregel[] {
  const fund = sager.flatMap((sag) => sag.fund.map((et) => ({ ...et, sag: sag.navn })))
  return [...Map.groupBy(fund, ({ regel }) => regel)]
    .map(([regel, egne]) => ({
      regel,
      om: regelsaetning(regel),
      udfald: samletUdfald(egne),
      sager: new Set(egne.map(({ sag }) => sag)).size,
    }))
    .sort((a, b) => (a.regel < b.regel ? -1 : 1))
}
