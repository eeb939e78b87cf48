import {
  findOpslag,
  findOpslagslinjer,
  type Laesedeps,
  type Linjeraekke,
  type Logudtraek,
  type LukketFelt,
  type OpslagRaekke,
  readPersondata,
  readUdtraek,
  type Underskriver,
} from '#adgangslog'
import type { Adgangsgrundlag, Uuid } from '#kernel'
import type { Besoeg } from './hent.ts'
import { findBarn } from './overblik.sql.ts'
import type { OpslagVisning, Tosproget } from './visninger.ts'

/** So many of the newest log rows are looked through; a page of visits comes of them. */
const HOEJST = 2_000

export type Opslagsbesoeg = {
  readonly besoeg: Pick<Besoeg, 'session' | 'boern' | 'barn'>
  /** Undefined on any ground but one's own. */
  readonly visning: { readonly linjer: readonly OpslagVisning[] } | undefined
}

/**
 * Who has looked at the citizen's data, a line for each visit, newest first. No counts: they would tell what is hidden. For a child there is
 * no such page: who has looked can tell one parent where the child, or the other parent, is (domain.md 12).
 */
export async function hentOpslag(deps: Laesedeps, grundlag: Adgangsgrundlag): Promise<Opslagsbesoeg> {
  const laesning = { formaal: 'seOpslag', hvad: 'opslag' } as const
  if (grundlag.grund !== 'egen') {
    const { session, raekker } = await readPersondata(deps, grundlag, laesning, [findBarn(grundlag.part)])
    return { besoeg: { session, boern: [], barn: raekker[0][0] }, visning: undefined }
  }
  const { session, raekker } = await readPersondata(deps, grundlag, laesning, [findOpslag(grundlag.part, HOEJST)])
  return { besoeg: { session, boern: [], barn: undefined }, visning: { linjer: toBesoeg(raekker[0], grundlag.part) } }
}

/**
 * The lines of that page as they stand in the log, with the proof of each, to take home and check anywhere. What was looked at is told where the
 * page tells it; how much there was never is, for it counts what is hidden too. Nothing on any ground but one's own.
 */
export async function hentUdtraek(
  deps: Laesedeps & { readonly underskriver: Underskriver },
  grundlag: Adgangsgrundlag,
): Promise<{ readonly besoeg: Opslagsbesoeg['besoeg']; readonly visning: Logudtraek | undefined }> {
  if (grundlag.grund !== 'egen') return { ...(await hentOpslag(deps, grundlag)), visning: undefined }
  const laesning = { formaal: 'seOpslag', hvad: 'opslag' } as const
  const { session, raekker } = await readPersondata(deps, grundlag, laesning, [findOpslagslinjer(grundlag.part, HOEJST)])
  const aabne = (raekke: Linjeraekke): readonly LukketFelt[] => [
    ...(raekke.aktoer_id === grundlag.part ? (['aktoer'] as const) : []),
    ...(raekke.grund === 'kommune' ? [] : (['hvad'] as const)),
  ]
  return {
    besoeg: { session, boern: [], barn: undefined },
    visning: await readUdtraek(deps.db, deps.underskriver, raekker[0], aabne),
  }
}

/** Rows of one visit by the same actor on the same ground are one line, at the time it began. */
function toBesoeg(raekker: readonly OpslagRaekke[], part: Uuid): OpslagVisning[] {
  const besoeg = Map.groupBy(raekker, (raekke) => `${raekke.korrelation} ${raekke.aktoer_id} ${raekke.grund}`)
  return [...besoeg.values()].flatMap((egne) => {
    const foerste = egne.at(-1)
    if (!foerste) return []
    return [
      {
        tid: foerste.tid,
        hvem: whoOf(foerste, part),
        grund: GRUNDE[foerste.grund] ?? ANDEN_GRUND,
        hvad: whatOf(egne),
      } satisfies OpslagVisning,
    ]
  })
}

/** Of what a municipality has looked at the citizen is told one thing: which of its pages it was would tell what there is. */
const whatOf = (egne: readonly OpslagRaekke[]): readonly Tosproget[] =>
  [...new Set(egne.map(({ grund, hvad }) => (grund === 'kommune' ? 'forklaring' : hvad)))].flatMap((hvad) => HVAD[hvad] ?? [])

/** No names: that of a system can tell as much as that of a unit. */
function whoOf({ aktoer_id, grund }: OpslagRaekke, part: Uuid): OpslagVisning['hvem'] {
  if (aktoer_id === part) return 'dig'
  return grund === 'foraeldremyndighed' ? 'foraelder' : 'medarbejder'
}

const ANDEN_GRUND: Tosproget = { da: 'En anden grund', en: 'Another ground' }
const GRUNDE: Readonly<Record<string, Tosproget>> = {
  egen: { da: 'Egne oplysninger', en: 'Own information' },
  foraeldremyndighed: { da: 'Forældremyndighed', en: 'Custody' },
  kommune: { da: 'Kommunens kontrol af, hvad der vises', en: 'The municipality’s check of what is shown' },
  drift: { da: 'Kontrol af, at visningen er rigtig', en: 'A check that what is shown is right' },
}
const HVAD: Readonly<Record<string, Tosproget>> = {
  overblik: { da: 'overblikket', en: 'the overview' },
  nyt: { da: 'nyt siden sidst', en: 'what is new' },
  sager: { da: 'sager', en: 'cases' },
  sag: { da: 'en sag', en: 'a case' },
  dokumenter: { da: 'dokumenter', en: 'documents' },
  notater: { da: 'notater', en: 'notes' },
  notattekst: { da: 'teksten i et notat', en: 'the text of a note' },
  ydelser: { da: 'ydelser og udbetalinger', en: 'benefits and payments' },
  aftaler: { da: 'aftaler og frister', en: 'appointments and deadlines' },
  daekning: { da: 'hvad der kan ses', en: 'what can be seen' },
  opslag: { da: 'hvem der har set', en: 'who has looked' },
  // The same words whether anything was found or not, and whether it is shown or not.
  forklaring: { da: 'hvad der kan vises', en: 'what can be shown' },
}
