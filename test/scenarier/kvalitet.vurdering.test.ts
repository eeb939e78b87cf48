import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, type Uuid, uuidFromName } from '#kernel'
import { checkJournalisering, type Fund, findNumre } from '#kvalitet/titeltjek'
import { type Foelgedeps, lockGennemgange, tekstHash, vurderNaeste } from '#kvalitet/vurdering'
import { findTitelparter, laesPartnavne } from '#modtagelse'
import type { Database } from '#platform/database'
import { lavDokument, lavNotat, lavSag, part, tilakteret } from '../byggere/elementer.ts'
import { ESDH } from '../byggere/historie.ts'
import { createTestmodtagelse, type Testmodtagelse, type Udsagn } from '../byggere/modtagelse.ts'
import { createTerning } from '../byggere/tilfaeldighed.ts'

/** The worker that judges titles: what it knows is what a whole pass would find, whatever happens in between. */

const FOLK = [
  ['6101800011', 'Ulla Lindqvist'],
  ['6512700017', 'Godtfred Lund'],
  ['6612700019', 'Kanarie Gulspurv'],
] as const
const som = (nr: number, rolle = 'Primær part') => part(rolle, FOLK[nr]?.[0] ?? '', FOLK[nr]?.[1])

/** Names the checks know from the item alone, so that what they answer depends on whose item it is. */
const tjek = (regelversion: number): Foelgedeps['tjek'] => {
  const checkTitel = (tekst: string, { kendteNavne }: { readonly kendteNavne: readonly string[] }): Fund[] =>
    [...kendteNavne.filter((navn) => tekst.includes(navn)), ...tekst.matchAll(/VILDFAREN/g)].map((fund) => ({
      kode: typeof fund === 'string' ? 'NAVN_ANDEN_PART' : 'FREMMED_NAVN_PAA_SAGEN',
      alvor: 'blokerer',
      fra: 0,
      til: 1,
      ...(typeof fund === 'string' ? {} : { holderTilbage: true as const }),
    }))
  return { regelversion, checkTitel, checkNotat: checkTitel }
}

let m: Testmodtagelse
let deps: Foelgedeps
beforeAll(async () => {
  m = await createTestmodtagelse()
  deps = createDeps(m.deps.db)
})
afterAll(() => m.close())

const createDeps = (db: Database, regelversion = 1): Foelgedeps => ({
  db,
  clock: m.deps.clock,
  tjek: tjek(regelversion),
  checkJournalisering,
  laesPartnavne: laesPartnavne(m.deps),
  findTitelparter: findTitelparter(m.deps, findNumre),
  gennemgange: lockGennemgange,
  onVurderet: async () => undefined,
})

/** Gives what has happened its place, as the sender of events does. */
async function giveLoebenumre(): Promise<void> {
  await m.database.asOwner(
    `WITH ny AS (SELECT nr, (SELECT sidste FROM udbakke_hoved) + row_number() OVER (ORDER BY nr) AS l FROM udbakke WHERE loebenr IS NULL),
       givet AS (UPDATE udbakke u SET loebenr = ny.l FROM ny WHERE ny.nr = u.nr RETURNING u.loebenr)
     UPDATE udbakke_hoved SET sidste = greatest(sidste, (SELECT max(loebenr) FROM givet))`,
  )
}

async function follow(egne = deps): Promise<void> {
  await giveLoebenumre()
  while ((await vurderNaeste(egne)) > 0);
}

/** A pass over everybody. */
async function lookAgain(): Promise<void> {
  await m.database.asOwner('UPDATE vurderingsmaerke SET regelversion = NULL')
  await follow()
}

type Kendt = {
  part_id: Uuid
  item_id: Uuid
  regelversion: number
  vurderinger: { hash: string; udfald: string; tilbageholdt: boolean; fund: string[] }[]
}
const alt = () =>
  m.database.asOwner<Kendt>(
    'SELECT part_id, item_id, kommune, kle, regelversion, vurderinger, notater FROM titelvurdering ORDER BY part_id, item_id',
  )
const om = async (item: Uuid) => (await alt()).filter((raekke) => raekke.item_id === item)

/** What a pass over everybody finds with nothing known beforehand. */
async function wholePass(): Promise<Kendt[]> {
  await m.database.asOwner('DELETE FROM titelvurdering')
  await lookAgain()
  return alt()
}

