import { type Uuid, uuidFromName } from '#kernel'
import type { Forloeb } from '../forloeb.ts'
import type { Ydelsesmal } from '../katalog/sagstype.ts'
import { ansvarlig, type Element, ejer, enhedFor, fra, part } from './relationer.ts'
import { sagId } from './sag.ts'
import { createDel, type Tidslinje, tidPaa } from './tidslinje.ts'
import { sagsnummer } from './titler.ts'

export type Oekonomisk = Extract<Ydelsesmal, { type: 'Økonomisk' }>

/** A granted benefit with what chance decided: its id in the grant, and its amount in whole kroner or its scope. */
export type Bevilget =
  | { readonly id: string; readonly mal: Oekonomisk; readonly kroner: number }
  | { readonly id: string; readonly mal: Exclude<Ydelsesmal, Oekonomisk>; readonly omfang: string }

export const bevillingId = (forloeb: Forloeb): Uuid => uuidFromName(forloeb.navnerum, `${forloeb.noegle}/bevilling`)

/** What is granted; empty where nothing is. Of several benefits the first is always granted, the others two times in three. */
export function listBevilgede(forloeb: Forloeb, linje: Tidslinje): Bevilget[] {
  if (!linje.bevilget) return []
  const r = createDel(forloeb, 'bevilling')
  const bevilgede: Bevilget[] = []
  for (const mal of forloeb.type.bevilling?.ydelser ?? []) {
    const med = r.chance(2 / 3)
    if (!med && bevilgede.length > 0) continue
    const id = String(bevilgede.length + 1)
    if (mal.type === 'Økonomisk') bevilgede.push({ id, mal, kroner: r.heltal(mal.fra, mal.til) })
    else bevilgede.push({ id, mal, omfang: r.vaelg(mal.omfang) })
  }
  return bevilgede
}

const DISPOSITIONSDAG = { Forud: 'Første bankdag i måneden', Bagud: 'Sidste bankdag i måneden' } as const

type YdelseKilde = NonNullable<Element<'bevilling'>['bevilgedeYdelser']>[number]

function createYdelse(forloeb: Forloeb, periode: NonNullable<Tidslinje['bevilget']>, bevilget: Bevilget): YdelseKilde {
  const { mal } = bevilget
  return {
    id: bevilget.id,
    navn: mal.navn,
    ydelsestype: mal.type,
    bevilgetYdelseStartdato: periode.fra,
    ...(periode.til === undefined ? {} : { bevilgetYdelseSlutdato: periode.til }),
    ydelse: {
      ydelsesnavn: mal.navn,
      klassifikation: {
        brugervendtNoegle: forloeb.type.kle,
        klassetitel: forloeb.type.kletitel,
      },
    },
    ...('omfang' in bevilget
      ? { omfang: bevilget.omfang }
      : {
          tilbagebetalingspligtig: bevilget.mal.navn.startsWith('Lån'),
          oekonomiskEffektueringsplaner: [
            {
              id: `${bevilget.id}.1`,
              effektueringsplanStartdato: periode.fra,
              ...(periode.til === undefined ? {} : { effektueringsplanSlutdato: periode.til }),
              beregningsfrekvens: bevilget.mal.frekvens,
              forudBagud: bevilget.mal.forudBagud,
              dispositionsdag:
                bevilget.mal.frekvens === 'Engangs' ? 'Når beløbet er bevilget' : DISPOSITIONSDAG[bevilget.mal.forudBagud],
              ydelsesbeloeb: `${bevilget.kroner}.00`,
            },
          ],
        }),
  }
}

/** The grant of a matter, where it gave one. */
export function createBevilling(
  forloeb: Forloeb,
  linje: Tidslinje,
  bevilgede: readonly Bevilget[],
): Element<'bevilling'> | undefined {
  const periode = linje.bevilget
  if (!periode || !linje.afgjort || bevilgede.length === 0) return undefined
  const tid = tidPaa(forloeb, linje.afgjort, 5)
  const slut = periode.til !== undefined && periode.til < linje.idag ? tidPaa(forloeb, periode.til, 6) : undefined
  const virkning = fra(tid)
  return {
    art: 'bevilling',
    id: bevillingId(forloeb),
    tidspunkt: slut ?? tid,
    egenskaber: [
      {
        virkning,
        brugervendtNoegle: `${sagsnummer(forloeb)}-B`,
        bevillingstartdato: periode.fra,
        ...(periode.til === undefined ? {} : { bevillingslutdato: periode.til }),
        foelsomhed: forloeb.type.foelsomhed,
      },
    ],
    status: slut
      ? [
          { virkning: fra(tid, slut), statusKode: 'Aktiv' },
          { virkning: fra(slut), statusKode: 'Inaktiv' },
        ]
      : [{ virkning, statusKode: 'Aktiv' }],
    bevilgedeYdelser: bevilgede.map((bevilget) => createYdelse(forloeb, periode, bevilget)),
    bevillingssager: [{ rolle: 'Bevillingssag', referenceId: sagId(forloeb), brugervendtNoegle: sagsnummer(forloeb) }],
    bevillingsparter: [part('Ydelsesmodtager', forloeb.borger.person), part('Bevillingsmodtager', forloeb.borger.person)],
    bevillingsaktoerer: [ejer(forloeb.kommune), ansvarlig(enhedFor(forloeb))],
  }
}
