import { Agent } from 'node:http'
import { parseArgs } from 'node:util'
import { createBrowser } from '../byggere/klient.ts'
import { logIndPaaArbejde } from '../byggere/medarbejder.ts'
import { KORSBAEK, type Testwebsted } from '../byggere/websted.ts'
import { type Anlaeg, openAnlaeg } from './anlaeg.ts'
import { describeMaskine } from './maskine.ts'

/**
 * How fast the review's page is with many items and many titles that wait, all of one municipality's:
 *   node test/bench/koe.ts [--ting 1000000] [--opgaver 100000] [--sider 60]
 */
export type Koemaal = {
  readonly ting: number
  readonly opgaver: number
  /** Milliseconds from the request to the last byte of the whole page. */
  readonly median: number
  readonly p95: number
  /** The same for a page of one unit's findings of one kind, the dearest choice there is. */
  readonly filtreret: number
  /** From the answer about a title to the next title's page. */
  readonly svar: number
  readonly belastning: number
}

const ENHEDER = 40
const KLER = [
  '27.36.04',
  '27.60.04',
  '28.09.40',
  '28.77.04',
  '32.24.04',
  '32.30.04',
  '15.17.06',
  '29.21.04',
  '02.34.02',
  '27.36.24',
]

export async function measureKoe(valg: {
  readonly ting: number
  readonly opgaver: number
  readonly sider: number
}): Promise<Koemaal> {
  const anlaeg = await openAnlaeg()
  try {
    await fill(anlaeg, valg)
    const server = await anlaeg.startServer('varig')
    const origin = server.url.replace('127.0.0.1', 'localhost')
    const agent = new Agent({ keepAlive: true })
    const sted = { system: anlaeg.system, browser: () => createBrowser(origin, agent) } as unknown as Testwebsted
    const hvem = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['sagsbehandler'], navn: 'Måler' })
    await anlaeg.asOwner(
      `INSERT INTO gennemgangsret SELECT $1, gen_random_uuid(), $2, 'Måler', '{}', array_agg(md5('e' || g)::uuid::text), ARRAY[md5('b3')::uuid::text], now(), $2, 'x'
       FROM generate_series(0, ${ENHEDER / 2 - 1}) g`,
      [KORSBAEK, hvem.id],
    )
    const time = async (work: () => Promise<{ readonly status: number; readonly tekst: string }>, ventet = 200) => {
      const start = performance.now()
      const svar = await work()
      const ms = performance.now() - start
      if (svar.status !== ventet) throw new Error(`The page was answered ${svar.status}`)
      return { ms, tekst: svar.tekst }
    }
    const side = (soeg = '') => time(() => hvem.browser.get(`/kommune/gennemgang${soeg}`))
    for (let nr = 0; nr < 5; nr++) await side()
    const [sider, svar, filtrerede] = [[] as number[], [] as number[], [] as number[]]
    for (let nr = 0; nr < valg.sider; nr++) {
      const { ms, tekst } = await side()
      sider.push(ms)
      const opgave = /name="opgave" value="([0-9a-f-]{36})"/.exec(tekst)?.[1] ?? ''
      const start = performance.now()
      await time(() => hvem.post('/kommune/gennemgang/afgoer', { opgave, version: '0', slags: 'godkend' }), 303)
      await side(`?k=${opgave}`)
      svar.push(performance.now() - start)
      filtrerede.push((await side('?fund=DIAGNOSE')).ms)
    }
    agent.destroy()
    return {
      ting: valg.ting,
      opgaver: valg.opgaver,
      median: at(sider, 0.5),
      p95: at(sider, 0.95),
      filtreret: at(filtrerede, 0.5),
      svar: at(svar, 0.5),
      belastning: describeMaskine().belastningFoer[0] ?? 0,
    }
  } finally {
    await anlaeg.close()
  }
}

const at = (tal: readonly number[], andel: number): number =>
  tal.toSorted((a, b) => a - b)[Math.min(tal.length - 1, Math.floor(tal.length * andel))] ?? Number.NaN

