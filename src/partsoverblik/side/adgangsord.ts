import { explainAdgang, hvemAf } from '#adgang'
import { toAdgangsfakta } from '#indeks'
import { FOELSOMHEDER, type Foelsomhed, type Medarbejdergrundlag, type Rettighedsgruppe, type Tidspunkt } from '#kernel'
import type { FaktaRaekke } from './partsoverblik.sql.ts'
import type { Gruppeforklaring, Saetning } from './visninger.ts'

const NIVEAU: Readonly<Record<Foelsomhed, Saetning>> = {
  IKKE_FORTROLIGE_DATA: { da: 'ikke fortrolige data', en: 'data that are not confidential' },
  FORTROLIGE_PERSONOPLYSNINGER: { da: 'fortrolige personoplysninger', en: 'confidential personal data' },
  FOELSOMME_PERSONOPLYSNINGER: { da: 'følsomme personoplysninger', en: 'sensitive personal data' },
  VIP_SAGER: { da: 'VIP-sager', en: 'VIP cases' },
}

/**
 * Why a thing may be seen or not: each of the employee's groups of rights, and by which rules it is stopped; those that come nearest first. Undefined
 * for who may not know of the thing.
 */
export function adgangsord(
  grundlag: Medarbejdergrundlag,
  fakta: FaktaRaekke,
  nu: Tidspunkt,
): readonly Gruppeforklaring[] | undefined {
  const { rettigheder } = grundlag
  const betalinger = fakta.betalinger?.map((adgang) => ({ adgang }))
  const forklaring = explainAdgang(rettigheder, toAdgangsfakta(fakta, betalinger), hvemAf(grundlag), nu)
  return forklaring?.grupper
    .flatMap(({ nr, hindringer }): Gruppeforklaring[] => {
      const gruppe = rettigheder[nr - 1]
      return gruppe ? [{ gruppe: gruppeord(gruppe), hindringer: hindringer.map(({ ord }) => ord) }] : []
    })
    .sort((a, b) => a.hindringer.length - b.hindringer.length)
}

/** A group can name two thousand numbers; the first say which it is. */
const HOEJST_NUMRE = 20

function gruppeord({ kle, foelsomhed, enheder, itsystemer, systemroller }: Rettighedsgruppe): Saetning {
  const alt = foelsomhed === FOELSOMHEDER.at(-1)
  const flere = kle.length - HOEJST_NUMRE
  const liste = kle.slice(0, HOEJST_NUMRE).join(', ')
  const numre = kle.some((moenster) => moenster === '*')
    ? { da: 'alle KLE-numre', en: 'all KLE numbers' }
    : { da: `KLE ${liste}${flere > 0 ? ` og ${flere} til` : ''}`, en: `KLE ${liste}${flere > 0 ? ` and ${flere} more` : ''}` }
  const giver = systemroller.includes('se') ? GIVER.se : systemroller.includes('kendskab') ? GIVER.kendskab : GIVER.andet
  return {
    da: `${giver.da} ${numre.da}, ${alt ? 'uanset følsomhed' : `til og med ${NIVEAU[foelsomhed].da}`}${enheder ? ', for bestemte enheder' : ''}${itsystemer ? ', fra bestemte fagsystemer' : ''}.`,
    en: `${giver.en} ${numre.en}, ${alt ? 'whatever the sensitivity' : `up to ${NIVEAU[foelsomhed].en}`}${enheder ? ', for certain units' : ''}${itsystemer ? ', from certain systems' : ''}.`,
  }
}

/** What a group gives, by the strongest of its roles. */
const GIVER: Readonly<Record<'se' | 'kendskab' | 'andet', Saetning>> = {
  se: { da: 'Du har ret til', en: 'You have the right to' },
  kendskab: { da: 'Du har ret til at vide, at noget findes, for', en: 'You have the right to know that something exists, for' },
  andet: { da: 'Du har en anden rettighed for', en: 'You have another right for' },
}
