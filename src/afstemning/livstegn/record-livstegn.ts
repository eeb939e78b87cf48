import { type Afvist, afvist, type CvrNummer, type Ok, ok, type Tidspunkt, tidspunkt } from '#kernel'
import type { Kilde } from '#kilde'
import type { Transaktion } from '#platform/database'
import { lockBeviser, proveBeviser } from './bevis.sql.ts'
import { insertLivstegn, takeLoebenummer } from './livstegn.sql.ts'
import {
  checkLivstegn,
  type Kommunetegn,
  type Livstegn,
  type Livstegnsafvisning,
  type Livstegnssvar,
  vurderTegn,
} from './livstegn.ts'

/**
 * Takes a source's sign of life in, in the caller's transaction (role modtagelse): its number is used up, each municipality is judged while
 * deliveries for it are kept waiting, and what it proves is proved. A gap in the numbers is noted, and takes nothing away: what was lost was a
 * sign, and the counts tell whether a delivery was. Refused, nothing of it is kept. Throws DatabaseFejl.
 */
export async function recordLivstegn(
  tx: Transaktion,
  kilde: Kilde,
  livstegn: Livstegn,
  nu: Tidspunkt,
): Promise<Ok<readonly Livstegnssvar[]> | Afvist<Livstegnsafvisning>> {
  const brud = checkLivstegn(livstegn, (kommune) => maaLevereFor(kilde, kommune), nu)
  if (brud) return afvist(brud)
  const [nummer] = await tx.run(takeLoebenummer(kilde.id, livstegn, nu))
  if (!nummer) return afvist('LOEBENUMMER_BRUGT')
  const svar = await vurder(tx, kilde, livstegn.kommuner, nu)
  const beviste = livstegn.kommuner.filter((_, i) => svar[i]?.bevist)
  // By our own clock nothing can be proved of what is to come.
  const til = (led: Kommunetegn): Tidspunkt => tidspunkt(new Date(Math.min(Date.parse(led.vandmaerke), Date.parse(nu))))
  const hul = nummer.foer === null ? 0 : livstegn.loebenummer - nummer.foer - 1
  await Promise.all([
    tx.run(insertLivstegn(kilde.id, livstegn, svar, { nu, hul })),
    beviste.length > 0 &&
      tx.run(
        proveBeviser(
          kilde.id,
          beviste.map((led) => ({ kommune: led.kommune, til: til(led) })),
          nu,
        ),
      ),
  ])
  return ok(svar)
}

/**
 * A token may leave a source a part of its rights; it states nothing of the rest by it. One that is narrowed in numbers says nothing of a whole
 * municipality, which is what is proved.
 */
const maaLevereFor = ({ kommuner, afgraensning }: Kilde, kommune: CvrNummer): boolean =>
  kommuner.includes(kommune) &&
  (afgraensning === undefined ||
    afgraensning.some((led) => led.kle.length === 0 && (led.kommuner.length === 0 || led.kommuner.includes(kommune))))

async function vurder(
  tx: Transaktion,
  { id }: Kilde,
  tegn: readonly Kommunetegn[],
  nu: Tidspunkt,
): Promise<readonly Livstegnssvar[]> {
  const kommuner = tegn.map(({ kommune }) => kommune)
  const stande = await tx.run(lockBeviser(id, kommuner))
  const standFor = new Map(stande.map((stand) => [stand.kommune, stand]))
  return tegn.map((led) => {
    const stand = standFor.get(led.kommune)
    if (!stand) throw new TypeError('A proof was locked and not found')
    return vurderTegn(
      led,
      {
        modtaget: stand.modtaget,
        nyeste: stand.nyeste ?? undefined,
        forskydning: stand.forskydning ?? undefined,
        afstemt: stand.afstemt ?? undefined,
      },
      nu,
    )
  })
}
