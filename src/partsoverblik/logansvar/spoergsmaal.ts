import { grundlagForKommune, kontekstForKommune, type Medarbejder } from '#adgang'
import { type Laesedeps, readForKommune } from '#adgangslog'
import { afvist, maskCpr, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import { checkBlokerende } from '#kvalitet/titeltjek'
import { spoergsmaalsmaerke } from '#overblik'
import { danskDag } from '#platform/clock'
import { type Noegler, open, seal } from '#platform/crypto'
import type { Svarafvisning } from './logansvar.errors.ts'
import {
  type BesoegRaekke,
  findBesoeg,
  findMedarbejdernavne,
  findSpoergsmaal,
  listSpoergsmaal,
  type SpoergsmaalRaekke,
  updateSvar,
} from './logansvar.sql.ts'

export type Logansvarsdeps = Laesedeps & { readonly noegler: Noegler }
export type Ansvarlig = Pick<Medarbejder, 'id' | 'cvr' | 'navn'>

/** A question in the list: what it is about is read when it is opened. */
export type Spoergsmaalslinje = Pick<SpoergsmaalRaekke, 'besoegt' | 'stillet' | 'frist' | 'svaret'> & {
  readonly id: Uuid
  readonly forSent: boolean
}

export type Spoergsmaalsvisning = Spoergsmaalslinje & {
  readonly tekst: string
  readonly svar: { readonly tekst: string; readonly tid: Tidspunkt; readonly navn: string } | undefined
  /** Who looked, when and why. Undefined where the lines have been deleted. */
  readonly besoeg: BesoegRaekke | undefined
}

const HOEJST = 200
const HOEJST_NAVNE = 5_000
const HOEJST_TEGN = 2_000

const grundlagFor = (hvem: Ansvarlig) => grundlagForKommune(hvem, 'opslagssvar')

/** What citizens have asked this municipality, those that wait first. Throws what readForKommune throws. */
export async function hentSpoergsmaal(deps: Logansvarsdeps, hvem: Ansvarlig): Promise<readonly Spoergsmaalslinje[]> {
  const [raekker] = await readForKommune(deps, grundlagFor(hvem), { hvad: 'spoergsmaal' }, [listSpoergsmaal(hvem.cvr, HOEJST)])
  return raekker.map((raekke) => toLinje(raekke, deps.clock.now()))
}

const toLinje = ({ spoergsmaal_id, besoegt, stillet, frist, svaret }: SpoergsmaalRaekke, nu: Tidspunkt): Spoergsmaalslinje => ({
  id: spoergsmaal_id,
  besoegt,
  stillet,
  frist,
  svaret,
  forSent: svaret === null && frist < danskDag(nu),
})

/** One question with the visit it is about. Undefined where there is none such of this municipality's. Throws what readForKommune throws. */
export async function hentEtSpoergsmaal(
  deps: Logansvarsdeps,
  hvem: Ansvarlig,
  id: Uuid,
): Promise<Spoergsmaalsvisning | undefined> {
  const grundlag = grundlagFor(hvem)
  const [[raekke]] = await readForKommune(deps, grundlag, { hvad: 'spoergsmaal', objekt: id }, [findSpoergsmaal(hvem.cvr, id)])
  if (!raekke) return undefined
  const { part_id, korrelation } = raekke
  const laesning = { hvad: 'spoergsmaal', objekt: id, part: part_id } as const
  const [[besoeg]] = await readForKommune(deps, grundlag, laesning, [findBesoeg(hvem.cvr, part_id, korrelation, 1)])
  const opened = (slags: 'spoergsmaal' | 'svar', bytes: Buffer) =>
    open(deps.noegler.indhold, bytes, spoergsmaalsmaerke(slags, part_id, korrelation)).toString('utf8')
  return {
    ...toLinje(raekke, deps.clock.now()),
    tekst: opened('spoergsmaal', raekke.tekst),
    svar:
      raekke.svar && raekke.svaret
        ? { tekst: opened('svar', raekke.svar), tid: raekke.svaret, navn: raekke.svaret_navn ?? '' }
        : undefined,
    besoeg,
  }
}

/** Answers; once, and without numbers or names. Throws what readForKommune throws, and DatabaseFejl. */
export async function besvarSpoergsmaal(
  deps: Logansvarsdeps,
  hvem: Ansvarlig,
  id: Uuid,
  tekst: string,
): Promise<Resultat<undefined, Svarafvisning>> {
  const grundlag = grundlagFor(hvem)
  const svar = tekst.trim()
  if (svar === '') return afvist('TEKST_MANGLER')
  if (svar.length > HOEJST_TEGN) return afvist('TEKST_FOR_LANG')
  const [[raekke]] = await readForKommune(deps, grundlag, { hvad: 'spoergsmaal', objekt: id }, [findSpoergsmaal(hvem.cvr, id)])
  if (!raekke) return afvist('FINDES_IKKE')
  if (raekke.svar) return afvist('ER_BESVARET')
  const [navne] = await deps.db.readBatch(kontekstForKommune(grundlag), [findMedarbejdernavne(hvem.cvr, HOEJST_NAVNE)])
  const fejl = checkSvar(
    svar,
    navne.map(({ navn }) => navn),
  )
  if (fejl) return afvist(fejl)
  const forseglet = seal(deps.noegler.indhold, svar, spoergsmaalsmaerke('svar', raekke.part_id, raekke.korrelation))
  const af = { tekst: forseglet, tid: deps.clock.now(), af: hvem.id, navn: hvem.navn }
  const [givet] = await deps.db.writeBatch(kontekstForKommune(grundlag), [updateSvar(hvem.cvr, id, af)])
  return givet === 1 ? ok(undefined) : afvist('ER_BESVARET')
}

/** What an answer may not hold: as a title may not, but that nobody's name is the citizen's own here. */
function checkSvar(tekst: string, medarbejdere: readonly string[]): Svarafvisning | undefined {
  if (maskCpr(tekst) !== tekst) return 'NUMMER_I_SVARET'
  const [fund] = checkBlokerende(tekst, { art: 'journalnotat', egneNavne: [], kendteNavne: medarbejdere })
  if (!fund) return undefined
  return fund.kode.startsWith('CPR') ? 'NUMMER_I_SVARET' : 'NAVN_I_SVARET'
}
