import { type CvrNummer, type KlePraefiks, parseKlePraefiks, uuidFromName } from '#kernel'
import type { Etape } from '#opsaetning/plan'
import { FAST } from './id.ts'
import { BROBYSKOV, KORSBAEK } from './kommuner.ts'

/** A made-up municipality's plan: stages by when they begin and end, in days from today, so that the demo does not grow old. */
export type Demoplan = { readonly kommune: CvrNummer; readonly etaper: readonly Demoetape[] }
export type Demoetape = Omit<Etape, 'fra' | 'til'> & { readonly fraDage: number; readonly tilDage: number }

type Valg = Partial<Pick<Etape, 'fradato' | 'aeldreAktive' | 'kvalitet' | 'stikproeve' | 'dokumenttyper'>>

const praefiks = (nr: string): KlePraefiks => {
  const kle = parseKlePraefiks(nr)
  if (!kle) throw new RangeError(`Not a KLE number: ${nr}`)
  return kle
}

const etape = (
  noegle: string,
  navn: string,
  ansvarlig: string,
  numre: readonly string[],
  [fraDage, tilDage]: readonly [number, number],
  valg: Valg = {},
): Demoetape => ({
  id: uuidFromName(FAST, `plan/${noegle}`),
  navn,
  omraader: [],
  kle: numre.map((nr) => praefiks(nr)),
  ansvarlig,
  fradato: '2020-12-01',
  aeldreAktive: true,
  kvalitet: 'faste',
  stikproeve: 0,
  dokumenttyper: [],
  fraDage,
  tilDage,
  ...valg,
})

/** Korsbæk is far on its way, with one number late and one area before it. Brobyskov has begun. */
export const PLANER: readonly Demoplan[] = [
  {
    kommune: KORSBAEK.cvr,
    etaper: [
      etape('korsbaek/job', 'Job og forsørgelse', 'Jobcenteret', ['15', '32.24', '32.27', '32.30'], [-700, -500]),
      etape('korsbaek/aeldre', 'Ældre og hjælpemidler', 'Visitationen', ['27.35', '27.36', '27.42', '27.60'], [-480, -300], {
        fradato: '2022-03-01',
      }),
      etape('korsbaek/boern', 'Børn og skole', 'Pladsanvisningen', ['28.09', '28.77', '17.35', '17.03'], [-200, -20], {
        fradato: '2023-01-01',
        aeldreAktive: false,
        kvalitet: 'stikproeve',
        stikproeve: 60,
      }),
      etape('korsbaek/sundhed', 'Sundhed', 'Sundhedscenteret', ['29.21', '29.18'], [-30, 150], { fradato: '2022-03-01' }),
      etape('korsbaek/borgerservice', 'Borgerservice', 'Borgerservice', ['05.09', '23.10', '23.15'], [60, 240], {
        kvalitet: 'alle',
        dokumenttyper: ['Brev, udgaaende'],
      }),
    ],
  },
  {
    kommune: BROBYSKOV.cvr,
    etaper: [
      etape('brobyskov/job', 'Forsørgelse', 'Jobcenteret', ['32.24', '32.27', '32.30'], [-200, -60], { fradato: '2021-06-01' }),
      etape('brobyskov/dagtilbud', 'Dagtilbud', 'Familie og børn', ['28.09', '28.77'], [-30, 120], {
        fradato: '2023-01-01',
        kvalitet: 'stikproeve',
        stikproeve: 200,
      }),
      etape('brobyskov/sundhed', 'Genoptræning', 'Sundhed og træning', ['29.21'], [120, 300], { kvalitet: 'alle' }),
    ],
  },
]
