/** Where things may stand, from the ground up: a module imports only from floors below its own. A module without a floor is refused. */
export const ETAGER: readonly (readonly string[])[] = [
  ['kernel'],
  ['platform'],
  // The shell and the shared components; pages stand in their own modules.
  ['web'],
  ['part', 'myndighed', 'klassifikation'],
  ['kilde', 'adgang', 'visning'],
  ['adgangslog'],
  ['indeks'],
  // Coverage and key figures are kept by the intake's own transaction, so they stand below it.
  ['afstemning', 'statistik', 'kvalitet'],
  ['modtagelse'],
  ['overblik', 'fuldmagt', 'samtykke'],
  ['rettelse', 'deling', 'notifikation', 'beskedfordeler'],
  // A caseworker sees what the citizen is shown, and what the citizen has said of it.
  ['partsoverblik'],
  // The console of the municipality stands on the citizen's pages, which it previews.
  ['tilslutning', 'opsaetning'],
  ['demo'],
  ['config', 'koersel'],
  ['compose'],
  ['main'],
]

/** Modules whose folders are areas, each with what others may import in an index.ts of its own: `#platform/database`. */
export const OMRAADEMODULER: ReadonlySet<string> = new Set([
  'platform',
  'modtagelse',
  'afstemning',
  'kvalitet',
  'partsoverblik',
  'tilslutning',
  'opsaetning',
  'demo',
])

/** Who decides about showing or access gets the facts as arguments and never fetches them. */
export const UDEN_INDEKS: ReadonlySet<string> = new Set(['visning', 'adgang', 'fuldmagt', 'samtykke'])

/** Files that only tests may import: builders, generators, data and second statements of a rule. */
export const TESTHJAELP = /(\.bygger|\.vilkaarlig|\.naiv|\.testdata|^test-byggere|\/test-byggere)\.ts$/
