import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { genopbyg } from '#indeks'
import type { CprNummer } from '#kernel'
import { createRollekatalog, laesRegistrering } from '#modtagelse'
import { findOrCreatePerson } from '#part'
import { createNoegler } from '#platform/crypto'
import { openDatabase } from '#platform/database'
import { send as ask } from '../byggere/klient.ts'
import type { Kvittering } from './afsender.ts'
import type { Massescene } from './masse.ts'
import { nyesteOf } from './masse-facit.ts'
import { digest, MASSEKILDER } from './masse-leverer.ts'
import { forbindelserOf } from './serverproces.ts'

/** Compares what a large campaign left with what was acknowledged, in the tables and as the sources themselves read it back. */

/** What the demo's own sources have delivered before the campaign begins: it is left out of what is compared. */
export async function listFoer({ dataMappe }: Pick<Massescene, 'dataMappe'>): Promise<readonly string[]> {
  const client = new pg.Client({ ...forbindelserOf(dataMappe).ejer, ssl: false })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('SELECT DISTINCT objekt_id AS id FROM udbakke')
  await client.end()
  return rows.map(({ id }) => id)
}

/** Every breach as a sentence. None: the index holds exactly what was acknowledged. */
export async function findMassebrud(scene: Massescene): Promise<string[]> {
  const { ejer, app } = forbindelserOf(scene.dataMappe)
  const client = new pg.Client({ ...ejer, ssl: false })
  await client.connect()
  const noegler = createNoegler(join(scene.dataMappe, 'noegler'))
  const db = openDatabase(app)
  try {
    const parter = new Map<string, string>()
    for (const cpr of new Set([...scene.facit.objekter.values()].map((led) => led.cpr)))
      parter.set(cpr, await findOrCreatePerson(db, noegler, cpr as CprNummer))
    const tabeller: string[] = []
    for (const { hvad, sql, ventet } of toSammenligninger(scene, parter))
      tabeller.push(...(await compareTabel(client, hvad, sql, ventet)))
    const { antalAfvigelser, afvigelser } = await genopbyg(db, laesRegistrering({ noegler, roller: createRollekatalog({}) }), {
      ret: false,
    })
    return [
      ...tabeller,
      ...(antalAfvigelser === 0
        ? []
        : [`en genopbygning giver ${antalAfvigelser} forskelle, som ${JSON.stringify(afvigelser[0])}`]),
      ...(await checkKvitteringer(scene)),
      ...(await checkAfvisninger(scene)),
    ]
  } finally {
    await db.close()
    await client.end()
  }
}

type Sammenligning = { readonly hvad: string; readonly sql: string; readonly ventet: ReadonlySet<string> }

