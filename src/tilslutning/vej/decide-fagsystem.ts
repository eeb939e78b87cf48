import { afvist, type CvrNummer, newUuid, ok, type Resultat, type Uuid } from '#kernel'
import type { Fagsystemskridt, Fagsystemvej, Forslagsart } from './fagsystemvej.ts'
import { type Fagsystemfakta, FORSLAGSREGLER, isIKommunen, isLeverandoer, stopFor } from './forslag.ts'
import { type Aftale, hasRolle, type Person } from './haendelse.ts'
import type { Vejafvisning } from './vej.errors.ts'

/** What somebody asks for on a system's road. A system is registered by a command of its own, since there is no road before it. */
export type Fagsystemkommando =
  | { readonly type: 'skiftVersion'; readonly version: string }
  | ({ readonly type: 'noterAftale'; readonly kommune: CvrNummer } & Aftale)
  | { readonly type: 'aabnSandkasse' }
  | { readonly type: 'foreslaa'; readonly hvad: Forslagsart; readonly kommune?: CvrNummer | undefined }
  | { readonly type: 'bekraeft'; readonly forslag: Uuid }
  | { readonly type: 'traekTilbage'; readonly forslag: Uuid; readonly aarsag: string }
  | { readonly type: 'suspender'; readonly kommune?: CvrNummer | undefined; readonly aarsag: string }

type Svar = Resultat<Fagsystemskridt, Vejafvisning>

/** Decides whether the step may be taken, by this person, now. Pure; the same question gives the same answer. */
export function decideFagsystem(vej: Fagsystemvej, person: Person, kommando: Fagsystemkommando, fakta: Fagsystemfakta): Svar {
  if (vej.udfaset) return afvist('ER_UDFASET')
  switch (kommando.type) {
    case 'skiftVersion':
      if (!isLeverandoer(person, vej)) return afvist('IKKE_DIN_ROLLE')
      return kommando.version === vej.version ? afvist('FINDES_ALLEREDE') : ok({ type: 'nyVersion', version: kommando.version })
    case 'noterAftale': {
      const { kommune, underskrevet, underskriver, reference } = kommando
      if (!isIKommunen(person, kommune)) return afvist('IKKE_DIN_ROLLE')
      return ok({ type: 'aftaleNoteret', kommune, underskrevet, underskriver, reference })
    }
    case 'aabnSandkasse':
      return openSandkasse(vej, person, fakta)
    case 'foreslaa':
      return propose(vej, person, kommando, fakta)
    case 'bekraeft':
      return confirm(vej, person, kommando.forslag, fakta)
    case 'traekTilbage':
      return withdraw(vej, person, kommando.forslag, kommando.aarsag)
    case 'suspender':
      return suspend(vej, person, kommando.kommune, kommando.aarsag)
  }
}

function openSandkasse(vej: Fagsystemvej, person: Person, { sandkasse }: Fagsystemfakta): Svar {
  if (!isLeverandoer(person, vej)) return afvist('IKKE_DIN_ROLLE')
  if (vej.stop) return afvist('ER_SUSPENDERET')
  // Without a municipality that wants the system nobody answers for what it delivers, not even in the sandbox.
  return vej.aftaler.size === 0 ? afvist('AFTALE_MANGLER') : ok({ type: 'sandkasseAabnet', kommune: sandkasse })
}

function propose(
  vej: Fagsystemvej,
  person: Person,
  { hvad, kommune }: { readonly hvad: Forslagsart; readonly kommune?: CvrNummer | undefined },
  fakta: Fagsystemfakta,
): Svar {
  const regel = FORSLAGSREGLER[hvad]
  if ((regel.omfang === 'kommune' && !kommune) || (regel.omfang === 'system' && kommune)) return afvist('FINDES_IKKE')
  if (!regel.maaForeslaa(person, vej, kommune)) return afvist('IKKE_DIN_ROLLE')
  if (vej.forslag.some((en) => en.hvad === hvad && en.kommune === kommune)) return afvist('FORSLAG_FINDES')
  const brud = regel.krav(vej, kommune, fakta)
  return brud ? afvist(brud) : ok({ type: 'foreslaaet', forslag: newUuid(), hvad, ...(kommune ? { kommune } : {}) })
}

function confirm(vej: Fagsystemvej, person: Person, id: Uuid, fakta: Fagsystemfakta): Svar {
  const forslag = vej.forslag.find((en) => en.id === id)
  if (!forslag) return afvist('FINDES_IKKE')
  const regel = FORSLAGSREGLER[forslag.hvad]
  if (!regel.maaBekraefte(person, vej, forslag)) return afvist('IKKE_DIN_ROLLE')
  if (forslag.af.id === person.id) return afvist('KRAEVER_TO')
  const brud = regel.krav(vej, forslag.kommune, fakta)
  return brud ? afvist(brud) : ok({ type: 'bekraeftet', forslag: id })
}

/** The one who asked takes it back, or the one who could confirm it says no. */
function withdraw(vej: Fagsystemvej, person: Person, id: Uuid, aarsag: string): Svar {
  const forslag = vej.forslag.find((en) => en.id === id)
  if (!forslag) return afvist('FINDES_IKKE')
  const maa = forslag.af.id === person.id || FORSLAGSREGLER[forslag.hvad].maaBekraefte(person, vej, forslag)
  return maa ? ok({ type: 'trukketTilbage', forslag: id, aarsag }) : afvist('IKKE_DIN_ROLLE')
}

/** Stopping takes one person and works at once; opening again takes two. */
function suspend(vej: Fagsystemvej, person: Person, kommune: CvrNummer | undefined, aarsag: string): Svar {
  if (!hasRolle(person, 'driftsansvarlig') && !isIKommunen(person, kommune)) return afvist('IKKE_DIN_ROLLE')
  if (kommune !== undefined && !vej.kommuner.has(kommune)) return afvist('FINDES_IKKE')
  if (stopFor(vej, kommune)) return afvist('ER_SUSPENDERET')
  return ok({ type: 'suspenderet', aarsag, ...(kommune ? { kommune } : {}) })
}
