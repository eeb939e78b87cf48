import { once } from 'node:events'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type CvrNummer, cvrNummer, type Uuid, uuidFromName } from '#kernel'
import { conceal, type Soegeord, tokenOfCaseNumber, tokenOfKommune, tokenOfYear } from '#part'
import { seal } from '#platform/crypto'
import { EFTERNAVNE, KVINDENAVNE, MANDENAVNE, VEJE } from '../../src/demo/verden/navne.ts'
import { createTilfaeldighed } from '../../src/demo/verden/tilfaeldighed.ts'
import { opslagOf, sealNummer } from '../../src/part/nummer.ts'
import { tokensOfAddress, tokensOfNames } from '../../src/part/soegeord.ts'
import type { Anlaeg } from './anlaeg.ts'

/** A citizen of the bench's own making, with the part whose items they have copies of. */
export type Benchborger = { readonly part: Uuid; readonly cpr: string; readonly navn: string; readonly adresse: string }

/** The largest municipality has a tenth of the country; the others are many. */
const ANDEL = 10
const ANDRE = Array.from({ length: 97 }, (_, i) => cvrNummer(String(30_000_000 + i)))
export const KORSBAEK = cvrNummer('11111111')
const NAVNERUM = '5ea4c400-0000-4000-8000-000000000000' as Uuid

/** A few names are had by many, as in the country: the first of a list by some five in a hundred. */
const skaev = <T>(liste: readonly T[], tal: number): T => liste[Math.floor(liste.length * tal ** 1.5)] as T

type Benchperson = Benchborger & {
  readonly aar: number
  readonly bopael: { readonly vej: string; readonly husnummer: string; readonly postnummer: string; readonly by: string }
  readonly kommune: CvrNummer
}

/** The bench's persons, the same ones whenever they are asked for. */
export function* benchpersoner(antal: number): Generator<Benchperson> {
  const r = createTilfaeldighed('bench/soegning')
  for (let i = 0; i < antal; i++) {
    const aar = 1935 + Math.floor(r.tal() * 88)
    const navn = `${skaev(r.chance(0.5) ? KVINDENAVNE : MANDENAVNE, r.tal())} ${skaev(EFTERNAVNE, r.tal())}`
    const bopael = {
      vej: skaev(VEJE, r.tal()),
      husnummer: String(r.heltal(1, 240)),
      postnummer: String(1000 + r.heltal(0, 600)),
      by: 'By',
    }
    const kommune = i % ANDEL === 0 ? KORSBAEK : (ANDRE[i % ANDRE.length] ?? KORSBAEK)
    const adresse = `${bopael.vej} ${bopael.husnummer}, ${bopael.postnummer}`
    yield { part: uuidFromName(NAVNERUM, String(i)), cpr: toCpr(i, aar), aar, navn, adresse, bopael, kommune }
  }
}

/**
 * Fills the tables as registers and the intake would, by COPY: `antal` persons with number, sealed name and tokens, each with the items of one of
 * `skabeloner`. Made piece by piece: memory does not grow with `antal`.
 */
