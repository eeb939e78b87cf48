import { checkTitel, type Fund } from '#kvalitet/titeltjek'
import { type Andel, describeAndel } from './interval.ts'
import type { Maerkettitel } from './titler/titler.ts'

/** What must be reached: of all numbers and names how many are withheld at least, of clean titles how many at most. */
const MINDST_CPR = 0.995
const MINDST_NAVNE = 0.95
const HOEJST_FALSKE = 0.01

export type Fejl = { readonly titel: Maerkettitel; readonly fund: readonly Fund[] }
export type Maal = {
  readonly navn: string
  readonly andel: Andel
  readonly naaet: boolean
  readonly maal: string
  /** Which kinds went wrong, most of them first. */
  readonly kategorier: readonly { readonly kategori: string; readonly andel: Andel }[]
  readonly fejl: readonly Fejl[]
  readonly bemaerkning?: string
}

type Svar = { readonly titel: Maerkettitel; readonly fund: readonly Fund[] }
const blokerer = ({ alvor }: Fund): boolean => alvor === 'blokerer'
const erCpr = ({ kode }: Fund): boolean => kode.includes('CPR')
const erNavn = ({ kode }: Fund): boolean => kode.includes('NAVN') && kode !== 'FILNAVN'

/** Only a finding that withholds the title counts: a warning alone would still let it be shown where no review is demanded. */
export function measureTiteltjek(titler: readonly Maerkettitel[]): readonly Maal[] {
  const svar: readonly Svar[] = titler.map((titel) => ({ titel, fund: check(titel) }))
  const med = (etiket: Maerkettitel['etiket']) => svar.filter(({ titel }) => titel.etiket === etiket)
  const navne = med('navn')
  const tvetydige = navne.filter(({ titel }) => titel.tvetydig)
  const navneBlokeret = (fund: readonly Fund[]): boolean => fund.some((et) => blokerer(et) && erNavn(et))
  const advaret = (blandt: readonly Svar[]): string =>
    `with warnings: ${describeAndel({ antal: blandt.filter(({ fund }) => fund.some(erNavn)).length, af: blandt.length })}`
  return [
    measure('CPR numbers withheld', med('cpr'), (fund) => fund.some((et) => blokerer(et) && erCpr(et)), { mindst: MINDST_CPR }),
    { ...measure('third persons’ names withheld', navne, navneBlokeret, { mindst: MINDST_NAVNE }), bemaerkning: advaret(navne) },
    {
      ...measure('… of them also ordinary words', tvetydige, navneBlokeret, { mindst: MINDST_NAVNE }),
      bemaerkning: advaret(tvetydige),
    },
    measure('clean titles withheld', med('ren'), (fund) => fund.some(blokerer), { hoejst: HOEJST_FALSKE }),
  ]
}

/** As the citizen's page would ask, knowing its own part's name, and no other part of the case. */
const check = ({ titel, egen, kategori }: Maerkettitel): readonly Fund[] =>
  checkTitel(titel, { art: kategori.startsWith('i filnavn') ? 'dokument' : 'sag', egneNavne: [egen], kendteNavne: [] })

function measure(
  navn: string,
  svar: readonly Svar[],
  ramt: (fund: readonly Fund[]) => boolean,
  krav: { readonly mindst: number } | { readonly hoejst: number },
): Maal {
  const mindst = 'mindst' in krav
  const taelRamte = (blandt: readonly Svar[]): Andel => ({
    antal: blandt.filter(({ fund }) => ramt(fund)).length,
    af: blandt.length,
  })
  const fejlet = svar.filter(({ fund }) => ramt(fund) !== mindst)
  const kategorier = [...new Set(svar.map(({ titel }) => titel.kategori))].map((kategori) => {
    const i = svar.filter(({ titel }) => titel.kategori === kategori)
    return { kategori, andel: taelRamte(i), fejlet: i.filter(({ fund }) => ramt(fund) !== mindst).length }
  })
  const andel = taelRamte(svar)
  const faktisk = andel.antal / andel.af
  return {
    navn,
    andel,
    naaet: mindst ? faktisk >= krav.mindst : faktisk <= krav.hoejst,
    maal: mindst ? `at least ${krav.mindst * 100} %` : `at most ${krav.hoejst * 100} %`,
    kategorier: kategorier.sort((a, b) => b.fejlet - a.fejlet).map(({ kategori, andel: dens }) => ({ kategori, andel: dens })),
    fejl: fejlet,
  }
}