test('a title on a case with two persons is judged from the side of each', async () => {
  const sag = newUuid()
  const titel = 'Støtte til Ulla Lindqvist'
  await m.lever(ESDH, { importer: lavSag({ id: sag, titel, parter: [som(0), som(1, 'Sekundær part')] }) })
  await follow()
  const udfald = (await om(sag)).map(({ vurderinger }) => vurderinger[0]?.udfald)
  expect(udfald.sort()).toEqual(['blokeret', 'ren'])
})

test('paragraphs of a note that tell of another are named, and the rest is not', async () => {
  const [sag, notat] = [newUuid(), newUuid()]
  const tekst = 'Du ringede.\n\nGodtfred Lund var med.\nTak for snakken.'
  await m.lever(
    ESDH,
    { importer: lavSag({ id: sag, parter: [som(0), som(1, 'Sekundær part')] }) },
    { importer: lavNotat({ id: notat, sag, notat: tekst }) },
  )
  await follow()
  const raekker = await m.database.asOwner<{ notater: unknown }>('SELECT notater FROM titelvurdering WHERE item_id = $1', [notat])
  const hash = tekstHash(tekst)
  expect(raekker.map(({ notater }) => notater)).toEqual(
    expect.arrayContaining([[{ hash, udeladt: [1] }], [{ hash, udeladt: [] }]]),
  )
})

/** A decision about a title for those who have the item now. */
const decide = (
  item: Uuid,
  titel: string,
  {
    tilstand,
    titel: rettet,
    frigivet = false,
    kommune = '11111111',
  }: { tilstand: string; titel?: string; frigivet?: boolean; kommune?: string },
) =>
  m.database.asOwner(
    `INSERT INTO titelopgave (kommune, item_id, hash, art, kle, omraade, enhed, enhedsnavn, behandler, kilde_id, parter, udfald, tilbageholdt, fund,
       rang, grund, tilstand, titel, frigivet, oprettet)
     SELECT $6, $1, $2, 'sag', '', '', '', '', '', gen_random_uuid(), array_agg(part_id), 'blokeret', false, '{}', 0, 'fund', $3, $4, $5, now()
     FROM titelvurdering WHERE item_id = $1`,
    [item, tekstHash(titel), tilstand, rettet ?? null, frigivet, kommune],
  )

test.each([
  ['godkendt', { tilstand: 'godkendt' }, { gennemgang: 'ingen', udfald: 'blokeret' }],
  ['rettet', { tilstand: 'rettet', titel: 'Støtte til Ulla' }, { gennemgang: 'afvist' }],
  ['afvist', { tilstand: 'afvist' }, { gennemgang: 'afvist' }],
] as const)('what was %s for one person is not so for another to whom the case is moved', async (_, beslutning, forventet) => {
  const sag = newUuid()
  const titel = 'Støtte til Ulla Lindqvist'
  await m.lever(ESDH, { importer: lavSag({ id: sag, titel, parter: [som(0)] }) })
  await follow()
  await decide(sag, titel, beslutning)
  const flyttet = { id: sag, tid: '2026-01-09T08:00:00.000Z', titel, parter: [som(1), som(0, 'Sekundær part')] }
  await m.lever(ESDH, { importer: lavSag(flyttet) })
  await follow()
  const [hendes, hans] = (await om(sag)).toSorted((a) => (a.vurderinger[0]?.udfald === 'ren' ? -1 : 1))
  expect(hendes?.vurderinger[0]).toMatchObject({ gennemgang: beslutning.tilstand })
  expect(hans?.vurderinger[0]).toMatchObject(forventet)
  expect(hans?.vurderinger[0]).not.toHaveProperty('titel')
})

test('what one municipality has decided is not decided for another', async () => {
  const sag = newUuid()
  await m.lever(ESDH, { importer: lavSag({ id: sag, titel: 'VILDFAREN her', parter: [som(2)] }) })
  await follow()
  await decide(sag, 'VILDFAREN her', { tilstand: 'godkendt', frigivet: true, kommune: '12345678' })
  await lookAgain()
  expect(await om(sag)).toMatchObject([{ vurderinger: [{ gennemgang: 'ingen', tilbageholdt: true }] }])
})

