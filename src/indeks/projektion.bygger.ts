import { id, kl12 } from '../../test/byggere/indeks.ts'
import { afhaengighederAf, type GaeldendeObjekt, type Objekt } from './objekt.ts'
import { type OverblikRaekke, projectObjekt } from './projektion.ts'

/** The object as it stands when it was sent once. */
export const toGaeldende = (led: Objekt, tidspunkt = kl12('2026-01-01')): GaeldendeObjekt => ({
  objekt: led,
  art: led.art,
  master: id('fagsystem'),
  kilde: id('fagsystem'),
  tidspunkt,
  hash: '',
  modtaget: tidspunkt,
  foerstModtaget: tidspunkt,
  raekker: [],
})

/** All rows that follow from the objects, found by the names of item and part. */
export function project(objekter: readonly (Objekt | GaeldendeObjekt)[]) {
  const raekker = projectAlle(objekter)
  return (item: string, navn: string): OverblikRaekke | undefined =>
    raekker.find((raekke) => raekke.item === id(item) && raekke.part === id(navn))
}

export function projectAlle(objekter: readonly (Objekt | GaeldendeObjekt)[]): OverblikRaekke[] {
  const alle = new Map(objekter.map((led) => ('objekt' in led ? led : toGaeldende(led))).map((led) => [led.objekt.id, led]))
  const kanter = [...alle.values()].flatMap((led) => afhaengighederAf(led.objekt))
  return [...alle.values()].flatMap((led) =>
    projectObjekt(
      led,
      (fundet) => alle.get(fundet),
      kanter.filter((kant) => kant.objekt === led.objekt.id).map((kant) => kant.af),
    ),
  )
}