export async function fillBorgere(anlaeg: Anlaeg, skabeloner: readonly Uuid[], antal: number): Promise<void> {
  const { noegler } = anlaeg.system
  const { asOwner } = anlaeg
  await asOwner('ALTER TABLE soegeord DROP CONSTRAINT soegeord_pkey')
  await asOwner('CREATE UNLOGGED TABLE bench_kopi (part_id uuid, skabelon uuid)')
  const tabeller = await openTabeller(anlaeg)
  const kendte = new Map<string, readonly Soegeord[]>()
  const remember = (noegle: string, make: () => readonly Soegeord[]): readonly Soegeord[] => {
    const kendt = kendte.get(noegle) ?? make()
    kendte.set(noegle, kendt)
    return kendt
  }
  let i = 0
  for (const { part, cpr, aar, navn, bopael, kommune } of benchpersoner(antal)) {
    const opslag = opslagOf(noegler, { type: 'cpr', nummer: cpr })
    const hex = (bytes: Uint8Array): string => `\\\\x${Buffer.from(bytes).toString('hex')}`
    const sagsord = tokenOfCaseNumber(noegler, kommune, `bench-${i}`)
    const ord = [
      ...navn.split(' ').flatMap((led) => remember(led, () => tokensOfNames(noegler, [led]))),
      ...remember(Object.values(bopael).join(), () => tokensOfAddress(noegler, bopael)),
      ...remember(`${aar}`, () => [tokenOfYear(noegler, aar)]),
      ...remember(kommune, () => [tokenOfKommune(noegler, kommune)]),
    ]
    const id = conceal(noegler, part)
    const indhold = seal(noegler.indhold, JSON.stringify({ navn, tidligere: [], adresse: bopael, aar }), `part_oplysning:${part}`)
    await write(tabeller.part, `${part}\tperson\t${aar}-01-01\n`)
    await write(
      tabeller.part_nummer,
      `${hex(opslag)}\t${part}\tcpr\t${hex(sealNummer(noegler, { type: 'cpr', nummer: cpr }, opslag, part))}\n`,
    )
    await write(tabeller.part_oplysning, `${part}\t${hex(indhold)}\n`)
    await write(
      tabeller.soegeord,
      `${[...new Set(ord)].map((et) => `${et}\t${id}\n`).join('')}${sagsord ? `${sagsord}\t${uuidFromName(part, 'sag')}\n` : ''}`,
    )
    await write(tabeller.bench_kopi, `${part}\t${skabeloner[i % skabeloner.length]}\n`)
    if (kendte.size > 50_000) kendte.clear()
    if (++i % 100_000 === 0) console.log(`${i} af ${antal} borgere lagt ind`)
  }
  await tabeller.close()
  await fillTing(asOwner)
}

/** The items, in the order of the key as they lie in a filled index, and the tokens' own order. */
async function fillTing(asOwner: Anlaeg['asOwner']): Promise<void> {
  await asOwner(`INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold, modtaget, foerst_modtaget, adgang)
    SELECT k.part_id, o.item_id, o.art, o.kommune, o.kle, o.kilde_id, o.sager, o.aendret, o.data, NULL, o.modtaget, o.foerst_modtaget, o.adgang
    FROM (SELECT * FROM bench_kopi ORDER BY part_id) k CROSS JOIN LATERAL (SELECT * FROM overblik WHERE part_id = k.skabelon ORDER BY item_id) o`)
  await asOwner('DROP TABLE bench_kopi')
  await asOwner("SET maintenance_work_mem = '512MB'")
  await asOwner('ALTER TABLE soegeord ADD CONSTRAINT soegeord_pkey PRIMARY KEY (ord, id)')
  for (const tabel of ['soegeord', 'overblik', 'part', 'part_nummer', 'part_oplysning', 'objekt'])
    await asOwner(`VACUUM ANALYZE ${tabel}`)
}

/** Ten digits that are nobody else's, and no real person's: the day is written + 60, and no year has that month. */
function toCpr(i: number, aar: number): string {
  const dag = String(61 + (i % 28)).padStart(2, '0')
  const maaned = String(13 + (Math.floor(i / 28) % 12)).padStart(2, '0')
  // Unique by the number itself and no more: the bench looks people up and never asks how old a number says they are.
  return `${dag}${maaned}${String(aar % 100).padStart(2, '0')}${String(Math.floor(i / 336) % 10_000).padStart(4, '0')}`
}

const KOLONNER = {
  part: 'part_id, type, foedt',
  part_nummer: 'opslag, part_id, nummertype, krypteret',
  part_oplysning: 'part_id, krypteret',
  soegeord: 'ord, id',
  bench_kopi: 'part_id, skabelon',
} as const
type Tabel = keyof typeof KOLONNER

async function openTabeller({ ejer }: Anlaeg) {
  const aabne = await Promise.all(
    (Object.keys(KOLONNER) as Tabel[]).map(async (tabel) => {
      const client = new pg.Client({ ...ejer, ssl: ejer.ssl ?? false })
      await client.connect()
      const stroem: Writable = client.query(copyFrom(`COPY ${tabel} (${KOLONNER[tabel]}) FROM STDIN`))
      return { tabel, client, stroem }
    }),
  )
  const stroemme = Object.fromEntries(aabne.map(({ tabel, stroem }) => [tabel, stroem])) as Record<Tabel, Writable>
  return {
    ...stroemme,
    close: async () => {
      for (const { client, stroem } of aabne) {
        stroem.end()
        await once(stroem, 'finish')
        await client.end()
      }
    },
  }
}

async function write(stroem: Writable, linje: string): Promise<void> {
  if (!stroem.write(linje)) await once(stroem, 'drain')
}
