import type { Bevis } from '#afstemning/livstegn'
import { type Tidspunkt, tidspunkt } from '#kernel'
import type { Opsaetning } from '#visning'
import { BROBYSKOV, EOJ, ESDH, KORSBAEK, konfiguration, opsaetning } from '../../../src/afstemning/daekning/daekning.bygger.ts'
import type { AabenAfvisning } from '../../../src/afstemning/daekning/daekning.ts'
import { createDaekning, type Daekning, type Daekningsfakta } from '../../../src/afstemning/daekning/sammenhold.ts'
import { udsagnFor } from '../../../src/afstemning/daekning/udsagn.ts'
import { vurderTegn } from '../../../src/afstemning/livstegn/livstegn.ts'
import type { Sagt, Systemport } from './port.ts'
import {
  type Aabent,
  ARTER_AF,
  BEGGE,
  type En,
  FELTER,
  type Felt,
  kommunerAf,
  OBJEKTER,
  objektAf,
  type Registrering,
  showable,
} from './verden.ts'

/** What protects the statement, each of which a test takes away to see that it is missed. */
export type Vaern = 'brud' | 'brudkontrol' | 'raekkefoelge' | 'faellesTid' | 'baerende' | 'afviste' | 'loesning'

const KOMMUNER = [KORSBAEK, BROBYSKOV] as const
export const OMRAADER = ['hjaelp-pleje-og-handicap', 'sundhed'] as const
const KLER = ['27.36', '29.18'] as const
const kilder = [EOJ, ESDH].map((kilde) => ({ ...kilde, kommuner: [...KOMMUNER], kle: [] }))
const kildeAf = (nr: En) => kilder[nr] as (typeof kilder)[number]
const tid = (ms: number): Tidspunkt => tidspunkt(new Date(ms))

type Par = {
  modtaget: number
  roert: number
  nyeste?: number
  forskydning?: number | undefined
  afstemt?: number
  til?: number
  fortalt?: number
  brudt: boolean
  brudNr: number
}
type Afvist = { readonly kilde: En; readonly led: Registrering }

