import { readForDrift } from '#adgangslog'
import { type Art, alder, type CvrNummer, type Driftsgrundlag, type Tidspunkt, type Uuid } from '#kernel'
import type { Ordvalg } from '#klassifikation'
import { danskDag } from '#platform/clock'
import { explainVisning, type Saetning, type Visningsforklaring } from '#visning'
import { type Billede, createBillede } from './billede.ts'
import { type Afgoerelsesgrundlag, readSammenhaeng, type Synsvinkel, synsvinkler, toFakta, toKontekst } from './fakta.ts'
import { ordOf } from './forklar-ord.ts'
import { explainTitel, type Titelforklaring } from './forklar-titel.ts'
import type { Billeddeps } from './hent.ts'
import { findBarn, findOverblik, findVisningsvalg, type OverblikRaekke } from './overblik.sql.ts'
import { type Forklaringsgrund, findSkjulegrund, isPaaSag } from './synlige.ts'
import { readVisningsvalg } from './titelviden.ts'
import type { Tosproget } from './visninger.ts'

/** Whose eyes: the person's own, or those of somebody with custody of them. */
export type Betragter = 'egen' | 'foraeldremyndighed'

/** One way of looking at the item, and what each rule says of it. */
export type Vinkelforklaring = Visningsforklaring & {
  /** 'egen': the item by its own number. 'sag': on one of its cases. 'ydelse': one granted benefit by its number. */
  readonly som: 'egen' | 'sag' | 'ydelse'
  readonly sag: Uuid | undefined
  readonly kommune: CvrNummer
  readonly kle: string
  /** Only where som is 'sag': whether that case is itself shown. */
  readonly sagenVises: boolean | undefined
}

/** Why an item is shown to a part or not. For the operator, never for the citizen: a reason tells that something is hidden. */
export type Forklaring = {
  readonly objekt: Uuid
  readonly art: Art
  readonly vises: boolean
  readonly grund: Forklaringsgrund | undefined
  readonly forklaring: Saetning
  /** What would have to change; undefined where it is shown. */
  readonly aendring: Saetning | undefined
  /** The words that the citizen reads; undefined where it is hidden. */
  readonly ord: { readonly titel: Tosproget; readonly tilstand: string | undefined } | undefined
  /** Whose words those are, and why; undefined where it is hidden, or is of a kind that has no title. */
  readonly titelvalg: Titelforklaring | undefined
  readonly vinkler: readonly Vinkelforklaring[]
}

export type Forklaringsdeps = Pick<Billeddeps, 'db' | 'log' | 'clock' | 'opsaetning' | 'ordvalg'>

/**
 * Reads about the ground's part, logs it, and explains the item. Undefined where no such item is about the part, which is the same answer
 * whether it exists or not. Throws what readForDrift throws, and SnapshotFejl where the configuration is not known.
 */
export async function forklarVisning(
  deps: Forklaringsdeps,
  grundlag: Driftsgrundlag,
  objekt: Uuid,
  betragter: Betragter = 'egen',
): Promise<Forklaring | undefined> {
  const nu = deps.clock.now()
  const [opsaetning, ordvalg] = await Promise.all([deps.opsaetning.current(), deps.ordvalg.current()])
  const [raekker, personer, [visningsvalg]] = await readForDrift(deps, grundlag, { hvad: 'forklaring', objekt }, [
    findOverblik(grundlag.part),
    findBarn(grundlag.part),
    findVisningsvalg(grundlag.part),
  ])
  const raekke = raekker.find(({ item_id }) => item_id === objekt)
  const foedt = personer[0]?.foedt
  return raekke
    ? explainRaekke(
        raekke,
        raekker,
        {
          nu,
          grund: betragter,
          alder: foedt === undefined ? undefined : alder(foedt, danskDag(nu)),
          opsaetning,
          ...readVisningsvalg(visningsvalg, []),
          ...readSammenhaeng(raekker, nu),
        },
        ordvalg,
      )
    : undefined
}

/** Pure: the decision is the pages' own, made by createBillede, and the explanation stands beside it. */
export function explainRaekke(
  raekke: OverblikRaekke,
  raekker: readonly OverblikRaekke[],
  grundlag: Afgoerelsesgrundlag,
  ordvalg: Ordvalg,
): Forklaring {
  const billede = createBillede(raekker, grundlag, ordvalg)
  return explainI(billede, raekke, ordOf(billede, raekke.item_id))
}

