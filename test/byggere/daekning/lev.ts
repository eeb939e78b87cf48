import { createViden, doem, type Levet, MAANED_MS, type Viden, type Virkelighed } from './dom.ts'
import type { Fortegnelse, Systemport } from './port.ts'
import type { Traek } from './traek.ts'
import {
  BEGGE,
  createKildemodel,
  type En,
  type Kildemodel,
  kommunerAf,
  OBJEKTER,
  objektAf,
  type Registrering,
  registerHosKilde,
} from './verden.ts'

const BEGYNDELSE = Date.parse('2026-11-22T20:00:00Z')
const MINUT = 60_000
const ALT = [
  [true, true],
  [true, true],
]

/** Lives a history through, and holds each statement up against what is true. */
export async function lev(port: Systemport, historie: readonly Traek[], levet: Levet): Promise<void> {
  const aabent = { omraader: ALT, dokumenter: true }
  const v: Virkelighed = {
    nu: BEGYNDELSE,
    kilder: [createKildemodel(), createKildemodel()],
    tilsluttet: [undefined, undefined],
    spaerret: [false, false],
    aabent,
    paaSiden: aabent,
    slags: ['esdh'],
    indeks: OBJEKTER.map(() => undefined),
    afviste: [],
    viden: BEGGE.map(() => BEGGE.map(createViden)),
  }
  port.stilUr(v.nu)
  for (const traek of historie) {
    frem(v, port, 1_000)
    await (goerMedKilde(v, port, traek) ?? goerEllers(v, port, traek, levet))
  }
}

function frem(v: Virkelighed, port: Systemport, ms: number): void {
  v.nu += ms
  port.stilUr(v.nu)
}

const videnOm = (v: Virkelighed, kilde: En, kommune: En): Viden => v.viden[kilde]?.[kommune] as Viden
const isIDrift = (v: Virkelighed, kilde: En): boolean => v.tilsluttet[kilde] !== undefined && !v.spaerret[kilde]

function roer(v: Virkelighed, kilde: En, kommune: En, nyeste = 0): void {
  const om = videnOm(v, kilde, kommune)
  om.bekraeftet = undefined
  om.nyeste = Math.max(om.nyeste, nyeste)
  om.tegn = v.nu
}

/** What a source does; undefined where it is none of that. */
function goerMedKilde(v: Virkelighed, port: Systemport, traek: Traek): Promise<void> | undefined {
  switch (traek.hvad) {
    case 'tilslut':
      return connect(v, port, traek.kilde)
    case 'registrer':
      return changeHosKilde(v, traek)
    case 'lever':
      return deliver(v, port, traek)
    case 'afgoer':
      return settle(v, port, traek.kilde, v.afviste.find(({ kilde }) => kilde === traek.kilde)?.led.objekt)
    case 'afstem':
      return reconcile(v, port, traek.kilde, traek.kommune)
    case 'livstegn':
      return beat(v, port, traek.kilde, traek.kommune)
    default:
      return undefined
  }
}

async function goerEllers(v: Virkelighed, port: Systemport, traek: Traek, levet: Levet): Promise<void> {
  switch (traek.hvad) {
    case 'spaer':
      v.spaerret[traek.kilde] = traek.spaerret
      // Whoever blocks a source, or lets it in, breaks what it has proved.
      for (const kommune of BEGGE) videnOm(v, traek.kilde, kommune).bekraeftet = undefined
      return port.spaer(traek.kilde, traek.spaerret)
    case 'aabn':
      v.aabent = {
        ...v.aabent,
        omraader: v.aabent.omraader.map((led, k) =>
          led.map((er, o) => (k === traek.kommune && o === traek.omraade ? traek.aaben : er)),
        ),
      }
      return port.aabn(v.aabent)
    case 'visDokumenter':
      v.aabent = { ...v.aabent, dokumenter: traek.vises }
      return port.aabn(v.aabent)
    case 'forvent':
      v.slags = { begge: ['eoj', 'esdh'], anden: ['esdh'], ingen: [] }[traek.slags]
      return port.forvent(v.slags)
    case 'tid':
      return frem(v, port, traek.minutter * MINUT)
    case 'genlaes':
      return port.genlaes()
    default:
      return showSide(v, port, traek, levet)
  }
}

async function showSide(v: Virkelighed, port: Systemport, traek: Traek, levet: Levet): Promise<void> {
  if (traek.hvad === 'heleSiden') {
    await port.genlaes()
    v.paaSiden = v.aabent
    return doem(v, await port.heleSiden(), true, levet)
  }
  if (traek.hvad !== 'side') return
  if (traek.trin === 'begynd') return port.begynd()
  if (traek.trin === 'sig') return doem(v, await port.sig(), false, levet)
  v.paaSiden = v.aabent
  return port.laes()
}

async function connect(v: Virkelighed, port: Systemport, kilde: En): Promise<void> {
  if (v.tilsluttet[kilde] !== undefined) return
  v.tilsluttet[kilde] = v.nu
  await port.tilslut(kilde)
}

async function changeHosKilde(v: Virkelighed, { objekt, aendring }: Extract<Traek, { hvad: 'registrer' }>): Promise<void> {
  const { kilde, art } = objektAf(objekt)
  if (v.tilsluttet[kilde] === undefined) return
  registerHosKilde(v.kilder[kilde], objekt, v.nu, art === 'sag' ? aendring : { undtaget: aendring.undtaget ?? false })
}

