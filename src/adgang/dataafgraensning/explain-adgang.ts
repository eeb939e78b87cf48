import type { Art, Rettighedsgruppe, Tidspunkt } from '#kernel'
import type { Adgangsfakta, Hvem } from './adgangsfakta.ts'
import { type Hindring, hindringerI, maaKende, maaSeNogen, withoutUkendte } from './afgoer.ts'

type Saetning = { readonly da: string; readonly en: string }

/** Why somebody may see a thing or not: for each of their groups what stops it; none is that it lets the thing be seen. */
export type Adgangsforklaring = {
  readonly maaSe: boolean
  readonly grupper: readonly { readonly nr: number; readonly hindringer: readonly (Hindring & { readonly ord: Saetning })[] }[]
}

/**
 * Which rule stops which group, in words, for those who may know that the thing exists; undefined for all others, who get the answer that they would
 * get about a thing that is not there. The words name the rule and nothing of the thing: not its number, its owner or how sensitive it is.
 */
export function explainAdgang(
  grupper: readonly Rettighedsgruppe[],
  fakta: Adgangsfakta,
  hvem: Hvem,
  nu: Tidspunkt,
): Adgangsforklaring | undefined {
  if (!maaKende(grupper, fakta, hvem, nu)) return undefined
  const kendte = withoutUkendte(grupper, fakta, hvem, nu)
  return {
    maaSe: maaSeNogen(grupper, fakta, hvem, nu),
    grupper: grupper.map((gruppe, plads) => ({
      nr: plads + 1,
      hindringer: noedvendige(hindringerI(gruppe, ['se'], kendte, hvem, nu)).map((en) => ({
        ...en,
        ord: toSaetning(en, fakta.art),
      })),
    })),
  }
}

/** Where the group itself stops it, what of the thing would stop it besides says more than the question asks. */
function noedvendige(fundne: readonly Hindring[]): readonly Hindring[] {
  const gruppens = fundne.filter(({ ved }) => ved === 'gruppe')
  return gruppens.length > 0 ? gruppens : fundne
}

/** What the rule is about, as the sentence's subject. */
const EGEN: Readonly<Record<Art, Saetning>> = {
  sag: { da: 'Sagen', en: 'The case' },
  dokument: { da: 'Dokumentet', en: 'The document' },
  journalnotat: { da: 'Notatet', en: 'The note' },
  bevilling: { da: 'Bevillingen', en: 'The grant' },
  oekonomiskEffektuering: { da: 'Udbetalingen', en: 'The payment' },
  aftale: { da: 'Aftalen', en: 'The appointment' },
}

/** What it stands on: of several, none passes. */
const VED: Readonly<Record<Exclude<Hindring['ved'], 'gruppe' | 'egen'>, Saetning>> = {
  sag: { da: 'En tilknyttet sag', en: 'A case that it is on' },
  bevilling: { da: 'En tilknyttet bevilling', en: 'A grant that it belongs to' },
  effektuering: { da: 'En tilknyttet udbetaling', en: 'A payment that belongs to it' },
}

const REGLER: Readonly<Record<Exclude<Hindring['regel'], 'KOMMUNE' | 'ROLLE'>, Saetning>> = {
  EJER: {
    da: 'hører ikke til den kommune, som rettigheden gælder for.',
    en: 'does not belong to the municipality that the right is for.',
  },
  KLE: { da: 'har et emne (KLE), som rettigheden ikke dækker.', en: 'has a subject (KLE) that the right does not cover.' },
  FOELSOMHED: { da: 'er mere følsom, end rettigheden går til.', en: 'is more sensitive than the right goes.' },
  ENHED: {
    da: 'hører ikke til en af de enheder, som rettigheden er begrænset til.',
    en: 'does not belong to one of the units that the right is limited to.',
  },
  ITSYSTEM: {
    da: 'kommer ikke fra et af de fagsystemer, som rettigheden er begrænset til.',
    en: 'does not come from one of the systems that the right is limited to.',
  },
  PROFIL: {
    da: 'kan kun ses af dem, der står på en liste, og det gør du ikke.',
    en: 'is seen only by those on a list, and you are not on it.',
  },
  INGEN: {
    da: 'kendes ikke, så ingen kan se, om rettigheden dækker.',
    en: 'is not known, so nobody can tell whether the right covers it.',
  },
}

const GRUPPENS: Readonly<Record<'KOMMUNE' | 'ROLLE', Saetning>> = {
  KOMMUNE: {
    da: 'Rettigheden gælder en anden kommune end den, du er logget ind for.',
    en: 'The right is for another municipality than that of your login.',
  },
  ROLLE: { da: 'Rettigheden lader dig ikke se indholdet.', en: 'The right does not let you see the content.' },
}

function toSaetning(hindring: Hindring, art: Art): Saetning {
  if (hindring.ved === 'gruppe') return GRUPPENS[hindring.regel]
  const hvad = hindring.ved === 'egen' ? EGEN[art] : VED[hindring.ved]
  const regel = REGLER[hindring.regel]
  return { da: `${hvad.da} ${regel.da}`, en: `${hvad.en} ${regel.en}` }
}
