import type { CprNummer, CvrNummer, Uuid } from '#kernel'
import { KORSBAEK } from './kommuner.ts'
import { SAGSBEHANDLERE } from './sagsbehandlere.ts'
import type { Navngivne } from './testpersoner/borgere.ts'

/** Somebody on a municipality's list of whom it employs; with the id they log in by where they are somebody at work here. */
export type Demoansat = { readonly kommune: CvrNummer; readonly cpr: CprNummer; readonly medarbejder: Uuid | undefined }

/**
 * So that an alarm can be seen to come: Sofie Lindholm, at work with children, who looks herself up, or one of her own family; and Mads Kjærgaard,
 * a colleague to everybody in Korsbæk.
 */
export const createAnsatte = ({ mor, jobsoeger }: Navngivne): readonly Demoansat[] =>
  [mor.person, jobsoeger.person].map(({ cpr, navn }) => ({
    kommune: KORSBAEK.cvr,
    cpr,
    medarbejder: SAGSBEHANDLERE.find((en) => en.navn === navn && en.kommune.cvr === KORSBAEK.cvr)?.id,
  }))
