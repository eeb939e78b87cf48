import { tidspunkt } from '#kernel'
import { type Borgerord, createOrdvalg, type Ordslags } from '#klassifikation'
import type { Markup, Sprog } from '#web'
import { senesteKvartaler } from '../../src/opsaetning/forstaaelse/kvartal.ts'
import { suppress } from '../../src/opsaetning/forstaaelse/undertryk.ts'
import {
  FORSTAAELSESSTI,
  type Forstaaelseslinje,
  forstaaelseView,
} from '../../src/opsaetning/forstaaelse/web/forstaaelse.view.ts'
import { laesOrd, toFelter } from '../../src/opsaetning/ordvalg/laes-ord.ts'
import { findOrd, standardord } from '../../src/opsaetning/ordvalg/standardord.ts'
import { type Ordside, ordView } from '../../src/opsaetning/ordvalg/web/ord.view.ts'
import { ORDSTI, ordlisteView, ordsti } from '../../src/opsaetning/ordvalg/web/ordliste.view.ts'
import { arbejdskontekst } from './arbejdssider.ts'
import { KORSBAEK, NU } from './visninger.ts'

/** The pages on which a municipality chooses its words, and sees whether they are understood, in the states that look different. */

const paa = (da: string, en: string) => ({ da, en })
const MADSERVICE: Borgerord = {
  titel: paa('Mad leveret hjem', 'Meals brought home'),
  forklaring: paa(
    'Vi bringer mad ud til dig, når du ikke selv kan lave den.',
    'We bring you meals when you cannot cook yourself.',
  ),
}
const LAEGE: Borgerord = {
  titel: paa('Vi venter på svar fra din læge', 'We are waiting for an answer from your doctor'),
  forklaring: undefined,
}
const VALGT = createOrdvalg([
  { kommune: KORSBAEK.cvr, slags: 'kle', noegle: '27.36.24', ...MADSERVICE },
  { kommune: KORSBAEK.cvr, slags: 'sagsstatus', noegle: 'afv. lægesvar', ...LAEGE },
])
const side = (slags: Ordslags, noegle: string, mere: Partial<Ordside> = {}): Ordside => {
  const standard = standardord(slags, noegle)
  const eget = VALGT.find(KORSBAEK.cvr, slags, noegle)
  return {
    slags,
    noegle,
    fagtitel: undefined,
    kommune: KORSBAEK,
    standard,
    eget,
    historik: [],
    laest: { felter: toFelter(eget ?? standard), fejl: {} },
    udkast: undefined,
    besked: undefined,
    sti: ordsti(slags, noegle),
    ...mere,
  }
}
const liste = (soeg: string, kunEgne = false) => {
  const soegning = { soeg, slags: undefined, kunEgne }
  return { soegning, linjer: findOrd(VALGT, KORSBAEK.cvr, soegning), side: 1, kvittering: undefined }
}
const FEJL = laesOrd(
  'fremdrift',
  { titelDa: 'Under behandling hos sagsbehandleren', titelEn: 'Case', forklaringDa: '<b>Vi ser på det</b>', forklaringEn: '' },
  false,
)
const SVAERT = laesOrd(
  'kle',
  {
    titelDa: 'Rehabiliteringsforløb',
    titelEn: 'Rehabilitation',
    forklaringDa: 'Kommunalbestyrelsens tværfaglige visitationsafgørelse vedrørende korterevarende rehabiliteringsforløb.',
    forklaringEn: 'The interdisciplinary assessment concerning temporary rehabilitation.',
  },
  false,
)
const svar = (omraade: string, system: string | undefined, ja: number, nej: number): Forstaaelseslinje => ({
  omraade,
  system,
  svar: suppress({ ja, nej }),
})
const SVAR = [
  svar('Opfølgning og vejen til arbejde (KLE 15.17)', 'Kastanje Sag', 1_204, 311),
  svar('Hjælp og pleje hjemme (KLE 27.36)', 'Lindely Omsorg', 19, 2),
  svar('Genoptræning og fysioterapi (KLE 29.21)', undefined, 3, 1),
]
const KVARTALER = senesteKvartaler(NU)
const forstaaelse = (linjer: readonly Forstaaelseslinje[]) => (s: Sprog) =>
  forstaaelseView(arbejdskontekst(s, 'kommune', FORSTAAELSESSTI), { kvartaler: KVARTALER, valgt: KVARTALER[0], linjer })
const k = (s: Sprog, sti = ORDSTI) => arbejdskontekst(s, 'kommune', sti)

export const ORDSIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  'ord-liste': (s) => ordlisteView(k(s), { ...liste(''), kvittering: 'tilbage' }),
  'ord-egne': (s) => ordlisteView(k(s), liste('', true)),
  'ord-intet': (s) => ordlisteView(k(s), liste('findes ikke')),
  'ord-kle': (s) => ordView(k(s), side('kle', '27.36.04', { fagtitel: 'Personlig og praktisk hjælp' })),
  'ord-kle-eget': (s) =>
    ordView(
      k(s),
      side('kle', '27.36.24', {
        fagtitel: 'Madservice',
        besked: { slags: 'success', tekst: 'Jeres ord er gemt og vises for borgerne nu.' },
        historik: [
          { version: 3, tid: tidspunkt('2026-10-08T07:20:00.000Z'), medarbejder: 'Henrik Aabo', ord: MADSERVICE },
          { version: 2, tid: tidspunkt('2026-09-21T09:00:00.000Z'), medarbejder: 'Vibeke Skovdal', ord: undefined },
          {
            version: 1,
            tid: tidspunkt('2026-09-01T12:30:00.000Z'),
            medarbejder: 'Henrik Aabo',
            ord: { ...MADSERVICE, forklaring: undefined },
          },
        ],
      }),
    ),
  'ord-kle-udkast': (s) => ordView(k(s), side('kle', '27.36.04', { laest: SVAERT, udkast: SVAERT.ord })),
  'ord-fremdrift-fejl': (s) => ordView(k(s), side('fremdrift', 'Oplyst', { laest: FEJL })),
  'ord-dokument': (s) => ordView(k(s), side('dokumenttype', 'Brev, udgaaende')),
  'ord-status': (s) => ordView(k(s), side('sagsstatus', 'afv. lægesvar')),
  'ord-forstaaelse': forstaaelse(SVAR),
  'ord-forstaaelse-ingen': forstaaelse([]),
  'ord-ny-ydelse': (s) => ordView(k(s), side('ydelse', '', { sti: `${ORDSTI}/ny/ydelse` })),
}
