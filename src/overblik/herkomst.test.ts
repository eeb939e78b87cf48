import { describe, expect, test } from 'vitest'
import type { Objekt } from '#indeks'
import { type Tidspunkt, tidspunkt } from '#kernel'
import type { Kilde } from '#kilde'
import { billedeAf, type GaeldendeObjekt, konfiguration, toGaeldende } from '../../test/byggere/billede.ts'
import { dokumenttitel, id, KORSBAEK, kl12, objekt, part, post, titel, virkning } from '../../test/byggere/indeks.ts'
import type { Billede } from './billede.ts'
import { createHerkomst, type Herkomstviden } from './herkomst.ts'

const SIDEN = kl12('2026-11-10')
const KILDE: Kilde = {
  id: id('fagsystem'),
  navn: 'Kastanje Sag',
  slags: 'esdh',
  kommuner: [KORSBAEK],
  kle: [],
  klientId: undefined,
  rytmeTimer: 24,
  spaerret: undefined,
}

/** The object as its sender made it on the one day and we got it on the other, the first time perhaps before that. */
const kom = (led: Objekt, fra: string, modtaget: string, foerst = modtaget): GaeldendeObjekt => ({
  ...toGaeldende(led, kl12(fra)),
  modtaget: kl12(modtaget),
  foerstModtaget: kl12(foerst),
})
const sag = (felter = {}) =>
  objekt('sag', 'sagen', { parter: [part('Ulla')], titler: [titel('Sagen')], kle: '27.36.04', ...felter } as never)

const nyt = (billede: Billede, navn: string, siden: Tidspunkt | null = SIDEN) => {
  const vist = billede.efterId.get(id(navn))
  if (!vist) return 'vises ikke'
  return createHerkomst(billede, { kilder: [], daekning: undefined, siden: siden ?? undefined }).nytFor(vist, vist.raekke.aendret)
}

describe('what is new since the last visit', () => {
  test.each([
    ['made and received before it', '2026-11-01', '2026-11-01', '2026-11-01', undefined],
    ['made and received after it', '2026-11-12', '2026-11-12', '2026-11-12', 'kommet'],
    ['made before it and delivered late', '2026-10-01', '2026-11-12', '2026-11-12', 'kommet'],
    ['changed after it', '2026-11-12', '2026-11-12', '2026-11-01', 'aendret'],
    ['changed before it, the change delivered late', '2026-11-05', '2026-11-12', '2026-11-01', 'aendret'],
  ])('a case that was %s', (_, fra, modtaget, foerst, svar) => {
    expect(nyt(billedeAf([kom(sag(), fra, modtaget, foerst)]), 'sagen')).toBe(svar)
  })

  test('on a first visit nothing is: all of it would be', () => {
    expect(nyt(billedeAf([kom(sag(), '2026-11-12', '2026-11-12')]), 'sagen', null)).toBeUndefined()
  })

  test('a number that was opened after it, though its cases are old', () => {
    const gammel = kom(sag(), '2026-11-01', '2026-11-01')
    const aabnet = (dag: string) => [konfiguration({ kle: '27', gaelderFra: kl12(dag), fradato: '2000-01-01' })]
    expect(nyt(billedeAf([gammel], { konfigurationer: aabnet('2026-11-15') }), 'sagen')).toBe('kommet')
    expect(nyt(billedeAf([gammel], { konfigurationer: aabnet('2026-11-05') }), 'sagen')).toBeUndefined()
  })

  test('an internal note that waited for the letter at the last visit and does so no more', () => {
    const afgjort = sag({
      fremdrift: [
        { status: 'Opstaaet', virkning: virkning('2026-10-01', '2026-11-09') },
        { status: 'Afgjort', virkning: virkning('2026-11-09') },
      ],
      journalposter: [post('notatet'), post('brevet')],
    })
    const notat = objekt('dokument', 'notatet', {
      titler: [{ ...dokumenttitel('Notatet'), type: 'Internt Notat' }],
      fremdrift: [{ status: 'Endeligt', virkning: virkning('2026-11-09') }],
    } as never)
    const brev = objekt('dokument', 'brevet', {
      titler: [{ ...dokumenttitel('Brevet'), type: 'Brev, udgaaende', brevDato: '2026-11-12' }],
      fremdrift: [{ status: 'Endeligt', virkning: virkning('2026-11-12') }],
    } as never)
    const alt = [
      kom(afgjort, '2026-11-09', '2026-11-09'),
      kom(notat, '2026-11-09', '2026-11-09'),
      kom(brev, '2026-11-12', '2026-11-12'),
    ]
    const billede = billedeAf(alt)
    expect(billede.efterId.has(id('notatet'))).toBe(true)
    expect(nyt(billede, 'notatet')).toBe('kommet')
  })

  test('a decision that waits for its letter makes the case no newer than one that has none', () => {
    const vent = [konfiguration({ kle: '27', gaelderFra: kl12('2020-01-01'), fradato: '2000-01-01', karantaene: true })]
    const foer = { status: 'Opstaaet', virkning: virkning('2026-10-01', '2026-11-20') }
    const ventende = sag({ fremdrift: [foer, { status: 'Afgjort', virkning: virkning('2026-11-20') }] })
    const uden = sag({ fremdrift: [{ ...foer, virkning: virkning('2026-10-01') }] })
    const med = billedeAf([kom(ventende, '2026-11-20', '2026-11-20', '2026-10-01')], { konfigurationer: vent })
    const [vist] = med.viste
    // The protection is at work: what is told is older than what has come.
    expect(vist && vist.pr < vist.raekke.aendret).toBe(true)
    const told = (billede: Billede) => {
      const [led] = billede.viste
      const opdateret = kl12('2026-10-01')
      return led && createHerkomst(billede, { kilder: [KILDE], daekning: undefined, siden: SIDEN }).herkomstFor(led, opdateret)
    }
    expect(told(med)).toEqual(told(billedeAf([kom(uden, '2026-10-01', '2026-10-01')], { konfigurationer: vent })))
    expect(told(med)?.nyt).toBeUndefined()
  })
})

