import { join } from 'node:path'
import pg from 'pg'
import { genopbyg } from '#indeks'
import { createRollekatalog, laesRegistrering } from '#modtagelse'
import { createNoegler, hmac } from '#platform/crypto'
import { openDatabase } from '#platform/database'
import type { Afsendelse } from './afsender.ts'
import type { Forventning } from './kill-leverancer.ts'
import { forbindelserOf } from './serverproces.ts'

/** What the database must hold when every delivery has been sent to its end, however often it was killed in between. */

export type Kontrolvalg = {
  readonly dataMappe: string
  readonly afsendelser: readonly Afsendelse[]
  readonly forventning: Forventning
  /** Pages with personal data that came whole to a reader meanwhile. */
  readonly sete: number
}

/** Every breach as a sentence; none: nothing acknowledged was lost, and nothing was doubled. */
export async function findBrud(valg: Kontrolvalg): Promise<string[]> {
  const { ejer, app } = forbindelserOf(valg.dataMappe)
  const client = new pg.Client({ ...ejer, ssl: false })
  await client.connect()
  const ask = async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await client.query<R>(text, values)).rows
  try {
    const noegler = createNoegler(join(valg.dataMappe, 'noegler'))
    const navne = new Map(
      valg.afsendelser.map(({ leverance: { noegle } }) => [hmac(noegler.opslag, `leverance ${noegle}`).toString('hex'), noegle]),
    )
    const leverancer = await ask<{ leverance_id: string; idempotency_key: string }>(
      'SELECT leverance_id, idempotency_key FROM leverance WHERE idempotency_key = ANY ($1)',
      [[...navne.keys()]],
    )
    const ider = new Map(leverancer.map((led) => [led.leverance_id, navne.get(led.idempotency_key) ?? '']))
    return [
      ...(leverancer.length === valg.afsendelser.length ? [] : [`${leverancer.length} leverancer af ${valg.afsendelser.length}`]),
      ...valg.afsendelser.flatMap(checkSvar),
      ...(await checkRegistreringer(ask, valg, ider)),
      ...(await checkKvitteringer(ask, valg, ider)),
      ...(await checkAfvisninger(ask, valg, ider)),
      ...(await checkUdbakke(ask, valg)),
      ...(await checkAdgangslog(ask, valg)),
      ...(await checkGenopbygning(app, noegler)),
    ]
  } finally {
    await client.end()
  }
}

type Ask = <R extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>
type Leveranceider = ReadonlyMap<string, string>

function checkSvar({ leverance, kvitteringer, slut, modsigelser }: Afsendelse): string[] {
  const antal = (udfald: string) => [...kvitteringer.values()].filter((kvittering) => kvittering.udfald === udfald).length
  const taalt =
    slut !== undefined &&
    slut.linjer === leverance.linjer.length &&
    kvitteringer.size === leverance.linjer.length &&
    slut.modtaget === antal('modtaget') &&
    slut.uaendret === antal('uaendret') &&
    slut.afvist === antal('afvist')
  return [
    ...modsigelser.slice(0, 3).map((modsigelse) => `${leverance.noegle}: en kvittering ændrede sig: ${modsigelse}`),
    ...(taalt ? [] : [`${leverance.noegle}: slutlinjen passer ikke med kvitteringerne: ${JSON.stringify(slut)}`]),
  ]
}

/** What is expected against what is there: both ways, since what is there and was never sent is as wrong. */
function compare(hvad: string, ventet: ReadonlySet<string>, fundne: readonly string[]): string[] {
  const unikke = new Set(fundne)
  const mangler = [...ventet].filter((noegle) => !unikke.has(noegle))
  const ekstra = [...unikke].filter((noegle) => !ventet.has(noegle))
  return [
    ...(unikke.size === fundne.length ? [] : [`${hvad}: ${fundne.length - unikke.size} står to gange`]),
    ...(mangler.length === 0 ? [] : [`${hvad}: ${mangler.length} mangler, som ${mangler[0]}`]),
    ...(ekstra.length === 0 ? [] : [`${hvad}: ${ekstra.length} for meget, som ${ekstra[0]}`]),
  ]
}

