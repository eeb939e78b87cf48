import type { Foelsomhed, KleEmne, Tidspunkt, Uuid } from '#kernel'

/** A person's name and address as a register tells them; undefined where none does, or where the address is protected. */
export type Kendetegn = { readonly navne: readonly string[]; readonly adresse: string | undefined }

/** How somebody is kin to somebody, as custody tells: their child, their parent, or the other parent of a child of theirs. */
export type Slaegt = 'barn' | 'foraelder' | 'medindehaver'

/** What alarms are decided on. Gathered before and handed in: the rules ask nobody. */
export type Alarmfakta = {
  readonly tid: Tidspunkt
  readonly part: Uuid
  readonly kendetegn: Kendetegn
  readonly adressebeskyttet: boolean
  /** The one who looks: the name that the login told, and the part they are themselves, where that is known. */
  readonly medarbejder: {
    readonly navn: string
    readonly part: Uuid | undefined
    readonly adresse: string | undefined
  }
  readonly slaegt: Slaegt | undefined
  /** The citizen works for the municipality, as far as it has told whom it employs. */
  readonly kollega: boolean
  /** The visit's purpose is a case that the employee handles. */
  readonly egenSag: boolean
  /** Of what the employee may see about the citizen, and of nothing else. */
  readonly ting: readonly { readonly kle: KleEmne | undefined; readonly foelsomhed: Foelsomhed }[]
  readonly vaner: Vaner
}

/** How the employee has visited, day by day (YYYY-MM-DD, Danish): how many citizens, and how many of the visits by night. Today with this visit. */
export type Vaner = {
  readonly iDag: number
  /** Today without it: as many, where the citizen has been visited today. */
  readonly foer: number
  /** The 28 days before today; days without visits are left out. */
  readonly tidligere: readonly { readonly dag: string; readonly borgere: number; readonly omNatten: number }[]
}
