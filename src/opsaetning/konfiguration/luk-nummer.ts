import type { Medarbejder } from '#adgang'
import { afvist, isUnderPraefiks, type KlePraefiks, ok, type Resultat, type Tidspunkt } from '#kernel'
import { type KleKonfiguration, type Opsaetning, readOpsaetning, writeKonfigurationer } from '#visning'
import { withVersioner } from './anvend.ts'
import { AENDRER } from './decide-udkast.ts'
import { indholdAf } from './indhold.ts'
import { isIndsnaevring } from './indsnaevring.ts'
import type { Konfigurationsafvisning } from './konfiguration.errors.ts'
import { findSenesteAendring, insertAendring } from './konfiguration.sql.ts'
import type { Konfigurationsdeps } from './ret-udkast.ts'
import type { Linjevirkning } from './udkast.ts'
import type { Aendringsindhold } from './udkastlager.ts'

/**
 * The versions that close a number and all that lies below it, now and whenever something below it, or itself, was to be opened later.
 * Empty where nothing of it is open, nor to be. Pure.
 */
export function lukkeversioner(
  opsaetning: Opsaetning,
  kommune: KleKonfiguration['kommune'],
  kle: KlePraefiks,
  nu: Tidspunkt,
): readonly KleKonfiguration[] {
  const egne = opsaetning.versionerFor(kommune)
  const under = [...new Set(egne.map((version) => version.kle))].filter((en) => en !== kle && isUnderPraefiks(en, kle))
  const nuAabne = [kle, ...under].flatMap((en) => {
    const version = opsaetning.konfigurationFor(kommune, en, nu)
    return version?.aaben ? [lukket({ ...version, kle: en, gaelderFra: nu })] : []
  })
  const kommende = egne.filter((version) => version.gaelderFra > nu && version.aaben)
  const egneKommende = kommende.filter((version) => isUnderPraefiks(version.kle, kle)).map(lukket)
  // Above it something is to be opened later: closed from now on in its own name, it is not opened with that.
  const medOver = kommende.some((version) => version.kle !== kle && isUnderPraefiks(kle, version.kle))
  const egenNu = nuAabne.some((version) => version.kle === kle) || egne.some((v) => v.kle === kle && v.gaelderFra <= nu)
  const lukning = medOver && !egenNu ? [{ kommune, kle, gaelderFra: nu, ...indholdAf(undefined) }] : []
  return [...nuAabne, ...lukning, ...egneKommende]
}

const lukket = (version: KleKonfiguration): KleKonfiguration => ({ ...version, aaben: false, juristAabnet: false })

/**
 * One person closes a number with all below it, at once. Sent twice it is closed once. Throws DatabaseFejl, SnapshotFejl.
 */
export async function lukNummer(
  { db, clock, opsaetning }: Konfigurationsdeps,
  person: Medarbejder,
  { kle, aarsag }: { readonly kle: KlePraefiks; readonly aarsag: string },
): Promise<Resultat<number, Konfigurationsafvisning>> {
  if (!person.roller.includes(AENDRER)) return afvist('IKKE_DIN_ROLLE')
  const kommune = person.cvr
  const svar = await db.transaction({ rolle: 'opsaetning' }, async (tx): Promise<Resultat<number, Konfigurationsafvisning>> => {
    const nu = clock.now()
    const [seneste] = await tx.run(findSenesteAendring(kommune))
    const gaeldende = await readOpsaetning(tx)
    const nye = lukkeversioner(gaeldende, kommune, kle, nu)
    if (nye.length === 0) return afvist('ER_LUKKET')
    const foer = gaeldende.versionerFor(kommune)
    if (!isIndsnaevring(foer, withVersioner(foer, nye), kommune, nu)) return afvist('KRAEVER_TO')
    const nr = (seneste?.nr ?? 0) + 1
    const indhold: Aendringsindhold = { navn: kle, aarsag, gaelderFra: nu, linjer: toLinjer(gaeldende, nye, nu) }
    const raekke = { kommune, nr, tid: nu, slags: 'indsnaevring', udkast_id: null, data: indhold } as const
    const skrevet = await tx.count(insertAendring({ ...raekke, medarbejder_id: person.id, medarbejder_navn: person.navn }))
    if (skrevet !== 1) return afvist('ANDEN_VAR_FOERST')
    await writeKonfigurationer(tx, nye)
    return ok(nr)
  })
  if (svar.ok) await opsaetning.refresh()
  return svar
}

/** Each number once, with what held for it when it was closed. */
function toLinjer(gaeldende: Opsaetning, nye: readonly KleKonfiguration[], nu: Tidspunkt): readonly Linjevirkning[] {
  const numre = new Map(nye.toReversed().map((version) => [version.kle, version]))
  return [...numre.values()].map((version) => ({
    kle: version.kle as KlePraefiks,
    foer: indholdAf(gaeldende.konfigurationFor(version.kommune, version.kle, nu)),
    efter: indholdAf(version),
  }))
}