/** The tables, as plainly as can be, around the parts that are pure. `uden`: a protection that is taken away. */
export function createRen(uden?: Vaern): Systemport {
  let nu = 0
  let brudNr = 0
  const indeks: (Registrering | undefined)[] = OBJEKTER.map(() => undefined)
  const kendte = new Set<string>()
  const par = new Map<string, Par>()
  const siden: (number | undefined)[] = [undefined, undefined]
  const afstemt = new Map<string, number>()
  let afvisninger: Afvist[] = []
  const spaerret = [false, false]
  let aabent: Aabent = {
    omraader: [
      [true, true],
      [true, true],
    ],
    dokumenter: true,
  }
  let slags: readonly string[] = ['esdh']
  const parFor = (kilde: En, kommune: En): Par => {
    const noegle = `${kilde} ${kommune}`
    const kendt = par.get(noegle) ?? { modtaget: 0, roert: 0, brudt: true, brudNr: 0 }
    par.set(noegle, kendt)
    return kendt
  }
  const roer = (kilde: En, kommune: En, antal: number, nyeste: number | undefined): void => {
    const led = parFor(kilde, kommune)
    led.modtaget += antal
    led.roert++
    if (nyeste !== undefined) led.nyeste = Math.max(led.nyeste ?? 0, nyeste)
    if (led.brudt || uden === 'brud') return
    led.brudt = true
    led.brudNr = ++brudNr
  }
  const tag = (kilde: En, led: Registrering): void => {
    afvisninger = afvisninger.filter((afvist) => afvist.led.objekt !== led.objekt || afvist.led.tid > led.tid)
    if (kendte.has(`${led.objekt} ${led.nr}`)) return
    kendte.add(`${led.objekt} ${led.nr}`)
    roer(kilde, led.kommune, 1, led.tid)
    const foer = indeks[led.objekt]
    if (foer && foer.tid > led.tid) return
    indeks[led.objekt] = led
    if (foer) roer(kilde, foer.kommune, 0, led.tid)
    for (const [nr, objekt] of OBJEKTER.entries())
      if (objekt.sag === led.objekt && indeks[nr]) roer(objekt.kilde, (indeks[nr] as Registrering).kommune, 0, led.tid)
  }

  const felterAf = (kommune: En) => FELTER.filter((felt) => felt.kommune === kommune)
  const noegle = (kilde: En, { kommune, omraade, art }: Felt) => `${kilde} ${kommune} ${omraade} ${art}`
  const toFakta = (): Daekningsfakta => ({
    brudNr,
    kilder: kilder.map((kilde, nr) => ({ ...kilde, spaerret: spaerret[nr] ? tid(nu) : undefined })),
    raekker: BEGGE.flatMap((nr) => {
      const fra = siden[nr]
      if (fra === undefined) return []
      return FELTER.filter(({ art }) => ARTER_AF[nr]?.includes(art)).map((felt) => {
        const enig = afstemt.get(noegle(nr, felt))
        return {
          ...toEmnefelt(felt),
          kilde: kildeAf(nr).id,
          tilsluttetSiden: tid(fra),
          dataFra: '2016-01-01',
          senesteLevering: tid(fra),
          afstemt: enig === undefined ? undefined : tid(enig),
        }
      })
    }),
    forventninger: BEGGE.flatMap((kommune) =>
      BEGGE.flatMap((omraade) => slags.map((en) => ({ ...toEmnefelt({ kommune, omraade, art: 'sag' }), slags: en }))),
    ),
    afvisninger: uden === 'afviste' ? [] : afvisninger.map(toAfvisning),
    beviser: [...par].map(([navn, led]) => toBevis(navn, led)),
  })
  let husket: Daekning = createDaekning(toFakta())
  let side: { daekning?: Daekning; aabent?: Aabent; brudNr?: number; set?: ReadonlySet<string>; nu?: number } = {}

  const follow = (daekning: Daekning, set: number): Daekning => {
    if (uden === 'brudkontrol' || set === daekning.fakta.brudNr) return daekning
    const brudte = toFakta().beviser.filter((bevis) => bevis.brudNr > daekning.fakta.brudNr)
    return daekning.withoutBeviser(brudte)
  }
  const say = (): Sagt[] => {
    const { daekning, set, nu: da = nu } = side
    if (!daekning || !set || side.brudNr === undefined || !side.aabent) return []
    const fulgt = follow(uden === 'raekkefoelge' ? createDaekning(toFakta()) : daekning, side.brudNr)
    const valg = opsaetningFor(side.aabent)
    return FELTER.map((felt) => {
      const grundlag = fulgt.grundlagFor(toEmnefelt(felt), valg, tid(da), [])
      const { udsagn, bevistTil, forbehold } = udsagnFor({
        ...(uden ? weaken(grundlag, uden) : grundlag),
        hasVisible: set.has(feltnoegle(felt)),
      })
      return { felt, udsagn, forbehold, bevistTil: bevistTil && Date.parse(bevistTil) }
    })
  }
  const port: Systemport = {
    stilUr: (ms) => {
      nu = ms
    },
    tilslut: (kilde) => {
      siden[kilde] ??= nu
    },
    lever: (kilde, led, udfald) => {
      for (const et of led) {
        if (udfald === 'taget') tag(kilde, et)
        else {
          afvisninger.push({ kilde, led: et })
          for (const kommune of kommunerAf(et)) roer(kilde, kommune, 0, undefined)
        }
      }
    },
    afgoer: (kilde, objekt) => {
      const egne = afvisninger.filter(({ led }) => led.objekt === objekt)
      afvisninger = afvisninger.filter(({ led }) => led.objekt !== objekt)
      if (uden === 'loesning') return
      for (const kommune of egne.flatMap(({ led }) => kommunerAf(led))) {
        roer(kilde, kommune, 0, undefined)
        parFor(kilde, kommune).forskydning = undefined
      }
    },
    afstem: (kilde, kommune, fortegnelse, sendt) => {
      const vores = new Map(
        indeks.flatMap((led, nr) =>
          led?.tilstand.findes && objektAf(nr).kilde === kilde && led.kommune === kommune ? [[nr, led] as const] : [],
        ),
      )
      const forskellige = [...new Set([...fortegnelse.keys(), ...vores.keys()])].filter(
        (nr) => fortegnelse.get(nr) !== vores.get(nr)?.tid,
      )
      const staarAfvist = (nr: number): boolean =>
        afvisninger.some(({ led }) => led.objekt === nr && led.kommune === kommune && led.tid === fortegnelse.get(nr))
      const uventede = forskellige.filter((nr) => !staarAfvist(nr))
      const ramte = new Set(uventede.flatMap((nr) => placesOf(indeks, nr)))
      for (const felt of felterAf(kommune)) {
        if (ramte.has(feltnoegle(felt))) afstemt.delete(noegle(kilde, felt))
        else afstemt.set(noegle(kilde, felt), nu)
      }
      const led = parFor(kilde, kommune)
      if (uventede.length > 0) {
        roer(kilde, kommune, 0, undefined)
        return forskellige
      }
      led.forskydning = sendt - led.modtaget
      led.afstemt = nu
      prove(led, nu)
      return forskellige
    },
    livstegn: (kilde, kommune, { vandmaerke, sendt, koe }) => {
      const led = parFor(kilde, kommune)
      const maybe = (ms: number | undefined) => (ms === undefined ? undefined : tid(ms))
      const stand = {
        modtaget: led.modtaget,
        nyeste: maybe(led.nyeste),
        forskydning: led.forskydning,
        afstemt: maybe(led.afstemt),
      }
      const tegn = { kommune: KOMMUNER[kommune], vandmaerke: tid(vandmaerke), sendt, koe }
      if (vurderTegn(tegn, stand, tid(nu)).bevist) prove(led, vandmaerke)
    },
    spaer: (kilde, er) => {
      spaerret[kilde] = er
      for (const kommune of BEGGE) if (par.has(`${kilde} ${kommune}`)) roer(kilde, kommune, 0, undefined)
    },
    aabn: (nyt) => {
      aabent = nyt
    },
    forvent: (nye) => {
      slags = nye
    },
    genlaes: () => {
      husket = createDaekning(toFakta())
    },
    begynd: () => {
      side = { daekning: husket }
    },
    laes: () => {
      const tilstande = indeks.map((led) => led?.tilstand)
      const set = new Set(FELTER.filter((felt) => showable(felt, aabent, tilstande)).map(feltnoegle))
      side = { ...side, set, brudNr, aabent, nu }
    },
    sig: say,
    heleSiden: () => {
      port.begynd()
      port.laes()
      return say()
    },
  }
  const prove = (led: Par, til: number): void => {
    if (led.nyeste !== undefined && led.nyeste > til) return
    led.til = led.brudt ? til : Math.max(led.til ?? 0, til)
    led.fortalt = nu
    led.brudt = false
  }
  return port
}

