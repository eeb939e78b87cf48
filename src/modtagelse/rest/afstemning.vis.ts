import type { AfstemningRaekke, Afstemningsresultat, Forskel, ForskelRaekke } from '#afstemning/fortegnelse'
import type { Tidspunkt } from '#kernel'

type Vist = Forskel & { readonly afgjort?: Tidspunkt | undefined }

const uden = <T extends Vist>({ slags: _, afgjort, ...resten }: T) => ({ ...resten, ...(afgjort ? { afgjort } : {}) })

/** Differences as the source reads them: a list of each kind. */
const toLister = (forskelle: readonly Vist[]) => ({
  manglerHer: forskelle.filter((led) => led.slags === 'manglerHer').map(uden),
  manglerHosKilden: forskelle.filter((led) => led.slags === 'manglerHosKilden').map(uden),
  forskellige: forskelle.filter((led) => led.slags === 'forskellig').map(uden),
})

export const toResultat = ({ tilstand, bevist, forskelle, iBevaegelse, afkortet }: Afstemningsresultat) => ({
  stemmer: tilstand === 'stemmer',
  bevist,
  ...toLister(forskelle),
  iBevaegelse,
  afkortet,
})

const toForskel = ({ objekt_id: id, slags, tidspunkt_kilde, tidspunkt_her, hvorfor, afgjort }: ForskelRaekke): Vist =>
  ({
    slags,
    id,
    ...(tidspunkt_kilde ? { tidspunkt: tidspunkt_kilde } : {}),
    ...(tidspunkt_her ? { her: tidspunkt_her } : {}),
    ...(hvorfor ? { hvorfor } : {}),
    afgjort: afgjort ?? undefined,
  }) as Vist

/** What a source stated and what came of it, as it is kept. One that has not ended when it could no more be gone on with was interrupted. */
export const toKildeafstemning = (raekke: AfstemningRaekke, forskelle: readonly ForskelRaekke[], afbrudtFoer: Tidspunkt) => ({
  afstemning: raekke.afstemning_id,
  kommune: raekke.kommune,
  tidspunkt: raekke.tidspunkt,
  paabegyndt: raekke.paabegyndt,
  tilstand: raekke.tilstand === 'igang' && raekke.paabegyndt < afbrudtFoer ? 'afbrudt' : raekke.tilstand,
  sendt: raekke.sendt,
  antalKilde: raekke.antal_kilde,
  antalHer: raekke.antal_her,
  rod: raekke.rod,
  udsagn: raekke.udsagn,
  ...(raekke.signatur && raekke.kid ? { signatur: raekke.signatur, kid: raekke.kid } : {}),
  stemmer: raekke.tilstand === 'stemmer',
  bevist: raekke.bevist,
  ...toLister(forskelle.map(toForskel)),
  iBevaegelse: raekke.i_bevaegelse,
  afkortet: raekke.afkortet,
})

/** What the source is asked to do about a difference. */
export function toOenske(raekke: ForskelRaekke) {
  const { slags, ...felter } = toForskel(raekke)
  const { afgjort: _, ...resten } = felter
  return {
    afstemning: raekke.afstemning_id,
    kommune: raekke.kommune,
    hvad: slags === 'manglerHosKilden' ? 'fjern' : 'lever',
    ...resten,
  }
}