/** The same within a picture that is made; `ord` is how the item is named in it, undefined where it is not. */
export function explainI(billede: Billede, raekke: OverblikRaekke, ord: Forklaring['ord']): Forklaring {
  const { grundlag } = billede
  const vinkler = [
    ...synsvinkler(raekke, grundlag.nu).map((vinkel) => explainVinkel(raekke, vinkel, grundlag, billede)),
    ...ydelsesvinkler(raekke, grundlag.nu).map((vinkel) => ({
      ...explainVinkel(raekke, vinkel, grundlag, billede),
      som: 'ydelse' as const,
    })),
  ]
  const titelvalg = ord && explainTitel(billede, raekke.item_id)
  const fund = { objekt: raekke.item_id, art: raekke.art, ord, titelvalg, vinkler }
  return ord
    ? { ...fund, vises: true, grund: undefined, forklaring: VISES, aendring: undefined }
    : { ...fund, vises: false, ...whyNot(findSkjulegrund(raekke, billede), vinkler) }
}

function explainVinkel(
  raekke: OverblikRaekke,
  vinkel: Synsvinkel,
  grundlag: Afgoerelsesgrundlag,
  billede: Billede,
): Vinkelforklaring {
  const { sag, kommune, kle } = vinkel
  const somSag = isPaaSag(raekke)
  return {
    som: somSag ? 'sag' : 'egen',
    sag: sag?.id,
    kommune,
    kle,
    sagenVises: somSag ? sag !== undefined && billede.efterId.has(sag.id) : undefined,
    ...explainVisning(toFakta(raekke, vinkel, grundlag), toKontekst(vinkel, grundlag)),
  }
}

/** A grant's or payment's benefits, each with a number of its own where it has one. */
function ydelsesvinkler(raekke: OverblikRaekke, nu: Tidspunkt): Synsvinkel[] {
  const { data } = raekke
  if (data.art !== 'bevilling' && data.art !== 'oekonomiskEffektuering') return []
  const [vinkel] = synsvinkler(raekke, nu)
  const numre = new Set(data.ydelser.flatMap(({ kle }) => (kle === undefined || kle === vinkel?.kle ? [] : [kle])))
  return vinkel ? [...numre].map((kle) => ({ ...vinkel, kle })) : []
}

function whyNot(
  grund: Forklaringsgrund,
  vinkler: readonly Vinkelforklaring[],
): Pick<Forklaring, 'grund' | 'forklaring' | 'aendring'> {
  if (grund === 'SAGEN_VISES_IKKE') return { grund, ...SAGEN_VISES_IKKE }
  if (grund === 'INGEN_YDELSE_VISES') return { grund, ...INGEN_YDELSE_VISES }
  const skjult = vinkler.find(({ afgoerelse }) => !afgoerelse.vises && afgoerelse.grund === grund)
  const regel = skjult?.regler.find((led) => led.grund === grund)
  return { grund, forklaring: regel?.forklaring ?? SKJULT, aendring: regel?.aendring }
}

const VISES: Saetning = { da: 'Det vises for borgeren.', en: 'It is shown to the citizen.' }
const SKJULT: Saetning = { da: 'Det vises ikke for borgeren.', en: 'It is not shown to the citizen.' }
const SAGEN_VISES_IKKE = {
  forklaring: {
    da: 'Det kunne vises, men sagen, som det står på, vises ikke.',
    en: 'It could be shown, but the case that it stands on is not.',
  },
  aendring: { da: 'Se, hvorfor sagen ikke vises, og ret det.', en: 'See why the case is not shown, and mend that.' },
}
const INGEN_YDELSE_VISES = {
  forklaring: {
    da: 'Ingen af ydelserne gælder og må vises: efter deres eget KLE-nummer, og for udbetalinger også efter bevillingen.',
    en: 'None of the benefits holds and may be shown: by its own KLE number, and for payments by the grant too.',
  },
  aendring: {
    da: 'Kommunen skal åbne KLE-nummeret for mindst én af ydelserne, og bevillingen skal kunne vises.',
    en: 'The municipality must open the KLE number of at least one of the benefits, and the grant must be such that it can be shown.',
  },
}