const toEmnefelt = ({ kommune, omraade, art }: Felt) => ({ kommune: KOMMUNER[kommune], livsomraade: OMRAADER[omraade], art })
const feltnoegle = ({ kommune, omraade, art }: Felt): string => `${kommune} ${omraade} ${art}`

/** The fields that an object that differs may be in, by what the index knows of it: a document's is its case's. */
function placesOf(indeks: readonly (Registrering | undefined)[], nr: number): string[] {
  const { art, sag } = objektAf(nr)
  const led = indeks[sag ?? nr]
  return FELTER.filter(
    (felt) => felt.art === art && (!led || (led.tilstand.kommune === felt.kommune && led.tilstand.omraade === felt.omraade)),
  ).map(feltnoegle)
}

const toBevis = (navn: string, led: Par): Bevis => {
  const [kilde, kommune] = navn.split(' ').map(Number) as [En, En]
  const maybe = (ms: number | undefined) => (ms === undefined ? undefined : tid(ms))
  return {
    kilde: kildeAf(kilde).id,
    kommune: KOMMUNER[kommune],
    brudt: led.brudt,
    brudNr: led.brudNr,
    bevistTil: maybe(led.til),
    bevistModtaget: maybe(led.fortalt),
    nyeste: maybe(led.nyeste),
    afstemt: maybe(led.afstemt),
  }
}

/** A refused line says where it belongs; of a document it says its own area, which is always the first. */
const toAfvisning = ({ kilde, led }: Afvist): AabenAfvisning => {
  const { art } = objektAf(led.objekt)
  return {
    kilde: kildeAf(kilde).id,
    kommune: KOMMUNER[led.kommune],
    livsomraade: OMRAADER[art === 'sag' ? led.tilstand.omraade : 0],
    art,
    antal: 1,
  }
}

const kendteOpsaetninger = new Map<string, Opsaetning>()
function opsaetningFor({ omraader, dokumenter }: Aabent): Opsaetning {
  const noegle = `${omraader.join()} ${dokumenter}`
  const ny = () =>
    opsaetning(
      ...BEGGE.flatMap((kommune) =>
        BEGGE.map((omraade) =>
          konfiguration({
            kommune: KOMMUNER[kommune],
            kle: KLER[omraade],
            aaben: omraader[kommune]?.[omraade] === true,
            visDokumenttitler: dokumenter,
          }),
        ),
      ),
    )
  const kendt = kendteOpsaetninger.get(noegle) ?? ny()
  kendteOpsaetninger.set(noegle, kendt)
  return kendt
}

type Grundlag = ReturnType<Daekning['grundlagFor']>
/** The ground of a statement with one protection taken away. */
function weaken(grundlag: Grundlag, uden: Vaern): Grundlag {
  const each = (aendr: (led: Grundlag['tilsluttede'][number]) => Grundlag['tilsluttede'][number]): Grundlag => ({
    ...grundlag,
    tilsluttede: grundlag.tilsluttede.map(aendr),
    baerende: grundlag.baerende.map(aendr),
  })
  if (uden === 'baerende') return { ...grundlag, baerende: [] }
  if (uden === 'faellesTid') return each((led) => ({ ...led, bevis: led.bevis && { ...led.bevis, nyeste: undefined } }))
  return grundlag
}
