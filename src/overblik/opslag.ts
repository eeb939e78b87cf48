import { findOpslag, type Laesedeps, type OpslagRaekke, readPersondata } from '#adgangslog'
import type { Adgangsgrundlag, Uuid } from '#kernel'
import type { OpslagVisning, Tosproget } from './visninger.ts'

/** So many of the newest log rows are looked through; a page of visits comes of them. */
const HOEJST = 2_000

/** Who has looked at the citizen's data, a line for each visit, newest first. No counts: they would tell what is hidden. */
export async function hentOpslag(deps: Laesedeps, grundlag: Adgangsgrundlag) {
  const { session, raekker } = await readPersondata(deps, grundlag, { formaal: 'seOpslag', hvad: 'opslag' }, [
    findOpslag(grundlag.part, HOEJST),
  ])
  return { session, linjer: toBesoeg(raekker[0], grundlag.part) }
}

/** Rows of one visit by the same actor on the same ground are one line, at the time it began. */
export function toBesoeg(raekker: readonly OpslagRaekke[], part: Uuid): OpslagVisning[] {
  const besoeg = Map.groupBy(raekker, (raekke) => `${raekke.korrelation} ${raekke.aktoer_id} ${raekke.grund}`)
  return [...besoeg.values()].flatMap((egne) => {
    const foerste = egne.at(-1)
    if (!foerste) return []
    return [
      {
        tid: foerste.tid,
        hvem: foerste.aktoer_id === part ? 'dig' : foerste.grund === 'foraeldremyndighed' ? 'foraelder' : 'medarbejder',
        grund: GRUNDE[foerste.grund] ?? ANDEN_GRUND,
        hvad: [...new Set(egne.map((raekke) => raekke.hvad))].flatMap((hvad) => HVAD[hvad] ?? []),
      } satisfies OpslagVisning,
    ]
  })
}

const ANDEN_GRUND: Tosproget = { da: 'En anden grund', en: 'Another ground' }
const GRUNDE: Readonly<Record<string, Tosproget>> = {
  egen: { da: 'Egne oplysninger', en: 'Own information' },
  foraeldremyndighed: { da: 'Forældremyndighed', en: 'Custody' },
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
