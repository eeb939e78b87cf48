import fc from 'fast-check'
import { BEGGE, type En, OBJEKTER, type Tilstand } from './verden.ts'

/** One thing that happens. Numbers choose among what there is at the time, so that every history can be lived through. */
export type Traek =
  | { readonly hvad: 'tilslut'; readonly kilde: En }
  | { readonly hvad: 'registrer'; readonly objekt: number; readonly aendring: Partial<Tilstand> }
  /** `orden` chooses which of what waits goes first: another than 0 is a delay of the others. */
  | {
      readonly hvad: 'lever'
      readonly kilde: En
      readonly antal: number
      readonly orden: number
      readonly udfald: Leveringsudfald
    }
  /** The source says that a refused line is settled, and has not sent it. */
  | { readonly hvad: 'afgoer'; readonly kilde: En }
  | { readonly hvad: 'afstem'; readonly kilde: En; readonly kommune: En }
  | { readonly hvad: 'livstegn'; readonly kilde: En; readonly kommune: En }
  | { readonly hvad: 'spaer'; readonly kilde: En; readonly spaerret: boolean }
  | { readonly hvad: 'aabn'; readonly kommune: En; readonly omraade: En; readonly aaben: boolean }
  | { readonly hvad: 'visDokumenter'; readonly vises: boolean }
  /** Which kinds of system the municipalities say could hold such things. */
  | { readonly hvad: 'forvent'; readonly slags: 'begge' | 'anden' | 'ingen' }
  | { readonly hvad: 'tid'; readonly minutter: number }
  /** What the server remembers of coverage is read anew. */
  | { readonly hvad: 'genlaes' }
  /** A page that is made in three steps, between which anything may happen. */
  | { readonly hvad: 'side'; readonly trin: 'begynd' | 'laes' | 'sig' }
  /** A page that is made at once. */
  | { readonly hvad: 'heleSiden' }
/** 'tabt': never came, though the source believes so. 'udenKvittering': came, and the source does not know. */
export type Leveringsudfald = 'taget' | 'afvist' | 'tabt' | 'udenKvittering'

