import type { Medarbejder, Rolle } from '#adgang'
import { afvist, type KlePraefiks, ok, parseKleEmne, type Resultat, type Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import { isLukketNummer } from './anvend.ts'
import { UDGANGSPUNKT } from './indhold.ts'
import type { Konfigurationsafvisning } from './konfiguration.errors.ts'
import type { Linje, Linjevirkning, Udkast, Udkasthaendelse, Udkastskridt } from './udkast.ts'

/** Who may change what is shown. */
export const AENDRER: Rolle = 'projektansvarlig'
/** More numbers than this nobody reads through before approving. */
export const HOEJST_LINJER = 500

/** A step that somebody asks for. `hash` names what was on the page. */
export type Udkastkommando =
  | { readonly type: 'omdoeb'; readonly navn: string; readonly begrundelse: string; readonly ikraft: string | undefined }
  | { readonly type: 'saetLinje'; readonly linje: Linje }
  | { readonly type: 'fjernLinje'; readonly kle: KlePraefiks }
  | { readonly type: 'indlaes'; readonly linjer: readonly Linje[] }
  | { readonly type: 'foreslaa'; readonly hash: string; readonly aarsag: string }
  | { readonly type: 'traekTilbage'; readonly aarsag: string }
  | { readonly type: 'kasser'; readonly aarsag: string }
  | { readonly type: 'godkend'; readonly hash: string }
  | { readonly type: 'gennemfoerAlene'; readonly hash: string; readonly aarsag: string }

/** What the decision stands on besides the draft, as of now. */
export type Udkastfakta = {
  readonly nu: Tidspunkt
  /** What the draft's lines do to the configuration in force, and the hash of that. */
  readonly linjer: readonly Linjevirkning[]
  readonly hash: string
  /** Nothing can appear by it. */
  readonly indsnaevrer: boolean
  /** Whether the one who proposed it is a project lead still. */
  readonly foreslaaerHarRolle: boolean
  /** The number that the change gets where it is put into force. */
  readonly naesteAendring: number
}

type Svar = Resultat<Udkastskridt, Konfigurationsafvisning>

/** Decides whether the step may be taken, by this person, now. Pure. That the draft is the person's municipality's is for who found it. */
export function decideUdkast(
  udkast: Udkast,
  person: Pick<Medarbejder, 'id' | 'roller'>,
  kommando: Udkastkommando,
  fakta: Udkastfakta,
): Svar {
  if (!person.roller.includes(AENDRER)) return afvist('IKKE_DIN_ROLLE')
  if (udkast.tilstand === 'gennemfoert' || udkast.tilstand === 'kasseret') return afvist('ER_AFSLUTTET')
  switch (kommando.type) {
    case 'kasser':
      return ok({ type: 'kasseret', aarsag: kommando.aarsag })
    case 'traekTilbage':
      return udkast.forslag ? ok({ type: 'trukketTilbage', aarsag: kommando.aarsag }) : afvist('ER_IKKE_FORESLAAET')
    case 'godkend':
      return decideGodkendelse(udkast, person, kommando.hash, fakta)
    default:
      return udkast.forslag ? afvist('ER_FORESLAAET') : decideAabent(udkast, kommando, fakta)
  }
}

type Aabent = Exclude<Udkastkommando, { type: 'kasser' | 'traekTilbage' | 'godkend' }>

function decideAabent(udkast: Udkast, kommando: Aabent, fakta: Udkastfakta): Svar {
  switch (kommando.type) {
    case 'omdoeb': {
      const { navn, begrundelse, ikraft } = kommando
      if (isPasseret(ikraft, fakta)) return afvist('DATO_PASSERET')
      return ok({ type: 'omdoebt', navn, begrundelse, ...(ikraft === undefined ? {} : { ikraft }) })
    }
    case 'saetLinje':
      return unlessTooMany(udkast, [kommando.linje], { type: 'linjeSat', ...kommando.linje })
    case 'indlaes':
      if (kommando.linjer.length === 0) return afvist('INTET_AT_FORESLAA')
      return unlessTooMany(udkast, kommando.linjer, { type: 'indlaest', linjer: kommando.linjer })
    case 'fjernLinje':
      return udkast.linjer.some(({ kle }) => kle === kommando.kle)
        ? ok({ type: 'linjeFjernet', kle: kommando.kle })
        : afvist('FINDES_IKKE')
    case 'foreslaa': {
      const fejl = fejlVedIkraft(udkast, kommando.hash, fakta)
      const { hash, aarsag } = kommando
      return fejl ? afvist(fejl) : ok({ type: 'foreslaaet', hash, aarsag, linjer: fakta.linjer })
    }
    case 'gennemfoerAlene': {
      const fejl = fejlVedIkraft(udkast, kommando.hash, fakta)
      if (fejl) return afvist(fejl)
      if (!fakta.indsnaevrer) return afvist('KRAEVER_TO')
      if (udkast.ikraft !== undefined) return afvist('KUN_STRAKS')
      return ok({ type: 'gennemfoert', hash: kommando.hash, aendring: fakta.naesteAendring })
    }
  }
}

function unlessTooMany(udkast: Udkast, nye: readonly Linje[], skridt: Udkastskridt): Svar {
  const numre = new Set([...udkast.linjer, ...nye].map(({ kle }) => kle))
  return numre.size > HOEJST_LINJER ? afvist('FOR_MANGE_LINJER') : ok(skridt)
}

/** Another than who proposed it and whoever edited it, on exactly what was proposed, which must still do exactly what it did then. */
function decideGodkendelse(udkast: Udkast, person: Pick<Medarbejder, 'id'>, hash: string, fakta: Udkastfakta): Svar {
  const { forslag } = udkast
  if (!forslag) return afvist('ER_IKKE_FORESLAAET')
  if (forslag.af.id === person.id) return afvist('KRAEVER_TO')
  if (udkast.redaktoerer.has(person.id)) return afvist('HAR_RETTET')
  if (!fakta.foreslaaerHarRolle) return afvist('FORSLAGSSTILLER_UDEN_ROLLE')
  if (hash !== forslag.hash) return afvist('AENDRET_SIDEN_FORSLAG')
  if (fakta.hash !== forslag.hash) return afvist('FORAELDET')
  const fejl = fejlVedIkraft(udkast, hash, fakta)
  return fejl ? afvist(fejl) : ok({ type: 'gennemfoert', hash, aendring: fakta.naesteAendring })
}

function fejlVedIkraft(udkast: Udkast, hash: string, fakta: Udkastfakta): Konfigurationsafvisning | undefined {
  if (fakta.linjer.length === 0) return 'INTET_AT_FORESLAA'
  if (isPasseret(udkast.ikraft, fakta)) return 'DATO_PASSERET'
  if (hash !== fakta.hash) return 'ANDEN_VAR_FOERST'
  return fakta.linjer.map(fejlILinje).find((fejl) => fejl !== undefined)
}

const isPasseret = (ikraft: string | undefined, { nu }: Udkastfakta): boolean => ikraft !== undefined && ikraft <= danskDag(nu)

/** What keeps a line from coming into force, or undefined. */
export function fejlILinje({ kle, efter }: Linjevirkning): Konfigurationsafvisning | undefined {
  if (!efter.aaben) return undefined
  if (isLukketNummer(kle)) {
    if (parseKleEmne(kle) === undefined) return 'KUN_ENKELTNUMRE'
    if (!efter.juristAabnet) return 'JURIST_MANGLER'
  }
  if (efter.fradato >= UDGANGSPUNKT.fradato) return 'FRADATO_MANGLER'
  return efter.kvalitetskrav === 'stikproeve' && efter.stikproeve < 1 ? 'STIKPROEVE_MANGLER' : undefined
}

/** True where the step that the form asks for is the one that came right after what the form stands on, by the same person: sent twice. */
export function isGentagelse(
  { af, skridt }: Udkasthaendelse,
  person: Pick<Medarbejder, 'id'>,
  kommando: Udkastkommando,
): boolean {
  if (af.id !== person.id) return false
  switch (kommando.type) {
    case 'omdoeb':
      return skridt.type === 'omdoebt' && skridt.navn === kommando.navn && skridt.ikraft === kommando.ikraft
    case 'saetLinje':
      return skridt.type === 'linjeSat' && isSame(withoutType(skridt), kommando.linje)
    case 'fjernLinje':
      return skridt.type === 'linjeFjernet' && skridt.kle === kommando.kle
    case 'indlaes':
      return skridt.type === 'indlaest' && isSame(skridt.linjer, kommando.linjer)
    case 'foreslaa':
      return skridt.type === 'foreslaaet' && skridt.hash === kommando.hash
    case 'traekTilbage':
      return skridt.type === 'trukketTilbage'
    case 'kasser':
      return skridt.type === 'kasseret'
    case 'godkend':
    case 'gennemfoerAlene':
      return skridt.type === 'gennemfoert' && skridt.hash === kommando.hash
  }
}

const withoutType = ({ type: _, ...linje }: { readonly type: string } & Linje): Linje => linje

/** The database gives objects back with their fields in another order. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (vaerdi: unknown): unknown => {
  if (Array.isArray(vaerdi)) return vaerdi.map(sorted)
  if (typeof vaerdi !== 'object' || vaerdi === null) return vaerdi
  return Object.entries(vaerdi)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([navn, led]) => [navn, sorted(led)])
}