describe('where an item comes from', () => {
  const billede = billedeAf([kom(sag(), '2026-11-01', '2026-11-12', '2026-11-02')])
  const told = (viden: Partial<Herkomstviden>) => {
    const [vist] = billede.viste
    const herkomst = createHerkomst(billede, { kilder: [KILDE], daekning: undefined, siden: undefined, ...viden })
    return vist && herkomst.herkomstFor(vist, kl12('2026-11-01'))
  }
  const afstemt = (dag: string, art = 'sag') => ({
    beviser: [] as object[],
    raekker: [
      { kommune: KORSBAEK, livsomraade: 'hjaelp-pleje-og-handicap', art, kilde: KILDE.id, afstemt: tidspunkt(kl12(dag)) },
    ],
  })

  test('the kind of system in words, its name, when it first came, and as of when it is told', () => {
    expect(told({})).toMatchObject({
      systemslags: { da: 'sags- og dokumentsystemet' },
      systemnavn: 'Kastanje Sag',
      modtaget: kl12('2026-11-02'),
      opdateret: kl12('2026-11-01'),
    })
  })

  test('checked when the source and we last agreed about such things, but not before it came', () => {
    expect(told({ daekning: afstemt('2026-11-20') as never })?.kontrolleret).toBe(kl12('2026-11-20'))
    expect(told({ daekning: afstemt('2026-11-01') as never })?.kontrolleret).toBeUndefined()
    const bevist = [{ kilde: KILDE.id, kommune: KORSBAEK, bevistTil: kl12('2026-11-21') }]
    expect(told({ daekning: { ...afstemt('2026-11-20'), beviser: bevist } as never })?.kontrolleret).toBe(kl12('2026-11-21'))
    expect(told({ daekning: { raekker: [], beviser: bevist } as never })?.kontrolleret).toBeUndefined()
    expect(told({ daekning: afstemt('2026-11-20', 'dokument') as never })?.kontrolleret).toBeUndefined()
  })

  test('where the sources cannot be read nothing is said; one that is not among them is one of the municipality’s systems', () => {
    expect(told({ kilder: undefined })).toBeUndefined()
    expect(told({ kilder: [] })).toMatchObject({ systemslags: { da: 'et af kommunens systemer' }, systemnavn: '' })
  })
})
