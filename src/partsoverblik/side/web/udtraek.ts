import type { Sprog } from '#web'
import { omraadenavn } from '../omraade.ts'
import type { Ting } from '../visninger.ts'
import { ord, tilstandsord } from './texts/index.ts'

/** What leaves as a file: what the list shows and no more. No number of a person, and no text of a note. */
export const toRaekker = (sprog: Sprog, ting: readonly Ting[]): (readonly string[])[] =>
  ting.map((led) => [
    ord(sprog).art[led.art],
    led.titel,
    led.nummer,
    led.kle,
    omraadenavn(led.omraade, sprog),
    tilstandsord(sprog, led.tilstand),
    led.enhed?.navn ?? '',
    led.system.navn,
    led.dag,
    led.art === 'oekonomiskEffektuering' ? (led.beloeb ?? '') : '',
    ord(sprog).foelsomhed[led.foelsomhed],
    led.aendret,
  ])

/** The same as data, with keys in the field's words. */
export const toJson = (ting: readonly Ting[]): readonly Readonly<Record<string, string | boolean | undefined>>[] =>
  ting.map((led) => ({
    id: led.id,
    art: led.art,
    titel: led.titel,
    nummer: led.nummer || undefined,
    kle: led.kle,
    omraade: led.omraade,
    tilstand: led.tilstand,
    aaben: led.aaben,
    enhed: led.enhed?.navn,
    fagsystem: led.system.navn,
    dag: led.dag,
    beloeb: led.art === 'oekonomiskEffektuering' ? led.beloeb : undefined,
    foelsomhed: led.foelsomhed,
    aendret: led.aendret,
  }))