const en = fc.constantFrom<En>(0, 1)
const aendring: fc.Arbitrary<Partial<Tilstand>> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ borger: en, undtaget: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ undtaget: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ omraade: en }) },
  { weight: 1, arbitrary: fc.record({ kommune: en }) },
  { weight: 1, arbitrary: fc.constant({ findes: false }) },
)
const traek: fc.Arbitrary<Traek> = fc.oneof(
  { weight: 7, arbitrary: fc.record({ hvad: fc.constant('registrer' as const), objekt: fc.nat(OBJEKTER.length - 1), aendring }) },
  {
    weight: 7,
    arbitrary: fc.record({
      hvad: fc.constant('lever' as const),
      kilde: en,
      antal: fc.constantFrom(9, 9, 2, 1),
      orden: fc.constantFrom(0, 0, 0, 1, 2),
      udfald: fc.constantFrom<Leveringsudfald>('taget', 'taget', 'taget', 'taget', 'taget', 'afvist', 'tabt', 'udenKvittering'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ hvad: fc.constant('afstem' as const), kilde: en, kommune: en }) },
  { weight: 6, arbitrary: fc.record({ hvad: fc.constant('livstegn' as const), kilde: en, kommune: en }) },
  { weight: 4, arbitrary: fc.record({ hvad: fc.constant('genlaes' as const) }) },
  { weight: 5, arbitrary: fc.record({ hvad: fc.constant('heleSiden' as const) }) },
  {
    weight: 7,
    arbitrary: fc.record({
      hvad: fc.constant('side' as const),
      trin: fc.constantFrom('begynd' as const, 'laes' as const, 'sig' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ hvad: fc.constant('tid' as const), minutter: fc.constantFrom(1, 20, 90, 90, 600, 2_000) }),
  },
  { weight: 1, arbitrary: fc.record({ hvad: fc.constant('tilslut' as const), kilde: en }) },
  { weight: 1, arbitrary: fc.record({ hvad: fc.constant('afgoer' as const), kilde: en }) },
  { weight: 1, arbitrary: fc.record({ hvad: fc.constant('spaer' as const), kilde: en, spaerret: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      hvad: fc.constant('aabn' as const),
      kommune: en,
      omraade: en,
      aaben: fc.constantFrom(true, true, false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ hvad: fc.constant('visDokumenter' as const), vises: fc.constantFrom(true, true, false) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      hvad: fc.constant('forvent' as const),
      slags: fc.constantFrom('begge' as const, 'anden' as const, 'anden' as const, 'ingen' as const),
    }),
  },
)

const par = BEGGE.flatMap((kilde) => BEGGE.map((kommune) => ({ kilde, kommune })))
const alt = (kilde: En): Traek => ({ hvad: 'lever', kilde, antal: 9, orden: 0, udfald: 'taget' })

/** Both sources connected and in agreement, with nothing yet: then what is told is true from the start, and everything else can happen. */
const BEGYNDELSE: readonly Traek[] = [
  { hvad: 'tilslut', kilde: 0 },
  { hvad: 'tilslut', kilde: 1 },
  ...par.map((led): Traek => ({ hvad: 'afstem', ...led })),
  { hvad: 'genlaes' },
]
/** All is sent and confirmed, and known of. */
const RO: readonly Traek[] = [
  ...BEGGE.map(alt),
  ...par.map((led): Traek => ({ hvad: 'livstegn', ...led })),
  { hvad: 'genlaes' },
  { hvad: 'heleSiden' },
]

/** Something changes at a source and is sent at once. */
const straks: fc.Arbitrary<readonly Traek[]> = fc
  .record({ objekt: fc.nat(OBJEKTER.length - 1), aendring })
  .map(({ objekt, aendring: ny }) => [{ hvad: 'registrer', objekt, aendring: ny }, ...BEGGE.map(alt)])
/** Something changes at a source, is refused, and is said to be settled. */
const afgjort: fc.Arbitrary<readonly Traek[]> = fc
  .record({ objekt: fc.nat(OBJEKTER.length - 1), aendring })
  .map(({ objekt, aendring: ny }) => [
    { hvad: 'registrer', objekt, aendring: ny },
    ...BEGGE.map((kilde): Traek => ({ hvad: 'lever', kilde, antal: 1, orden: 0, udfald: 'afvist' })),
    ...BEGGE.map((kilde): Traek => ({ hvad: 'afgoer', kilde })),
    ...RO,
  ])
const imens: fc.Arbitrary<readonly Traek[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: straks },
  { weight: 1, arbitrary: fc.tuple(straks, fc.constant(RO.slice(0, -1))).map(([foerst, ro]) => [...foerst, ...ro]) },
  { weight: 1, arbitrary: traek.map((et) => [et]) },
)
/** A page while which things happen. */
const langSide: fc.Arbitrary<readonly Traek[]> = fc
  .tuple(imens, imens)
  .map(([foer, efter]) => [
    { hvad: 'side', trin: 'begynd' },
    ...foer,
    { hvad: 'side', trin: 'laes' },
    ...efter,
    { hvad: 'side', trin: 'sig' },
  ])
const stykke: fc.Arbitrary<readonly Traek[]> = fc.oneof(
  { weight: 8, arbitrary: traek.map((et) => [et]) },
  { weight: 1, arbitrary: fc.constant(RO) },
  { weight: 1, arbitrary: straks },
  { weight: 1, arbitrary: afgjort },
  { weight: 1, arbitrary: langSide },
)

/** A history; most begin with sources that agree. */
export const historie = (hoejst: number): fc.Arbitrary<readonly Traek[]> =>
  fc
    .tuple(fc.constantFrom(true, true, true, false), fc.array(stykke, { minLength: 3, maxLength: hoejst, size: 'max' }))
    .map(([fra, stykker]) => [...(fra ? BEGYNDELSE : []), ...stykker.flat()])