test('one that cannot be read, or that the checks stumble over, is not shown, and keeps no other waiting', async () => {
  const [ulaeselig, ondt, god] = [newUuid(), newUuid(), newUuid()]
  const fejl: unknown[] = []
  const { checkTitel } = deps.tjek
  const snubler = (tekst: string, kontekst: Parameters<typeof checkTitel>[1]) => {
    if (tekst === 'Snubletråd') throw new RangeError('stumbled')
    return checkTitel(tekst, kontekst)
  }
  const egne = { ...deps, tjek: { ...deps.tjek, checkTitel: snubler }, onFejl: (et: unknown) => void fejl.push(et) }
  await m.lever(
    ESDH,
    { importer: lavSag({ id: ulaeselig, titel: 'Forseglet', parter: [som(0)] }) },
    { importer: lavSag({ id: ondt, titel: 'Snubletråd', parter: [som(0)] }) },
    { importer: lavSag({ id: god, titel: 'Almindelig', parter: [som(0)] }) },
  )
  await m.database.asOwner("UPDATE registrering SET indhold = 'ødelagt'::bytea WHERE objekt_id = $1", [ulaeselig])
  await follow(egne)
  expect(await om(god)).toMatchObject([{ vurderinger: [{ udfald: 'ren' }] }])
  for (const sag of [ulaeselig, ondt]) expect(await om(sag)).toMatchObject([{ vurderinger: [{ udfald: 'blokeret' }] }])
  expect(fejl.length).toBeGreaterThanOrEqual(2)
  await lookAgain()
  expect(await om(ondt)).toMatchObject([{ vurderinger: [{ udfald: 'ren' }] }])
  await m.database.asOwner('DELETE FROM overblik WHERE item_id = $1', [ulaeselig])
})

test('what happens to one is looked at for whoever shares it, and not for all who share with them in turn', async () => {
  const kaede = ['6201800011', '6301800011', '6401800011', '6501800011', '6601800011'].map((cpr) => part('Primær part', cpr))
  const par = kaede.slice(1).map((led, nr) => [kaede[nr] ?? led, { ...led, rolle: 'Sekundær part' }])
  const sager = par.map((parter) => ({ id: newUuid(), parter }))
  await m.lever(ESDH, ...sager.map(({ id, parter }) => ({ importer: lavSag({ id, parter }) })))
  await follow()
  // As before the first pass over everybody: nothing is known of anybody.
  await m.database.asOwner('DELETE FROM titelvurdering')
  const set = new Set<Uuid>()
  const onVurderet: Foelgedeps['onVurderet'] = async (_, raekker) => {
    for (const { part_id } of raekker) set.add(part_id)
  }
  await m.lever(ESDH, { importer: lavSag({ ...sager[0]!, tid: '2026-01-09T08:00:00.000Z', titel: 'En anden titel' }) })
  await follow({ ...deps, onVurderet })
  expect(set.size).toBe(3)
  await lookAgain()
})

test('what a person has decided stays at the next look, and with the next edition of the checks', async () => {
  const sag = newUuid()
  const titel = 'VILDFAREN sag'
  await m.lever(ESDH, { importer: lavSag({ id: sag, titel, parter: [som(2)] }) })
  await follow()
  expect(await om(sag)).toMatchObject([{ vurderinger: [{ udfald: 'blokeret', tilbageholdt: true, gennemgang: 'ingen' }] }])
  await decide(sag, titel, { tilstand: 'rettet', titel: 'En sag', frigivet: true })
  const efter = [{ vurderinger: [{ gennemgang: 'rettet', titel: 'En sag', tilbageholdt: false, udfald: 'blokeret' }] }]
  await lookAgain()
  expect(await om(sag)).toMatchObject(efter)
  await follow(createDeps(m.deps.db, 2))
  expect(await om(sag)).toMatchObject(efter)
  await follow()
})

