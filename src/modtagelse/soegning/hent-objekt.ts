import { grundlagForKilde } from '#adgang'
import { readForKilde } from '#adgangslog'
import { afvist, ok, type Resultat, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { type Soegedeps, toFund } from './soeg.ts'
import { findEgne, listRegistreringer } from './soegning.sql.ts'
import type { Fund } from './soegning.ts'

/** So many registrations are answered, the newest ones; an object seldom has more than a few. */
const HOEJST_HISTORIK = 100

/** An object as the index holds it for its Master, and what it was before: the newest registrations, the current one first. */
export type Objektsvar = { readonly gaeldende: Fund; readonly historik: readonly Fund[] | undefined }

/**
 * What the index holds of one object for the source that is its Master. Another's, one outside the source's municipalities or numbers, and one that there
 * is none of answer alike. Logged as soeg. Throws as soeg does.
 */
export async function hentObjekt(
  deps: Soegedeps,
  kilde: Kilde,
  id: Uuid,
  medHistorik: boolean,
): Promise<Resultat<Objektsvar, 'FINDES_IKKE'>> {
  const grundlag = grundlagForKilde(kilde)
  return readForKilde<Resultat<Objektsvar, 'FINDES_IKKE'>>(
    deps,
    grundlag,
    { hvad: 'egneLeverancer', objekt: id },
    async (laeser) => {
      const [[raekke], tidligere] = await laeser.read([
        findEgne(kilde.id, [id], grundlag.rettigheder),
        listRegistreringer(kilde.id, id, medHistorik ? HOEJST_HISTORIK : 0),
      ])
      if (!raekke) return { svar: afvist('FINDES_IKKE'), parter: new Map() }
      const { fund, parter } = await toFund(deps, [raekke, ...tidligere], undefined)
      const [gaeldende, ...historik] = fund
      if (!gaeldende) throw new TypeError('A row became nothing')
      return { svar: ok({ gaeldende, historik: medHistorik ? historik : undefined }), parter }
    },
  )
}
