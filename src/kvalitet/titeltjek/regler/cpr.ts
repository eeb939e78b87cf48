import { foedselsdato } from '#kernel'
import type { Fund, Titelkontekst } from '../fund.ts'
import { type LaestTekst, stedOf, udsnit } from '../laes-tekst.ts'
import { findForm, type Talform } from './cpr-former.ts'
import { type Maerkat, maerkatVed } from './cpr-maerkat.ts'

/**
 * Personal numbers, however they are written. What counts is ten digits that hold a possible date; mod-11 is never asked for. Ten digits that a
 * word beside them calls an invoice, a P-number or the like are none, and neither are those that a longer number goes on with.
 */
export function findCpr(laest: LaestTekst, kontekst: Pick<Titelkontekst, 'cprErEgen'>): Fund[] {
  const fund: Fund[] = []
  const maerkater: (Maerkat | undefined)[] = []
  for (let i = 0; i < laest.led.length; i++) {
    if (laest.led[i]?.cifre === undefined) continue
    const maerkat = maerkatVed(laest, i, maerkater)
    maerkater[i] = maerkat
    const form = findForm(laest, i, maerkat)
    if (!form || !isNummer(form, maerkat)) continue
    fund.push({ ...vurder(form.cifre, kontekst), ...stedOf(laest, i, form.sidste), forslag: '' })
    for (let j = i + 1; j <= form.sidste; j++) maerkater[j] = maerkat
    i = form.sidste
  }
  return fund
}

/** After the word CPR also what holds no date: a mistyped number is still somebody's. */
const isNummer = (form: Talform, maerkat: Maerkat | undefined): boolean =>
  maerkat === 'cpr' || foedselsdato(form.cifre) !== undefined

function vurder(cpr: string, { cprErEgen }: Pick<Titelkontekst, 'cprErEgen'>): Pick<Fund, 'kode' | 'alvor' | 'holderTilbage'> {
  if (!cprErEgen) return { kode: 'CPR_NUMMER', alvor: 'blokerer' }
  if (cprErEgen(cpr)) return { kode: 'CPR_EGET', alvor: 'advarer' }
  return { kode: 'CPR_NUMMER', alvor: 'blokerer', holderTilbage: true }
}

const FJERNET = '[cpr-nummer]'

/** What intake left where it took a number out. Whose it was is not known any more, so somebody must look. */
export function findFjernetCpr(laest: LaestTekst): Fund[] {
  const fund: Fund[] = []
  for (let fra = laest.tekst.indexOf(FJERNET); fra >= 0; fra = laest.tekst.indexOf(FJERNET, fra + FJERNET.length)) {
    fund.push({ kode: 'CPR_FJERNET', alvor: 'advarer', ...udsnit(laest, fra, fra + FJERNET.length), forslag: '' })
  }
  return fund
}