test('while a review holds a title the worker gives way, and comes to it afterwards', async () => {
  const [{ item_id: sag } = { item_id: newUuid() }] = await m.database.asOwner<{ item_id: Uuid }>(
    "SELECT item_id FROM titelopgave WHERE titel = 'En sag'",
  )
  const igen = lavSag({ id: sag, tid: '2026-01-09T08:00:00.000Z', titel: 'Leveret under gennemgang', parter: [som(2)] })
  await m.lever(ESDH, { importer: igen })
  await giveLoebenumre()
  await m.database.asOwner('BEGIN')
  await m.database.asOwner('SELECT 1 FROM titelopgave WHERE item_id = $1 FOR UPDATE', [sag])
  try {
    await expect(vurderNaeste(deps)).rejects.toThrow('55P03')
  } finally {
    await m.database.asOwner('COMMIT')
  }
  await follow()
  expect(await om(sag)).toMatchObject([{ vurderinger: [{ hash: tekstHash('Leveret under gennemgang') }] }])
})

test('an edition of the checks judges everything anew, and goes on where it was when it is cut off', async () => {
  await follow()
  const ny = createDeps(m.deps.db, 7)
  await vurderNaeste(ny)
  let cut = 0
  const brudt = createDeps(
    {
      ...m.deps.db,
      transaction: (kontekst, work) =>
        m.deps.db.transaction(kontekst, async (tx) => {
          const svar = await work(tx)
          if (cut++ === 0) throw new Error('killed before the commit')
          return svar
        }),
    },
    7,
  )
  await expect(vurderNaeste(brudt)).rejects.toThrow('killed')
  await follow(ny)
  expect(new Set((await alt()).map(({ regelversion }) => regelversion))).toEqual(new Set([7]))
  await follow()
  expect(new Set((await alt()).map(({ regelversion }) => regelversion))).toEqual(new Set([1]))
})

test('what happened and was removed before it was looked at is found by a pass over everybody', async () => {
  const sag = newUuid()
  await m.lever(ESDH, { importer: lavSag({ id: sag, titel: 'Væk fra udbakken', parter: [som(0)] }) })
  await giveLoebenumre()
  await m.database.asOwner('UPDATE udbakke_hoved SET fjernet_til = sidste')
  await m.database.asOwner('DELETE FROM udbakke')
  await follow()
  expect(await om(sag)).toHaveLength(1)
})

test('who gets a paper because another’s case lets go of it is found, though nothing happened to the paper', async () => {
  const [sag, brev] = [newUuid(), newUuid()]
  const lavSagMed = (tid: string, poster: readonly ReturnType<typeof tilakteret>[]) =>
    lavSag({ id: sag, tid, parter: [som(0)] }, { journalposter: [...poster] })
  await m.lever(
    ESDH,
    { importer: lavSagMed('2026-01-06T08:00:00.000Z', [{ ...tilakteret(brev), indeks: '1' }]) },
    { importer: lavDokument({ id: brev, parter: [som(2, 'Parter')] }) },
  )
  await follow()
  const foer = await om(brev)
  await m.lever(ESDH, { importer: lavSagMed('2026-01-07T08:00:00.000Z', []) })
  await follow()
  const efter = await om(brev)
  expect([foer.length, efter.length]).toEqual([1, 1])
  expect(efter[0]?.part_id).not.toBe(foer[0]?.part_id)
})

test('whose a paper’s other case is changes what is known of it for one who has no part in that case', async () => {
  const [egen, anden, brev] = [newUuid(), newUuid(), newUuid()]
  const lavMed = (id: Uuid, primaer: number, sekundaer: number, tid = '2026-01-06T08:00:00.000Z') =>
    lavSag(
      { id, tid, parter: [som(primaer), som(sekundaer, 'Sekundær part')] },
      { journalposter: [{ ...tilakteret(brev), indeks: '1' }] },
    )
  const holdt = async () => new Set((await om(brev)).map(({ vurderinger }) => vurderinger[0]?.tilbageholdt))
  await m.lever(
    ESDH,
    { importer: lavMed(egen, 0, 2) },
    { importer: lavMed(anden, 1, 0) },
    { importer: lavDokument({ id: brev }) },
  )
  await follow()
  expect(await om(brev)).toHaveLength(3)
  expect(await holdt()).toEqual(new Set([true]))
  // Nobody has come or gone, and the third is on the first case alone.
  await m.lever(ESDH, { importer: lavMed(anden, 0, 1, '2026-01-07T08:00:00.000Z') })
  await follow()
  expect(await holdt()).toEqual(new Set([false]))
  await m.lever(ESDH, { importer: lavMed(anden, 1, 0, '2026-01-08T08:00:00.000Z') })
  await follow()
  expect(await holdt()).toEqual(new Set([true]))
})

