import { createForloeb } from '#afstemning/fortegnelse'
import { recordLivstegn } from '#afstemning/livstegn'
import { createListe } from '#afstemning/trae'
import { type Tidspunkt, tidspunkt, type Uuid, uuid } from '#kernel'
import type { Kilde } from '#kilde'
import type { ElementKilde } from '#modtagelse'
import type { Database } from '#platform/database'
import { settleOnWord } from '../../../src/modtagelse/leverance/index.ts'
import { lavDokument, lavSag, part, primaerKlasse, TID, tilakteret, UNDTAGET } from '../elementer.ts'
import { BROBYSKOV, KILDER, type Kildenavn, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../websted.ts'
import type { Sagt, Systemport } from './port.ts'
import { type Aabent, BEGGE, type En, FELTER, type Felt, OBJEKTER, objektAf, type Registrering } from './verden.ts'

/** The first citizen, whose page is read, and the other. Fictive: day + 60. */
const BORGERE = ['6101722101', '6102722102'] as const
const KOMMUNER = [KORSBAEK, BROBYSKOV] as const
const OMRAADER = ['hjaelp-pleje-og-handicap', 'sundhed'] as const
const KLER = ['27.36', '29.18'] as const
const EMNER = ['27.36.04', '29.18.00'] as const
const NAVNE: readonly [Kildenavn, Kildenavn] = ['b', 'a']
const SIDE = '/hvad-kan-jeg-se'

/** A page that is being made: it waits before its items are read, and after. */
type Side = {
  readonly svar: Promise<readonly Sagt[]>
  readonly laest: Promise<void>
  readonly slipLaes: () => void
  readonly slipSig: () => void
}

const deferred = (): { readonly loefte: Promise<void>; readonly slip: () => void } => {
  let slip: () => void = () => undefined
  const loefte = new Promise<void>((resolve) => {
    slip = resolve
  })
  return { loefte, slip }
}

/** Where a page is held up: the read of a citizen's items, when it is asked for. */
function createPort(db: Database) {
  let port:
    | { readonly naaet: () => void; readonly laes: Promise<void>; readonly laest: () => void; readonly sig: Promise<void> }
    | undefined
  const wrapped: Database = {
    ...db,
    readBatch: async (kontekst, statements, ...resten) => {
      const mine = port
      if (!mine || !statements.some(({ name }) => name === 'overblik_alt')) return db.readBatch(kontekst, statements, ...resten)
      port = undefined
      mine.naaet()
      await mine.laes
      try {
        return await db.readBatch(kontekst, statements, ...resten)
      } finally {
        mine.laest()
        await mine.sig
      }
    },
  }
  const hold = () => {
    const [naaet, laes, laest, sig] = [deferred(), deferred(), deferred(), deferred()]
    port = { naaet: naaet.slip, laes: laes.loefte, laest: laest.slip, sig: sig.loefte }
    return { naaet: naaet.loefte, slipLaes: laes.slip, laest: laest.loefte, slipSig: sig.slip }
  }
  return { wrapped, hold }
}

/** A whole server that histories are lived through, one after another: sources deliver, reconcile and beat, and a citizen reads the page. */
export type Sideverden = { begin(): Promise<Systemport>; close(): Promise<void> }

export async function startSideverden(): Promise<Sideverden> {
  let nu: Tidspunkt = tidspunkt('2026-11-22T20:00:00Z')
  let hold: ReturnType<typeof createPort>['hold'] | undefined
  const sted = await startWebsted({
    clock: { now: () => nu },
    wrap: (db) => {
      const port = createPort(db)
      hold = port.hold
      return port.wrapped
    },
  })
  let nr = 0
  return {
    begin: async () => {
      await clear(sted)
      nr++
      return createSideport(
        sted,
        nr,
        (tid) => (nu = tid),
        () => nu,
        hold as NonNullable<typeof hold>,
      )
    },
    close: () => sted.close(),
  }
}

const TABELLER = [
  ...['overblik', 'objekt', 'registrering', 'afhaengighed', 'gravsten', 'afvisning', 'kvittering', 'leverance', 'udbakke'],
  ...[
    'daekning',
    'forventning',
    'bevis',
    'livstegn',
    'livstegn_seneste',
    'afstemning',
    'afstemningsforskel',
    'kle_konfiguration',
  ],
  ...['titelvurdering', 'titelopgave'],
]
async function clear({ base, system }: Testwebsted): Promise<void> {
  const empty = () => base.asOwner(`TRUNCATE ${TABELLER.join(', ')} CASCADE`)
  // What the last history began may still be under way, with locks that are taken in another order.
  await empty().catch((fejl: { readonly code?: string }) => {
    if (fejl.code !== '40P01') throw fejl
    return empty()
  })
  for (const navn of NAVNE)
    if ((await system.kilder.find(KILDER[navn].id))?.spaerret) await system.kilder.setSpaerret(KILDER[navn].id, undefined)
}

function createSideport(
  sted: Testwebsted,
  historie: number,
  stilUr: (tid: Tidspunkt) => void,
  nu: () => Tidspunkt,
  hold: ReturnType<typeof createPort>['hold'],
): Systemport {
  const { system } = sted
  const forloeb = createForloeb(system)
  const idFor = (objekt: number): Uuid => uuid(`d0000000-0000-4000-8000-${String(historie * 100 + objekt).padStart(12, '0')}`)
  const objektFor = (id: Uuid): number => Number(id.slice(-12)) - historie * 100
  let loebenummer = 0
  let side: Side | undefined
  const drop = async (): Promise<void> => {
    side?.slipLaes()
    side?.slipSig()
    await side?.svar
    side = undefined
  }
  const read = async (): Promise<readonly Sagt[]> => {
    const browser = await sted.logInd(BORGERE[0])
    const svar = await browser.get(`/api/v1/mig${SIDE}`)
    if (svar.status !== 200) throw new Error(`The page was answered ${svar.status}: ${svar.tekst}`)
    return readSagt(svar.tekst)
  }
  return {
    stilUr: (ms) => stilUr(tidspunkt(new Date(ms))),
    tilslut: async (kilde) => {
      // For documents too, though the first has none: a reconciliation connects a source for all that it could hold.
      await openFor(sted, ALT_AABENT, nu())
      await setForventning(sted, ['esdh'])
      await system.daekning.saveTilslutninger(
        FELTER.map((felt) => ({
          ...toEmnefelt(felt),
          kilde: kildeAf(kilde).id,
          tilsluttetSiden: nu(),
          dataFra: '2016-01-01',
        })),
      )
    },
    lever: async (kilde, led, udfald) => {
      const elementer = led.map((et) => toElement(et, idFor, udfald === 'afvist'))
      const kvitteringer = await sted.lever(NAVNE[kilde], elementer, { afvises: udfald === 'afvist' })
      if (udfald === 'afvist' && kvitteringer.some((et) => et.udfald !== 'afvist')) throw new Error('A line was to be refused')
    },
    afgoer: async (kilde, objekt) => {
      const raekker = await sted.base.asOwner<{ id: Uuid }>(
        'SELECT afvisning_id AS id FROM afvisning WHERE objekt_id = $1 AND afgjort IS NULL',
        [idFor(objekt)],
      )
      for (const { id } of raekker)
        await system.db.transaction({ rolle: 'modtagelse' }, (tx) => settleOnWord(tx, kildeAf(kilde).id, id))
    },
    afstem: async (kilde, kommune, fortegnelse, sendt) => {
      const liste = createListe()
      for (const [objekt, tid] of fortegnelse) liste.add({ id: idFor(objekt), tidspunkt: tidspunkt(new Date(tid)) })
      const oplyst = { kommune: KOMMUNER[kommune], tidspunkt: nu(), sendt, udsagn: '' }
      const svar = await forloeb.compare(kildeAf(kilde), oplyst, liste)
      if (!svar.ok || !svar.value.resultat) throw new Error('The reconciliation was not taken')
      return svar.value.resultat.forskelle.map(({ id }) => objektFor(id))
    },
    livstegn: async (kilde, kommune, { vandmaerke, sendt, koe }) => {
      const tegn = { kommune: KOMMUNER[kommune], vandmaerke: tidspunkt(new Date(vandmaerke)), sendt, koe }
      const livstegn = { loebenummer: ++loebenummer, tidspunkt: nu(), kommuner: [tegn], naeste: undefined }
      const svar = await system.db.transaction({ rolle: 'modtagelse' }, (tx) =>
        recordLivstegn(tx, kildeAf(kilde), livstegn, nu()),
      )
      if (!svar.ok) throw new Error(svar.afvisning)
    },
    spaer: (kilde, spaerret) => system.kilder.setSpaerret(kildeAf(kilde).id, spaerret ? nu() : undefined).then(() => undefined),
    aabn: (aabent) => openFor(sted, aabent, nu()),
    forvent: (slags) => setForventning(sted, slags),
    genlaes: async () => {
      await system.daekning.refresh()
    },
    begynd: async () => {
      await drop()
      const port = hold()
      const svar = read()
      side = { ...port, svar }
      await Promise.race([port.naaet, svar])
    },
    laes: async () => {
      side?.slipLaes()
      await side?.laest
    },
    sig: async () => {
      if (!side) return []
      side.slipLaes()
      side.slipSig()
      const sagt = await side.svar
      side = undefined
      return sagt
    },
    heleSiden: async () => {
      await drop()
      const sagt = await read()
      await checkHtml(sted, sagt)
      return sagt
    },
  }
}

const kildeAf = (nr: En): Kilde => KILDER[NAVNE[nr]]
const toEmnefelt = ({ kommune, omraade, art }: Felt) => ({ kommune: KOMMUNER[kommune], livsomraade: OMRAADER[omraade], art })
const ALT_AABENT: Aabent = {
  omraader: [
    [true, true],
    [true, true],
  ],
  dokumenter: true,
}

async function openFor({ system }: Testwebsted, aabent: Aabent, nu: Tidspunkt): Promise<void> {
  await system.opsaetning.save(
    BEGGE.flatMap((kommune) =>
      BEGGE.map((omraade) =>
        konfiguration({
          kommune: KOMMUNER[kommune],
          kle: KLER[omraade],
          gaelderFra: nu,
          aaben: aabent.omraader[kommune]?.[omraade] === true,
          visDokumenttitler: aabent.dokumenter,
        }),
      ),
    ),
  )
}

async function setForventning({ base, system }: Testwebsted, slags: readonly string[]): Promise<void> {
  await base.asOwner('DELETE FROM forventning')
  await system.daekning.saveForventninger(
    KOMMUNER.flatMap((kommune) => OMRAADER.flatMap((livsomraade) => slags.map((en) => ({ kommune, livsomraade, slags: en })))),
  )
  await system.daekning.refresh()
}

/** What the source sends of it; one that is to be refused has no title. */
function toElement({ objekt, tid, tilstand }: Registrering, idFor: (objekt: number) => Uuid, forkert: boolean): ElementKilde {
  const { art, sag } = objektAf(objekt)
  const faelles = { id: idFor(objekt), tidspunkt: new Date(tid).toISOString() }
  if (!tilstand.findes)
    return { operation: 'fjern', art, ...faelles, efterladSagsloeseDokumenter: true } as unknown as ElementKilde
  const undtaget = tilstand.undtaget ? [UNDTAGET] : []
  if (art === 'dokument') {
    const dokument = lavDokument({ id: faelles.id, type: 'Rapport', kle: EMNER[0] })
    return withoutTitel({ ...dokument, ...faelles, dokumentklasser: [primaerKlasse(EMNER[0]), ...undtaget] }, forkert)
  }
  const kle = EMNER[tilstand.omraade]
  const dokumenter = [...OBJEKTER.entries()].filter(([, andet]) => andet.sag === objekt).map(([nr]) => tilakteret(idFor(nr), TID))
  const element = lavSag(
    { id: faelles.id, kle, kommune: KOMMUNER[tilstand.kommune], parter: [part('Primær part', BORGERE[tilstand.borger])] },
    {
      sagsklasser: [primaerKlasse(kle), { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' }, ...undtaget],
      ...(dokumenter.length > 0 ? { journalposter: dokumenter } : {}),
    },
  )
  if (sag !== undefined) throw new RangeError('A case stands on no case')
  return withoutTitel({ ...element, ...faelles }, forkert)
}

function withoutTitel(element: ElementKilde, forkert: boolean): ElementKilde {
  if (!forkert) return element
  const { egenskaber = [] } = element as { readonly egenskaber?: readonly Readonly<Record<string, unknown>>[] }
  return { ...element, egenskaber: egenskaber.map(({ titel: _, ...andet }) => andet) } as unknown as ElementKilde
}

type Raa = {
  readonly kommune: { readonly cvr: string }
  readonly omraade: string
  readonly art: string
  readonly udsagn: string
  readonly forbehold: readonly string[]
  readonly bevistTil?: string
}
const readSagt = (tekst: string): Sagt[] =>
  (JSON.parse(tekst) as { readonly daekning: readonly Raa[] }).daekning.flatMap((raa) => {
    const felt = FELTER.find((en) => {
      const { kommune, livsomraade, art } = toEmnefelt(en)
      return kommune === raa.kommune.cvr && livsomraade === raa.omraade && art === raa.art
    })
    if (!felt && raa.udsagn === 'intet') throw new Error(`None was said of ${raa.art} in ${raa.omraade}, which nobody delivers`)
    const { udsagn, forbehold, bevistTil } = raa
    return felt ? [{ felt, udsagn, forbehold, bevistTil: bevistTil === undefined ? undefined : Date.parse(bevistTil) }] : []
  })

/** The page says as often as the data that there is none, and names no other times. */
async function checkHtml(sted: Testwebsted, sagt: readonly Sagt[]): Promise<void> {
  const browser = await sted.logInd(BORGERE[0])
  const { tekst, status } = await browser.get(`${SIDE}?sprog=da`)
  const [tabeller = ''] = tekst.split('id="ordene"')
  const intet = sagt.filter(({ udsagn }) => udsagn === 'intet').length
  const paaSiden = tabeller.split('Intet at vise').length - 1
  if (status !== 200 || paaSiden !== intet) throw new Error(`The page says none ${paaSiden} times, and the data ${intet}`)
  const tider = new Set(sagt.map(({ bevistTil }) => bevistTil))
  const fremmede = [...tekst.matchAll(/<time datetime="([^"]+)"/g)].filter(([, tid = '']) => !tider.has(Date.parse(tid)))
  if (fremmede.length > 0) throw new Error(`The page names a time that the data do not: ${fremmede[0]?.[1]}`)
}
