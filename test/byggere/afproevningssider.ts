import { type CprNummer, cvrNummer, tidspunkt, uuid } from '#kernel'
import type { Markup, Sprog } from '#web'
import type { Fund } from '../../src/tilslutning/afproevning/bedoem.ts'
import type { Koersel } from '../../src/tilslutning/afproevning/koersel.ts'
import { rapportForServer } from '../../src/tilslutning/afproevning/rapport/rapport.ts'
import { bedoemAfsender } from '../../src/tilslutning/afproevning/server/bedoem-afsender.ts'
import { forloebFor } from '../../src/tilslutning/afproevning/server/forloeb.ts'
import { findEksempel } from '../../src/tilslutning/afproevning/web/eksempel.ts'
import { type Koerselsside, koerselView } from '../../src/tilslutning/afproevning/web/koersel.view.ts'
import { koerslerView } from '../../src/tilslutning/afproevning/web/koersler.view.ts'
import { overensstemmelseView } from '../../src/tilslutning/afproevning/web/overensstemmelse.view.ts'
import { arbejdskontekst } from './arbejdssider.ts'

/** The compliance test's pages, by the name of their picture. */

const NU = tidspunkt('2026-10-08T07:30:00.000Z')
const SYSTEM = { id: uuid('00000000-0000-4000-8000-0000000000e1'), navn: 'Kastanje Sag', version: '4.2' }
const STI = '/leverandoer/afproevning'

const koersel = (felter: Partial<Koersel> = {}): Koersel => ({
  id: uuid('00000000-0000-4000-8000-0000000000e2'),
  kilde: SYSTEM.id,
  navn: SYSTEM.navn,
  version: SYSTEM.version,
  kommune: cvrNummer('11111111'),
  arter: ['sag', 'dokument', 'journalnotat'],
  kle: '27.36.04' as Koersel['kle'],
  proeveversion: '1.0',
  startet: tidspunkt('2026-10-08T07:00:00.000Z'),
  frist: tidspunkt('2026-10-08T11:00:00.000Z'),
  sluttet: undefined,
  bestaaet: undefined,
  ...felter,
})

const TOMT = { A: [], B: [], C: [], D: [], E: [] } as const
const afvist = (regel: string, sti: string, da: string, en: string) => ({
  objekt: undefined,
  art: 'sag' as const,
  udfald: 'afvist' as const,
  regel,
  sti,
  saetning: { da, en },
})

function stand(linjer: Parameters<typeof bedoemAfsender>[1]['linjer'], bestaaede: number) {
  const set = { nu: NU, kle: '27.36.04', linjer, registreringer: [], personer: TOMT }
  const svar = bedoemAfsender(forloebFor(['sag', 'dokument', 'journalnotat']), set, false)
  const bestaa = (fund: readonly Fund[]) => fund.map((et) => ({ ...et, udfald: 'bestaaet' as const }))
  const begivenheder = svar.begivenheder.map((en, i) =>
    i < bestaaede ? { ...en, udfald: 'bestaaet' as const, fund: bestaa(en.fund) } : en,
  )
  return { ...svar, begivenheder }
}

const side = (felter: Partial<Koerselsside> = {}): Koerselsside => ({
  koersel: koersel(),
  personer: { A: '8712650017', B: '7103620023', C: '6805710031', D: '7411520017', E: '8101690025' } as unknown as {
    [bogstav: string]: CprNummer
  },
  stand: stand([], 2),
  rapport: undefined,
  aaben: true,
  foelger: true,
  eksempel: findEksempel,
  ...felter,
})

const FEJL = stand(
  [
    afvist(
      'SAG-008',
      'egenskaber[0].titel',
      'Titel må højst være 255 tegn; forkort teksten.',
      'Titel may be 255 characters at most; shorten it.',
    ),
    afvist(
      'SAG-019',
      'sagIndeksEgenskaber[0].foelsomhed',
      'Foelsomhed mangler; udfyld elementet.',
      'Foelsomhed is missing; fill it in.',
    ),
  ],
  2,
)

const afsluttet = (bedoemt: ReturnType<typeof stand>, bestaaet: boolean): Koerselsside => {
  const sluttet = koersel({ sluttet: NU, bestaaet })
  const hoved = {
    id: sluttet.id,
    maade: 'server' as const,
    system: SYSTEM,
    kommune: sluttet.kommune,
    proeveversion: '1.0',
    startet: sluttet.startet,
    sluttet: NU,
    endepunkt: 'https://sandkasse.example',
  }
  return side({ koersel: sluttet, stand: bedoemt, rapport: rapportForServer(hoved, bedoemt), aaben: false, foelger: false })
}

const k = (sprog: Sprog, sti = STI) => arbejdskontekst(sprog, 'leverandoer', sti)

const ANDRE = [
  koersel({ sluttet: NU, bestaaet: true }),
  koersel({ id: uuid('00000000-0000-4000-8000-0000000000e3'), sluttet: NU, bestaaet: false, version: '4.1' }),
  koersel({ id: uuid('00000000-0000-4000-8000-0000000000e4') }),
]

const raekke = (navn: string, version: string, bestaaet: boolean) => ({
  kilde_id: SYSTEM.id,
  system_navn: navn,
  system_version: version,
  kommune: cvrNummer('11111111'),
  proeveversion: '1.0',
  tid: NU,
  bestaaet,
  regler: rapportForServer({} as never, bestaaet ? stand([], 7) : FEJL).regler,
})

/** `offentlig`: the context of a public page, which the caller has. */
export const afproevningssider = (
  offentlig: (sprog: Sprog, sti: string) => Parameters<typeof overensstemmelseView>[0],
): { readonly [navn: string]: (sprog: Sprog) => Markup } => ({
  'afproevning-koersler': (s) => koerslerView(k(s), STI, { systemer: [SYSTEM], koersler: ANDRE }),
  'afproevning-koersler-fejl': (s) =>
    koerslerView(k(s), STI, { systemer: [SYSTEM], koersler: [] }, { system: SYSTEM.id, kle: '27', fejl: 'kle' }),
  'afproevning-ingen': (s) => koerslerView(k(s), STI, { systemer: [], koersler: [] }),
  'afproevning-koersel': (s) => koerselView(k(s, `${STI}/x`), STI, side()),
  'afproevning-koersel-afvist': (s) => koerselView(k(s, `${STI}/x`), STI, side({ stand: FEJL })),
  'afproevning-koersel-bestaaet': (s) => koerselView(k(s, `${STI}/x`), STI, afsluttet(stand([], 7), true)),
  'afproevning-koersel-fejlet': (s) => koerselView(k(s, `${STI}/x`), STI, afsluttet(FEJL, false)),
  'afproevning-overensstemmelse': (s) =>
    overensstemmelseView(
      offentlig(s, '/tilslutning/overensstemmelse'),
      [raekke('Kastanje Sag', '4.2', true), raekke('Lindely Omsorg', '11', false)],
      { data: '/tilslutning/overensstemmelse.json', noegler: '/tilslutning/noegler.json' },
    ),
})
