import type { EffektueringObjekt, Objekt } from './objekt.ts'
import type { EffektueringData } from './overblik-data.ts'

/**
 * The part's share of a payment. One that also carries out somebody else's grant, or one that we do not know, is shown without its
 * totals: they would tell what the other gets.
 */
export function egenUdbetaling(
  objekt: EffektueringObjekt,
  ophav: readonly Objekt[],
): Pick<EffektueringData, 'udbetalinger' | 'ydelser' | 'hele'> {
  const egne = new Map(ophav.flatMap((led) => (led.art === 'bevilling' ? [[led.id, led] as const] : [])))
  const ydelser = objekt.ydelser.flatMap(({ bevilling: id, ydelse, beskrivelse, fra, til, beloeb, virkning }) => {
    const bevilling = egne.get(id)
    if (!bevilling) return []
    const bevilget = bevilling.ydelser.find((led) => led.id === ydelse)
    const navn = bevilget?.navn ?? beskrivelse ?? ''
    return [{ bevilling: id, navn, kle: bevilget?.kle ?? bevilling.kle, fra, til, beloeb, virkning }]
  })
  const hele = ydelser.length === objekt.ydelser.length
  if (hele) return { udbetalinger: objekt.udbetalinger, ydelser, hele }
  const udenBeloeb = { brutto: undefined, efterSkat: undefined, sendt: undefined, udbetalt: undefined }
  return { udbetalinger: objekt.udbetalinger.map((udbetaling) => ({ ...udbetaling, ...udenBeloeb })), ydelser, hele }
}