/** Cases of one municipality, a share of them with a title that waits, spread over units, numbers and findings; and a month of decisions. */
async function fill({ asOwner }: Anlaeg, { ting, opgaver }: { readonly ting: number; readonly opgaver: number }): Promise<void> {
  const kler = `(ARRAY['${KLER.join("','")}'])[1 + g % ${KLER.length}]`
  const titel = `'Hjælp i hjemmet nr. ' || g % 50000`
  const hash = `left(translate(encode(sha256(convert_to(${titel}, 'UTF8')), 'base64'), '+/', '-_'), 22)`
  const virkning = '{"fra":"2020-01-01T00:00:00.000Z","til":null}'
  await asOwner(
    `INSERT INTO kle_konfiguration (kommune, kle, gaelder_fra, aaben, fradato, titelvisning, kvalitetskrav)
     SELECT $1, k, '2020-01-01', true, '2020-01-01', 'sagens', 'alle' FROM unnest(ARRAY['${[...new Set(KLER.map((kle) => kle.slice(0, 2)))].join("','")}']) k`,
    [KORSBAEK],
  )
  await asOwner(
    `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data)
     SELECT md5('p' || g / 10)::uuid, md5('i' || g)::uuid, 'sag', $1, ${kler}, md5('k')::uuid, ARRAY[md5('i' || g)::uuid], '2026-01-01',
       jsonb_build_object('art', 'sag', 'titler', jsonb_build_array(jsonb_build_object('titel', ${titel}, 'nummer', 'N', 'virkning', '${virkning}'::jsonb)),
         'kler', jsonb_build_array(jsonb_build_object('kle', ${kler}, 'virkning', '${virkning}'::jsonb)), 'fremdrift', '[]'::jsonb, 'sagsstatus', '[]'::jsonb,
         'roller', '[]'::jsonb, 'visningsklasser', '[]'::jsonb, 'foelsomhed', '[]'::jsonb, 'ansvarlig', '[]'::jsonb, 'oprettet', '2025-01-01T00:00:00.000Z')
     FROM generate_series(1, $2::int) g ORDER BY 1, 2`,
    [KORSBAEK, ting],
  )
  await asOwner(
    `INSERT INTO titelvurdering (part_id, item_id, kommune, kle, regelversion, vurderinger)
     SELECT md5('p' || g / 10)::uuid, md5('i' || g)::uuid, $1, ${kler}, 1,
       jsonb_build_array(jsonb_build_object('hash', ${hash}, 'udfald', 'ren', 'tilbageholdt', false, 'gennemgang', 'ingen'))
     FROM generate_series(1, $2::int) g ORDER BY 1, 2`,
    [KORSBAEK, ting],
  )
  await asOwner(
    `INSERT INTO titelopgave (kommune, item_id, hash, art, kle, omraade, enhed, enhedsnavn, behandler, kilde_id, parter, udfald, tilbageholdt, fund,
       rang, grund, oprettet)
     SELECT $1, md5('i' || g)::uuid, ${hash}, 'sag', ${kler}, 'andet', md5('e' || g % ${ENHEDER})::uuid::text, 'Enhed ' || g % ${ENHEDER},
       CASE WHEN g % 3 = 0 THEN md5('b' || g % 500)::uuid::text ELSE '' END, md5('k')::uuid, ARRAY[md5('p' || g / 10)::uuid], 'advaret', false,
       CASE WHEN g % 1000 = 0 THEN '{DIAGNOSE}'::text[] ELSE '{NAVN_MULIGT}' END, 2 + g % 2, 'fund', now() - g * interval '1 second'
     FROM generate_series(1, $2::int) g`,
    [KORSBAEK, opgaver],
  )
  await asOwner(
    `INSERT INTO titelgennemgang (kommune, opgave_id, nr, tid, medarbejder_id, medarbejder_navn, slags, sekunder, enhed, omraade)
     SELECT $1, gen_random_uuid(), 1, now() - g * interval '20 seconds', md5('m')::uuid, 'M', 'godkend', 3 + g % 9, md5('e' || g % ${ENHEDER})::uuid::text, 'andet'
     FROM generate_series(1, 50000) g`,
    [KORSBAEK],
  )
  await asOwner('INSERT INTO gennemgangsvalg VALUES ($1, 0)', [KORSBAEK])
  await asOwner('VACUUM ANALYZE overblik, titelvurdering, titelopgave, titelgennemgang')
}

export const describeKoe = (maal: Koemaal): string =>
  `${maal.ting} items, ${maal.opgaver} waiting: the page ${maal.median.toFixed(0)} ms (95 %: ${maal.p95.toFixed(0)}), with a rare finding chosen ${maal.filtreret.toFixed(0)} ms, an answer and the next page ${maal.svar.toFixed(0)} ms; load ${maal.belastning}`

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      ting: { type: 'string', default: '1000000' },
      opgaver: { type: 'string', default: '100000' },
      sider: { type: 'string', default: '60' },
    },
  })
  console.log(`${describeMaskine().processor}, ${describeMaskine().kerner} cores`)
  console.log(
    describeKoe(await measureKoe({ ting: Number(values.ting), opgaver: Number(values.opgaver), sider: Number(values.sider) })),
  )
}