const MS = `to_char(tidspunkt AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

async function checkRegistreringer(ask: Ask, { forventning, afsendelser }: Kontrolvalg, ider: Leveranceider): Promise<string[]> {
  const raekker = await ask<{ noegle: string }>(
    `SELECT objekt_id || ' ' || ${MS} AS noegle FROM registrering WHERE leverance_id = ANY ($1)`,
    [[...ider.keys()]],
  )
  const fundne = new Set(raekker.map(({ noegle }) => noegle))
  // The acknowledged lines' own registrations once more, by what the sender was told, not by what was planned.
  const lovet = afsendelser.flatMap(({ leverance, kvitteringer }) =>
    [...kvitteringer.values()].flatMap(({ linje, udfald }) => {
      if (udfald === 'afvist') return []
      const { id, tidspunkt } = JSON.parse(leverance.linjer[linje - 1] ?? '{}') as { id: string; tidspunkt: string }
      return fundne.has(`${id} ${tidspunkt}`) ? [] : [`${leverance.noegle} linje ${linje}: kvitteret, men ikke gemt`]
    }),
  )
  const objekter = await ask<{ noegle: string }>(
    `SELECT objekt_id || ' ' || ${MS} AS noegle FROM objekt WHERE objekt_id = ANY ($1)`,
    [[...forventning.nyeste.keys()]],
  )
  return [
    ...lovet.slice(0, 3),
    ...compare(
      'registreringer',
      forventning.registreringer,
      raekker.map(({ noegle }) => noegle),
    ),
    ...compare(
      'gældende objekter',
      new Set([...forventning.nyeste].map(([id, tid]) => `${id} ${tid}`)),
      objekter.map(({ noegle }) => noegle),
    ),
  ]
}

async function checkKvitteringer(ask: Ask, { afsendelser }: Kontrolvalg, ider: Leveranceider): Promise<string[]> {
  const raekker = await ask<{ leverance_id: string; linje: number; udfald: string }>(
    'SELECT leverance_id, linje, udfald FROM kvittering WHERE leverance_id = ANY ($1)',
    [[...ider.keys()]],
  )
  const ventet = afsendelser.flatMap(({ leverance, kvitteringer }) =>
    [...kvitteringer.values()].map(({ linje, udfald }) => `${leverance.noegle} ${linje} ${udfald}`),
  )
  return compare(
    'kvitteringer',
    new Set(ventet),
    raekker.map(({ leverance_id, linje, udfald }) => `${ider.get(leverance_id)} ${linje} ${udfald}`),
  )
}

async function checkAfvisninger(ask: Ask, { forventning }: Kontrolvalg, ider: Leveranceider): Promise<string[]> {
  const raekker = await ask<{ leverance_id: string; linje: number }>(
    'SELECT leverance_id, linje FROM afvisning WHERE leverance_id = ANY ($1)',
    [[...ider.keys()]],
  )
  return compare(
    'afvisninger',
    forventning.afvisninger,
    raekker.map(({ leverance_id, linje }) => `${ider.get(leverance_id)} ${linje}`),
  )
}

/** Each registration is told of at most once, and the one that an object ended with exactly once. */
async function checkUdbakke(ask: Ask, { forventning }: Kontrolvalg): Promise<string[]> {
  const raekker = await ask<{ noegle: string; id: string }>(
    `SELECT objekt_id || ' ' || ${MS} AS noegle, objekt_id AS id FROM udbakke WHERE objekt_id = ANY ($1)`,
    [[...forventning.nyeste.keys()]],
  )
  const fundne = raekker.map(({ noegle }) => noegle)
  const nyeste = new Set([...forventning.nyeste].map(([id, tid]) => `${id} ${tid}`))
  return [
    ...compare('udbakken', new Set(fundne), fundne),
    ...compare(
      'udbakken, det gældende',
      nyeste,
      fundne.filter((noegle) => nyeste.has(noegle)),
    ),
  ]
}

/** Gap-free from 1, its head agrees, and no page was shown without a line. */
async function checkAdgangslog(ask: Ask, { sete }: Kontrolvalg): Promise<string[]> {
  const [log] = await ask<{ antal: string; foerste: string; sidste: string; hoved: string; visninger: string }>(
    `SELECT count(*) AS antal, coalesce(min(nr), 1) AS foerste, coalesce(max(nr), 0) AS sidste,
            count(DISTINCT tid) AS visninger, (SELECT antal FROM adgangslog_hoved) AS hoved FROM adgangslog`,
  )
  if (!log) return ['adgangsloggen kan ikke læses']
  const hel = log.foerste === '1' && log.antal === log.sidste && log.hoved === log.antal
  return [
    ...(hel ? [] : [`adgangsloggen har huller eller et forkert hoved: ${JSON.stringify(log)}`]),
    ...(Number(log.antal) >= sete ? [] : [`${sete} sider blev vist, men kun ${log.antal} linjer skrevet`]),
  ]
}

async function checkGenopbygning(
  app: Parameters<typeof openDatabase>[0],
  noegler: ReturnType<typeof createNoegler>,
): Promise<string[]> {
  const db = openDatabase(app)
  try {
    const svar = await genopbyg(db, laesRegistrering({ noegler, roller: createRollekatalog({}) }), { ret: false })
    const [foerste] = svar.afvigelser
    return foerste ? [`en genopbygning giver ${svar.antalAfvigelser} forskelle, som ${JSON.stringify(foerste)}`] : []
  } finally {
    await db.close()
  }
}
