import { parseUuid, type Uuid, uuid, uuidFromName } from '#kernel'
import { KATALOGER } from './katalog.ts'
import { ANDRE_NAVNE, KENDTE_ROLLER, KENDTE_TYPER, KLASSER, type Klassenavn, SAMME_ROLLER } from './roller.data.ts'

/**
 * Names and UUIDs of roles, object types and classes. SOAP names them by UUID, REST by name; the rules and everything after them use names.
 * Where no UUID is public ours is the name-based UUID of `rolle:<list>:<name>`, `type:<name>` or `klasse:<name>` in NAVNERUM. A site that
 * knows the real ones gives them as overrides; both are then understood.
 */
export const NAVNERUM = uuid('5d6f0c5e-0c4b-5a6e-9a55-1c7d0b7f2e10')

export type Rolleoverrides = {
  /** By list and role: `{ sagsparter: { 'Sekundær part': '<uuid>' } }`. */
  readonly roller?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly typer?: Readonly<Record<string, string>>
  readonly klasser?: Readonly<Partial<Record<Klassenavn, string>>>
}

export type Rollekatalog = {
  /** The role's name, from its name, another known name or its UUID; undefined for what the list has no such role for. */
  rolleNavn(liste: string, vaerdi: string): string | undefined
  /** The UUID written for a role. Throws RangeError for a role the list does not have. */
  rolleUuid(liste: string, rolle: string): Uuid
  typeNavn(vaerdi: string): string | undefined
  typeUuid(navn: string): Uuid
  klasseNavn(vaerdi: string): Klassenavn | undefined
  klasseUuid(navn: Klassenavn): Uuid
}

/** Both directions of one set of names; the first UUID given for a name is the one written. */
class Opslag {
  readonly #navne = new Map<string, string>()
  readonly #uuider = new Map<string, Uuid>()

  add(navn: string, vaerdier: readonly string[]): void {
    this.#navne.set(navn, navn)
    for (const vaerdi of vaerdier) {
      const id = uuid(vaerdi)
      if (!this.#navne.has(id)) this.#navne.set(id, navn)
      if (!this.#uuider.has(navn)) this.#uuider.set(navn, id)
    }
  }

  addNavn(andet: string, navn: string): void {
    this.#navne.set(andet, navn)
  }

  navn(vaerdi: string): string | undefined {
    return this.#navne.get(vaerdi) ?? this.#navne.get(parseUuid(vaerdi) ?? '')
  }

  uuid(navn: string): Uuid {
    const id = this.#uuider.get(navn)
    if (!id) throw new RangeError(`No such name: ${navn}`)
    return id
  }
}

const defined = (vaerdier: readonly (string | undefined)[]): string[] => vaerdier.filter((vaerdi) => vaerdi !== undefined)

/** The role names of each list, over all kinds, in catalogue order. */
function listRoller(): Map<string, Set<string>> {
  const lister = new Map<string, Set<string>>()
  for (const katalog of Object.values(KATALOGER))
    for (const { liste, rolle } of katalog.relationer) {
      const roller = lister.get(liste) ?? new Set()
      lister.set(liste, roller.add(rolle))
    }
  return lister
}

function rolleopslag(liste: string, roller: ReadonlySet<string>, overrides: Rolleoverrides): Opslag {
  const opslag = new Opslag()
  for (const rolle of roller) {
    const samme = (SAMME_ROLLER[liste] ?? []).flatMap((anden) => [
      overrides.roller?.[anden]?.[rolle],
      KENDTE_ROLLER[anden]?.[rolle],
    ])
    const egen = uuidFromName(NAVNERUM, `rolle:${liste}:${rolle}`)
    opslag.add(rolle, defined([overrides.roller?.[liste]?.[rolle], KENDTE_ROLLER[liste]?.[rolle], ...samme, egen]))
  }
  for (const [andet, navn] of Object.entries(ANDRE_NAVNE[liste] ?? {})) opslag.addNavn(andet, navn)
  return opslag
}

/** The catalogue of roles with a site's own UUIDs. Throws RangeError where an override is no UUID. */
export function createRollekatalog(overrides: Rolleoverrides = {}): Rollekatalog {
  const roller = new Map([...listRoller()].map(([liste, navne]) => [liste, rolleopslag(liste, navne, overrides)]))
  const typer = new Opslag()
  for (const [navn, kendte] of Object.entries(KENDTE_TYPER))
    typer.add(navn, defined([overrides.typer?.[navn], ...kendte, uuidFromName(NAVNERUM, `type:${navn}`)]))
  const klasser = new Opslag()
  for (const navn of KLASSER) klasser.add(navn, defined([overrides.klasser?.[navn], uuidFromName(NAVNERUM, `klasse:${navn}`)]))
  return {
    rolleNavn: (liste, vaerdi) => roller.get(liste)?.navn(vaerdi),
    rolleUuid: (liste, rolle) => {
      const opslag = roller.get(liste)
      if (!opslag) throw new RangeError(`No such list of relations: ${liste}`)
      return opslag.uuid(rolle)
    },
    typeNavn: (vaerdi) => typer.navn(vaerdi),
    typeUuid: (navn) => typer.uuid(navn),
    klasseNavn: (vaerdi) => klasser.navn(vaerdi) as Klassenavn | undefined,
    klasseUuid: (navn) => klasser.uuid(navn),
  }
}

/** The catalogue without a site's own UUIDs. */
export const standardRoller: Rollekatalog = createRollekatalog()
