import { parseKleEmne, type Uuid, type Virkning } from '#kernel'
import type { BevillingObjekt, EffektueringObjekt, GaeldendeObjekt, Objekt, SagObjekt } from '../objekt.ts'
import { merge } from '../perioder.ts'
import { type Adgangsskive, addNumre, clipSkiver, keepEgne } from './skiver.ts'

/** One object that decides who may see an item: the stretches of time that follow from what it says, and its Master where it is not the item's own. */
export type Adgangsled = { readonly m?: Uuid; readonly s: readonly Adgangsskive[] }

/** Who may see an item, as its row of the overview carries it: the same for every part that has the item. */
export type Adgang = {
  /** The item's Master. */
  readonly m: Uuid
  /** Of the item's own; of what is on a case no more than sensitivity and positive list. Left out for a note that says nothing of its own. */
  readonly o?: readonly Adgangsskive[]
  /** The cases that it stands on, whoever their parties are, while it stands on them. */
  readonly s?: readonly Adgangsled[]
  /** The grants that a payment carries out. */
  readonly b?: readonly (Adgangsled & { readonly i: Uuid })[]
}

const INGEN = '00000000-0000-0000-0000-000000000000' as Uuid
/** A case that is named and has not been delivered: nobody passes it. */
const UKENDT: Adgangsled = { m: INGEN, s: [] }

/** What an item stands on, found by the projection, with the times it does so; undefined is always. */
export type Grundlag = {
  readonly sager: readonly { readonly objekt: SagObjekt; readonly paa: readonly Virkning[] | undefined }[]
  readonly bevillinger: readonly { readonly objekt: BevillingObjekt }[]
  readonly master: (id: Uuid) => Uuid | undefined
}

/** Pure, and made of current states alone: the order that deliveries came in cannot show. */
export function adgangFor({ objekt, master: m }: GaeldendeObjekt, grundlag: Grundlag): Adgang {
  const egne = objekt.adgang ?? []
  switch (objekt.art) {
    case 'sag':
    case 'bevilling':
      return { m, o: egne }
    case 'oekonomiskEffektuering':
      return { m, o: addNumre(egne, linjenumre(objekt, grundlag)), b: toBevillinger(m, grundlag) }
    case 'journalnotat': {
      const s = toSager(objekt, m, grundlag)
      return objekt.foelsomhed.length > 0 ? { m, o: egne, s } : { m, s }
    }
    case 'dokument':
    case 'aftale': {
      const sager = toSager(objekt, m, grundlag)
      return sager.length > 0 ? { m, o: keepEgne(egne), s: sager } : { m, o: egne }
    }
  }
}

function toSager(objekt: Objekt, m: Uuid, { sager, master }: Grundlag): readonly Adgangsled[] {
  const kendte = sager.map(({ objekt: sag, paa }) => {
    const skiver = sag.adgang ?? []
    return toLed(m, master(sag.id), paa ? clipSkiver(skiver, merge(paa)) : skiver)
  })
  const ukendt = objekt.art === 'aftale' && objekt.sag !== undefined && kendte.length === 0
  return ukendt ? [UKENDT] : unikke(kendte)
}

const toBevillinger = (m: Uuid, { bevillinger, master }: Grundlag) =>
  bevillinger.map(({ objekt: { id, adgang } }) => ({ i: id, ...toLed(m, master(id), adgang ?? []) }))

const toLed = (m: Uuid, master: Uuid | undefined, s: readonly Adgangsskive[]): Adgangsled =>
  master === m ? { s } : { m: master ?? INGEN, s }

/** A hundred cases of one kind on a document decide no more than one of them does. */
function unikke(led: readonly Adgangsled[]): readonly Adgangsled[] {
  if (led.length < 2) return led
  const efterTekst = new Map(led.map((et) => [toTekst(et), et]))
  return [...efterTekst.keys()].sort().flatMap((tekst) => efterTekst.get(tekst) ?? [])
}

/** The same for the same facts, also where the database has put their names in another order. */
const toTekst = ({ m, s }: Adgangsled): string => JSON.stringify([m, s.map(({ t, x, e, k, f, u, p }) => [t, x, e, k, f, u, p])])

/** The number of a payment's line: its own where it tells one, else those of the granted benefit that it names. */
const linjenumre = ({ ydelser }: EffektueringObjekt, { bevillinger }: Grundlag) =>
  ydelser.flatMap(({ bevilling: id, ydelse, beskrivelse, virkning }) => {
    const eget = parseKleEmne(beskrivelse ?? '')
    const bevilling = bevillinger.find(({ objekt }) => objekt.id === id)?.objekt
    const bevilgede = bevilling?.ydelser.flatMap((led) => (led.id === ydelse && led.kle !== undefined ? [led.kle] : [])) ?? []
    return (eget ? [eget] : bevilgede).map((kle) => ({ kle, virkning }))
  })
