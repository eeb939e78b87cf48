import { type Art, ok, type Resultat, type Uuid } from '#kernel'
import type { Fund, Soegeafvisning } from '../../soegning/index.ts'
import type { Soapkald } from './tjeneste.ts'

/** So many are asked for at once; where they are too many bytes together, half as many. */
const AD_GANGEN = 100
/** So many characters are brought together for one answer. */
const HOEJST_TEGN = 32 * 1024 * 1024

/** Finds the source's own objects of these ids, however many there are. Refused where they would be too much for one answer. */
export async function soegIder(
  { soeg }: Pick<Soapkald, 'soeg'>,
  art: Art,
  ider: readonly Uuid[],
  vis: readonly string[] | undefined,
): Promise<Resultat<readonly Fund[], Soegeafvisning>> {
  const fund: Fund[] = []
  let tegn = 0
  for (let fra = 0, antal = AD_GANGEN; fra < ider.length; ) {
    const svar = await soeg({ arter: [art], ider: ider.slice(fra, fra + antal), vis })
    if (!svar.ok && svar.afvisning === 'SOEGNING_FOR_BRED' && antal > 1) {
      antal = Math.ceil(antal / 2)
      continue
    }
    if (!svar.ok) return svar
    fund.push(...svar.value.fund)
    tegn += svar.value.fund.reduce((sum, { element }) => sum + JSON.stringify(element).length, 0)
    if (tegn > HOEJST_TEGN) return { ok: false, afvisning: 'SOEGNING_FOR_BRED' }
    fra += antal
  }
  return ok(fund)
}
