import { expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { type Borgerord, createOrdvalg, type Ordslags } from '#klassifikation'
import { billedeAf, konfiguration } from '../../test/byggere/billede.ts'
import { del, KORSBAEK, objekt, part, post, virkning, ydelse } from '../../test/byggere/indeks.ts'
import { dokumenterOf, sagerOf } from './vis-sag.ts'
import { bevillingerOf, udbetalingerOf } from './vis-ydelse.ts'

const begge = (tekst: string) => ({ da: tekst, en: `${tekst} (en)` })
const ord = (slags: Ordslags, noegle: string, titel: string, forklaring?: string, kommune = KORSBAEK) => {
  const valgt: Borgerord = { titel: begge(titel), forklaring: forklaring === undefined ? undefined : begge(forklaring) }
  return { kommune, slags, noegle, ...valgt }
}
const AABEN = ['27', '32'].map((kle) =>
  konfiguration({
    kle,
    gaelderFra: virkning().fra,
    fradato: '2000-01-01',
    titelvisning: 'kle',
    visDokumenttitler: true,
    karantaene: false,
  }),
)
const rolle = { parter: [part('Ulla')] }
const SAG = objekt('sag', 'sag', {
  ...rolle,
  fremdrift: [{ status: 'Oplyst', virkning: virkning() }],
  sagsstatus: [{ tekst: 'AFV LÆ', virkning: virkning() }],
  journalposter: [post('brev')],
})
const BREV = objekt('dokument', 'brev', {
  titler: [{ titel: 'Svar', nummer: '1', type: 'Rapport', brevDato: undefined, virkning: virkning() }],
})
const HJAELP = objekt('bevilling', 'hjælp', { parter: [part('Ulla', 'Ydelsesmodtager')], ydelser: [ydelse('KONTH §25')] })
const UDBETALT = objekt('oekonomiskEffektuering', 'udbetaling', {
  ydelser: [{ ...del('hjælp'), beskrivelse: 'KONTH §25' }],
  udbetalinger: [
    {
      dispositionsdato: '2026-10-30',
      brutto: undefined,
      efterSkat: undefined,
      sendt: undefined,
      udbetalt: undefined,
      erSendt: false,
      erUdbetalt: true,
      godkendt: true,
      virkning: virkning(),
    },
  ],
})
const billede = (...egne: readonly ReturnType<typeof ord>[]) =>
  billedeAf([SAG, BREV, HJAELP, UDBETALT], { konfigurationer: AABEN, ordvalg: createOrdvalg(egne) })

test('a case is called, and its step told, in its municipality’s own words', () => {
  const [sag] = sagerOf(
    billede(
      ord('kle', '27.35.04', 'Besøg hjemme', 'Vi kommer på besøg.'),
      ord('fremdrift', 'Oplyst', 'Ses på', 'Vi ser på din sag.'),
      ord('sagsstatus', 'Afv læ', 'Vi venter på svar fra din læge'),
    ),
  )
  expect(sag).toMatchObject({
    titel: begge('Besøg hjemme'),
    forklaring: begge('Vi kommer på besøg.'),
    sagsstatus: 'AFV LÆ',
    sagsstatusOrd: begge('Vi venter på svar fra din læge'),
    egneOrd: { Oplyst: { ord: begge('Ses på'), saetning: begge('Vi ser på din sag.') } },
  })
})

test('a kind of document and a benefit are told in its own words, on the grant and on the payment', () => {
  const vist = billede(ord('dokumenttype', 'Rapport', 'Udredning'), ord('ydelse', 'konth §25', 'Kontanthjælp'))
  expect(dokumenterOf(vist)[0]).toMatchObject({ type: 'Rapport', typeOrd: begge('Udredning') })
  expect(bevillingerOf(vist)[0]?.ydelser[0]).toMatchObject({ navn: 'KONTH §25', navnOrd: begge('Kontanthjælp') })
  expect(udbetalingerOf(vist)[0]?.navnOrd).toEqual(begge('Kontanthjælp'))
})

test('another municipality’s words stand nowhere, and without a choice nothing is said of one', () => {
  const nabo = cvrNummer('12345678')
  const uden = billede()
  const med = billede(
    ord('kle', '27.35.04', 'X', 'X', nabo),
    ord('fremdrift', 'Oplyst', 'X', 'X', nabo),
    ord('sagsstatus', 'AFV LÆ', 'X', undefined, nabo),
    ord('dokumenttype', 'Rapport', 'X', undefined, nabo),
    ord('ydelse', 'KONTH §25', 'X', undefined, nabo),
  )
  for (const liste of [sagerOf, dokumenterOf, bevillingerOf, udbetalingerOf]) {
    expect(liste(med)).toEqual(liste(uden))
    expect(JSON.stringify(liste(uden))).not.toContain('Ord"')
  }
})