test('whatever is delivered, changed and deleted, in whatever order, following it comes to what a whole pass finds', async () => {
  const fundne = new Set<string>()
  for (let frø = 1; frø <= 12; frø++) {
    await deliverRandomly(frø)
    const fulgt = await alt()
    expect(fulgt.length).toBeGreaterThan(0)
    expect(fulgt, `seed ${frø}`).toEqual(await wholePass())
    for (const kode of fulgt.flatMap(({ vurderinger }) => vurderinger.flatMap(({ fund }) => fund))) fundne.add(kode)
  }
  expect([...fundne]).toEqual(expect.arrayContaining(['CPR_NUMMER', 'FORSKELLIGE_PARTER', 'DUBLET']))
})

async function deliverRandomly(frø: number): Promise<void> {
  const r = createTerning(frø)
  const id = (navn: string, nr: number) => uuidFromName(newUuidRum(frø), `${navn}/${nr}`)
  const sager = [0, 1, 2].map((nr) => id('sag', nr))
  const dokumenter = [0, 1, 2].map((nr) => id('dokument', nr))
  const slettede = new Set<string>()
  for (let trin = 0; trin < 14; trin++) {
    const tid = new Date(Date.parse('2026-02-01T08:00:00.000Z') + trin * 3_600_000).toISOString()
    const udsagn = udsagnFor(r, { sager, dokumenter, tid, trin })
    const { id: objekt } = 'fjern' in udsagn ? udsagn.fjern : (udsagn as { importer: { id?: string } }).importer
    if (slettede.has(objekt ?? '')) continue
    if ('fjern' in udsagn) slettede.add(objekt ?? '')
    await m.lever(ESDH, udsagn)
    if (r.chance(0.4)) await follow()
  }
  await follow()
}

const newUuidRum = (frø: number): Uuid => `00000000-0000-4000-8000-${String(frø).padStart(12, '0')}` as Uuid

type Scene = {
  readonly sager: readonly Uuid[]
  readonly dokumenter: readonly Uuid[]
  readonly tid: string
  readonly trin: number
}

function udsagnFor(r: ReturnType<typeof createTerning>, { sager, dokumenter, tid, trin }: Scene): Udsagn {
  const [sag, dokument] = [r.vaelg(sager), r.vaelg(dokumenter)]
  // With somebody's number now and then, which intake takes out.
  const nummer = r.chance(0.3) ? ` cpr ${r.vaelg(FOLK)[0]}` : ''
  const titel = `${r.vaelg(['Hjælp til', 'Brev til'])} ${r.vaelg(FOLK)[1]}${nummer} ${r.heltal(0, 3)}`
  const parter = FOLK.flatMap((_, nr) => (r.chance(0.5) ? [som(nr, nr === 0 ? 'Primær part' : 'Sekundær part')] : []))
  const valg = r.heltal(0, 9)
  if (valg < 5) {
    const poster = dokumenter.filter(() => r.chance(0.5)).map((paa, nr) => ({ ...tilakteret(paa), indeks: String(nr) }))
    const flere = parter.some(({ rolle }) => rolle === 'Primær part') ? parter : [som(r.heltal(0, 2)), ...parter.slice(1)]
    // Alone on it, so that whose a case is may change for somebody who has no part in the case.
    const folk = r.chance(0.5) ? [som(r.heltal(0, 2))] : flere
    return { importer: lavSag({ id: sag, tid, titel, parter: folk }, { journalposter: poster }) }
  }
  if (valg < 7)
    return {
      importer: lavDokument({
        id: dokument,
        tid,
        titel,
        ...(r.chance(0.7) ? { parter: parter.map((led) => ({ ...led, rolle: 'Parter' })) } : {}),
      }),
    }
  if (valg < 9)
    return { importer: lavNotat({ id: uuidFromName(sag, `notat ${trin % 2}`), tid, sag, titel, notat: `${titel}\nSlut` }) }
  return { fjern: r.chance(0.5) ? { art: 'sag', id: sag } : { art: 'dokument', id: dokument } }
}