const tidAf = (kolonne: string): string => `to_char(${kolonne} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Each statement gives one text a row (`noegle`), and all rows of its table. */
function toSammenligninger({ facit: { objekter }, foer }: Massescene, parter: ReadonlyMap<string, string>): Sammenligning[] {
  const alle = [...objekter]
  const uden = (kolonne: string): string => `${kolonne} <> ALL ('{${foer.join(',')}}'::uuid[])`
  const levende = alle.filter(([, { fjernet }]) => !fjernet)
  const gaeldende = new Set(levende.map(([id, { tider }]) => `${id} ${nyesteOf(tider)}`))
  const fjernede = alle.filter(([, { fjernet }]) => fjernet)
  return [
    {
      hvad: 'registreringer',
      sql: `SELECT objekt_id || ' ' || ${tidAf('tidspunkt')} AS noegle FROM registrering WHERE ${uden('objekt_id')}`,
      ventet: new Set(levende.flatMap(([id, { tider }]) => [...tider].map((tid) => `${id} ${tid}`))),
    },
    {
      hvad: 'gældende objekter',
      sql: `SELECT objekt_id || ' ' || ${tidAf('tidspunkt')} AS noegle FROM objekt WHERE ${uden('objekt_id')}`,
      ventet: gaeldende,
    },
    {
      hvad: 'overblik',
      sql: `SELECT part_id || ' ' || item_id || ' ' || ${tidAf('aendret')} AS noegle FROM overblik WHERE ${uden('item_id')}`,
      ventet: new Set(levende.map(([id, { cpr, tider }]) => `${parter.get(cpr)} ${id} ${nyesteOf(tider)}`)),
    },
    {
      hvad: 'gravsten',
      sql: "SELECT objekt_id || ' ' || art AS noegle FROM gravsten",
      ventet: new Set(fjernede.map(([id, { art }]) => `${id} ${art}`)),
    },
    {
      hvad: 'udbakken, fjernede',
      sql: "SELECT objekt_id::text AS noegle FROM udbakke WHERE haendelse = 'fjernet'",
      ventet: new Set(fjernede.map(([id]) => id)),
    },
    {
      hvad: 'udbakken, det gældende',
      sql: `SELECT u.objekt_id || ' ' || ${tidAf('u.tidspunkt')} AS noegle FROM udbakke u
            JOIN objekt o ON o.objekt_id = u.objekt_id AND o.tidspunkt = u.tidspunkt WHERE u.haendelse <> 'fjernet' AND ${uden('u.objekt_id')}`,
      ventet: gaeldende,
    },
  ]
}

/** Both ways, since what is there and was never acknowledged is as wrong; and nothing twice. */
async function compareTabel(client: pg.Client, hvad: string, sql: string, ventet: ReadonlySet<string>): Promise<string[]> {
  const sete = new Set<string>()
  let [gange, ekstra] = [0, 0]
  let foerste = ''
  await client.query('BEGIN')
  await client.query(`DECLARE c NO SCROLL CURSOR FOR ${sql}`)
  for (;;) {
    const { rows } = await client.query<{ noegle: string }>('FETCH 20000 FROM c')
    for (const { noegle } of rows) {
      if (sete.has(noegle)) gange++
      sete.add(noegle)
      if (!ventet.has(noegle)) {
        ekstra++
        foerste ||= noegle
      }
    }
    if (rows.length === 0) break
  }
  await client.query('COMMIT')
  const mangler = [...ventet].filter((noegle) => !sete.has(noegle))
  return [
    ...(ventet.size === 0 ? [`${hvad}: der er intet at sammenligne`] : []),
    ...(gange === 0 ? [] : [`${hvad}: ${gange} står to gange`]),
    ...(ekstra === 0 ? [] : [`${hvad}: ${ekstra} for meget, som ${foerste}`]),
    ...(mangler.length === 0 ? [] : [`${hvad}: ${mangler.length} mangler, som ${mangler[0]}`]),
  ]
}

type Emne = keyof typeof MASSEKILDER

/** As the source itself reads it; waits where it reads faster than it may. */
async function readBack<T>({ server }: Massescene, emne: Emne, sti: string): Promise<T> {
  for (let forsoeg = 0; forsoeg < 300; forsoeg++) {
    const svar = await ask(server.url, sti, {
      headers: { 'x-borgerblikket-udviklingsnoegle': MASSEKILDER[emne].udviklingsnoegle },
    })
    if (svar.status === 200) return JSON.parse(svar.tekst) as T
    if (svar.status !== 429 && svar.status !== 503) throw new Error(`${sti} was answered ${svar.status}: ${svar.tekst}`)
    await wait(1_000)
  }
  throw new Error(`${sti} was never answered`)
}

type Side<N extends string, T> = { readonly [navn in N]: readonly T[] } & { readonly naeste?: string }

/** Every delivery over REST read back, receipt by receipt, says what its sender was told. */
async function checkKvitteringer(scene: Massescene): Promise<string[]> {
  const brud: string[] = []
  for (const { noegle, emne, leverance, kvitteringer, modsigelser } of scene.restleverancer) {
    brud.push(...modsigelser.slice(0, 3).map((modsigelse) => `${noegle}: en kvittering ændrede sig: ${modsigelse}`))
    const laest: Kvittering[] = []
    for (let efter: string | undefined = '0'; efter !== undefined; ) {
      const side: Side<'kvitteringer', Kvittering> = await readBack(
        scene,
        emne,
        `/api/v1/leverancer/${leverance}/kvitteringer?antal=1000&efter=${efter}`,
      )
      laest.push(...side.kvitteringer)
      efter = side.naeste
    }
    if (digest(laest) !== kvitteringer) brud.push(`${noegle}: de kvitteringer, der læses, er andre end dem, der blev givet`)
  }
  return brud
}

type Afvisning = {
  readonly leverance: string
  readonly linje: number
  readonly objekt: string | null
  readonly brud: readonly { readonly regel: string }[]
}

/** All that both sources can list of what was refused of them, by name, each with how often. */
async function listAfvisninger(scene: Massescene): Promise<Map<string, number>> {
  const rest = new Set(scene.restleverancer.map(({ leverance }) => leverance))
  const listede = new Map<string, number>()
  const note = ({ leverance, linje, objekt, brud }: Afvisning): void => {
    const regel = brud[0]?.regel
    const navn = rest.has(leverance) ? `${leverance} ${linje} ${regel}` : `soap ${objekt} ${regel}`
    listede.set(navn, (listede.get(navn) ?? 0) + 1)
  }
  for (const emne of Object.keys(MASSEKILDER) as Emne[])
    for (let efter: string | undefined = ''; efter !== undefined; ) {
      const fra: string = efter ? `&efter=${encodeURIComponent(efter)}` : ''
      const side: Side<'afvisninger', Afvisning> = await readBack(
        scene,
        emne,
        `/api/v1/afvisninger?tilstand=alle&antal=1000${fra}`,
      )
      side.afvisninger.forEach(note)
      efter = side.naeste
    }
  return listede
}

/** Each refusal is in its own sender's list as often as it was told, and in no other's; over SOAP once more where an answer was lost. */
async function checkAfvisninger(scene: Massescene): Promise<string[]> {
  const listede = await listAfvisninger(scene)
  const { afvisninger } = scene.facit
  const [forkert, ...flere] = [...afvisninger].filter(([navn, { mindst, hoejst }]) => {
    const antal = listede.get(navn) ?? 0
    return antal < mindst || antal > hoejst
  })
  const ekstra = [...listede.keys()].filter((navn) => !afvisninger.has(navn))
  return [
    ...(afvisninger.size === 0 ? ['ingen afvisninger at sammenligne'] : []),
    ...(forkert
      ? [`afvisninger: ${flere.length + 1} står et andet antal gange, som ${forkert[0]}: ${listede.get(forkert[0]) ?? 0}`]
      : []),
    ...(ekstra.length === 0 ? [] : [`afvisninger: ${ekstra.length} for meget, som ${ekstra[0]}`]),
  ]
}
