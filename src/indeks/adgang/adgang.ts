import { parseKleEmne, type Uuid, type Virkning } from '#kernel'
import type { BevillingObjekt, EffektueringObjekt, GaeldendeObjekt, Objekt, SagObjekt } from '../objekt.ts'
import { merge } from '../perioder.ts'
import { type Adgangsskive, addNumre, clipSkiver, keepEgne } from './skiver.ts'

/** One object that decides who may see an item: its Master, and the stretches of time that follow from what it says. */
export type Adgangsled = { readonly m: Uuid; readonly s: readonly Adgangsskive[] }

/** Who may see an item, as its row of the overview carries it: the same for every part that has the item. */
export type Adgang = {
  /** Of the item's own; of what is on a case no more than sensitivity and positive list. Left out for a note that says nothing of its own. */
  readonly o?: Adgangsled
  /** The cases that it stands on, whoever their parties are, while it stands on them. */
  readonly s?: readonly Adgangsled[]
  /** The grants that a payment carries out. */
  readonly b?: readonly (Adgangsled & { readonly i: Uuid })[]
}

/** A case that is named and has not been delivered: nobody passes it. */
const UKENDT: Adgangsled = { m: '00000000-0000-0000-0000-000000000000' as Uuid, s: [] }

/** What an item stands on, found by the projection, with the times it does so; undefined is always. */
export type Grundlag = {
  readonly sager: readonly { readonly objekt: SagObjekt; readonly paa: readonly Virkning[] | undefined }[]
  readonly bevillinger: readonly { readonly objekt: BevillingObjekt }[]
  readonly master: (id: Uuid) => Uuid | undefined
}

/** Pure, and made of current states alone: the order that deliveries came in cannot show. */
export function adgangFor({ objekt, master }: GaeldendeObjekt, grundlag: Grundlag): Adgang {
  const egne = objekt.adgang ?? []
  switch (objekt.art) {
    case 'sag':
    case 'bevilling':
      return { o: { m: master, s: egne } }
    case 'oekonomiskEffektuering':
      return { o: { m: master, s: addNumre(egne, linjenumre(objekt, grundlag)) }, b: toBevillinger(grundlag) }
    case 'journalnotat':
      return { ...(objekt.foelsomhed.length > 0 ? { o: { m: master, s: egne } } : {}), s: toSager(objekt, grundlag) }
    case 'dokument':
    case 'aftale': {
      const sager = toSager(objekt, grundlag)
      return sager.length > 0 ? { o: { m: master, s: keepEgne(egne) }, s: sager } : { o: { m: master, s: egne } }
    }
  }
}

function toSager(objekt: Objekt, { sager, master }: Grundlag): readonly Adgangsled[] {
  const kendte = sager.map(({ objekt: sag, paa }) => {
    const skiver = sag.adgang ?? []
    return { m: master(sag.id) ?? UKENDT.m, s: paa ? clipSkiver(skiver, merge(paa)) : skiver }
  })
  const ukendt = objekt.art === 'aftale' && objekt.sag !== undefined && kendte.length === 0
  return ukendt ? [UKENDT] : unikke(kendte)
}

const toBevillinger = ({ bevillinger, master }: Grundlag) =>
  bevillinger.map(({ objekt: { id, adgang } }) => ({ i: id, m: master(id) ?? UKENDT.m, s: adgang ?? [] }))

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