/** What waits that can be sent now: a removal goes after all else of its object. */
function findNaeste(kilde: Kildemodel, orden: number): Registrering | undefined {
  const kan = kilde.udestaaende.filter(
    (led) => led.tilstand.findes || !kilde.udestaaende.some((andet) => andet.objekt === led.objekt && andet.nr < led.nr),
  )
  return kan[Math.min(orden, kan.length - 1)]
}

async function deliver(v: Virkelighed, port: Systemport, traek: Extract<Traek, { hvad: 'lever' }>): Promise<void> {
  const { kilde: nr, antal, orden, udfald } = traek
  const kilde = v.kilder[nr]
  for (let i = 0; i < antal && isIDrift(v, nr); i++) {
    const led = findNaeste(kilde, orden)
    if (!led || (udfald === 'afvist' && !led.tilstand.findes)) return
    if (!led.tilstand.findes && !v.indeks[led.objekt]) {
      await removeUkendt(v, port, nr, led)
      continue
    }
    if (udfald !== 'tabt') await port.lever(nr, [led], udfald === 'afvist' ? 'afvist' : 'taget')
    noteLeveret(v, nr, led, udfald)
    if (udfald === 'udenKvittering') return
    kilde.udestaaende = kilde.udestaaende.filter((et) => et !== led)
    if (udfald !== 'afvist') kilde.sendt[led.kommune]++
  }
}

/** What never came cannot be removed: the source is told so, and says that it is settled. */
async function removeUkendt(v: Virkelighed, port: Systemport, nr: En, led: Registrering): Promise<void> {
  const kilde = v.kilder[nr]
  await port.lever(nr, [led], 'afvist')
  v.afviste.push({ kilde: nr, led })
  kilde.udestaaende = kilde.udestaaende.filter((et) => et !== led)
  await settle(v, port, nr, led.objekt)
}

async function settle(v: Virkelighed, port: Systemport, nr: En, objekt: number | undefined): Promise<void> {
  if (objekt === undefined || !isIDrift(v, nr)) return
  await port.afgoer(nr, objekt)
  for (const { led } of v.afviste)
    if (led.objekt === objekt)
      for (const kommune of kommunerAf(led)) Object.assign(videnOm(v, nr, kommune), { bekraeftet: undefined, afstemt: undefined })
  v.afviste = v.afviste.filter(({ led }) => led.objekt !== objekt)
}

function noteLeveret(v: Virkelighed, nr: En, led: Registrering, udfald: Extract<Traek, { hvad: 'lever' }>['udfald']): void {
  if (udfald === 'tabt') videnOm(v, nr, led.kommune).skaev = true
  else if (udfald === 'afvist') {
    v.afviste.push({ kilde: nr, led })
    roer(v, nr, led.kommune)
  } else noteTaget(v, nr, led)
}

function noteTaget(v: Virkelighed, kilde: En, led: Registrering): void {
  v.afviste = v.afviste.filter((et) => et.led.objekt !== led.objekt || et.led.tid > led.tid)
  roer(v, kilde, led.kommune, led.tid)
  const foer = v.indeks[led.objekt]
  if (foer && foer.tid >= led.tid) return
  v.indeks[led.objekt] = led
  if (foer) roer(v, kilde, foer.kommune, led.tid)
  for (const [nr, objekt] of OBJEKTER.entries()) if (objekt.sag === led.objekt && v.indeks[nr]) roer(v, objekt.kilde, 0, led.tid)
}

function fortegnelseFor({ registreringer }: Kildemodel, kommune: En): Fortegnelse {
  const seneste = new Map(registreringer.map((led) => [led.objekt, led]))
  return new Map(
    [...seneste].flatMap(([objekt, led]) => (led.tilstand.findes && led.kommune === kommune ? [[objekt, led.tid] as const] : [])),
  )
}

async function reconcile(v: Virkelighed, port: Systemport, nr: En, kommune: En): Promise<void> {
  if (!isIDrift(v, nr)) return
  const kilde = v.kilder[nr]
  const fortegnelse = fortegnelseFor(kilde, kommune)
  const forskellige = await port.afstem(nr, kommune, fortegnelse, kilde.sendt[kommune])
  const om = videnOm(v, nr, kommune)
  om.tegn = v.nu
  const isAfvist = (objekt: number): boolean =>
    v.afviste.some(({ led }) => led.objekt === objekt && led.kommune === kommune && led.tid === fortegnelse.get(objekt))
  if (forskellige.every(isAfvist)) Object.assign(om, { bekraeftet: v.nu, afstemt: v.nu, skaev: false })
  else Object.assign(om, { bekraeftet: undefined, afstemt: undefined })
  // What is asked for is sent again; what was refused is sent as it should have been.
  for (const objekt of forskellige) {
    const seneste = kilde.registreringer.findLast((led) => led.objekt === objekt)
    if (seneste && !kilde.udestaaende.includes(seneste)) kilde.udestaaende.push(seneste)
  }
}

async function beat(v: Virkelighed, port: Systemport, nr: En, kommune: En): Promise<void> {
  if (!isIDrift(v, nr)) return
  const kilde = v.kilder[nr]
  const venter = kilde.udestaaende.filter((led) => led.kommune === kommune)
  const vandmaerke = Math.min(v.nu, ...venter.map((led) => led.tid - 1))
  await port.livstegn(nr, kommune, { vandmaerke, sendt: kilde.sendt[kommune], koe: venter.length })
  const om = videnOm(v, nr, kommune)
  if (venter.length > 0 || om.skaev || om.afstemt === undefined || v.nu - om.afstemt > MAANED_MS) return
  om.tegn = v.nu
  om.bekraeftet = v.nu
}
