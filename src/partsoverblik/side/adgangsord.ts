import { type Adgangsfakta, hvemAf, maaSe } from '#adgang'
import { FOELSOMHEDER, type Foelsomhed, type Medarbejdergrundlag, type Rettighedsgruppe, type Tidspunkt } from '#kernel'

type Saetning = { readonly da: string; readonly en: string }

const NIVEAU: Readonly<Record<Foelsomhed, Saetning>> = {
  IKKE_FORTROLIGE_DATA: { da: 'ikke fortrolige data', en: 'data that are not confidential' },
  FORTROLIGE_PERSONOPLYSNINGER: { da: 'fortrolige personoplysninger', en: 'confidential personal data' },
  FOELSOMME_PERSONOPLYSNINGER: { da: 'følsomme personoplysninger', en: 'sensitive personal data' },
  VIP_SAGER: { da: 'VIP-sager', en: 'VIP cases' },
}

/** By which of the employee's groups of rights a thing that they see is seen, a sentence each. */
export const adgangsord = (grundlag: Medarbejdergrundlag, fakta: Adgangsfakta, nu: Tidspunkt): readonly Saetning[] =>
  grundlag.rettigheder.filter((gruppe) => maaSe(gruppe, fakta, hvemAf(grundlag), nu)).map(gruppeord)

function gruppeord({ kle, foelsomhed, enheder, itsystemer }: Rettighedsgruppe): Saetning {
  const numre = kle.some((moenster) => moenster === '*')
    ? { da: 'alle KLE-numre', en: 'all KLE numbers' }
    : { da: `KLE ${kle.join(', ')}`, en: `KLE ${kle.join(', ')}` }
  const alt = foelsomhed === FOELSOMHEDER.at(-1)
  return {
    da: `Du har ret til ${numre.da}, ${alt ? 'uanset følsomhed' : `til og med ${NIVEAU[foelsomhed].da}`}${enheder ? ', for bestemte enheder' : ''}${itsystemer ? ', fra bestemte fagsystemer' : ''}.`,
    en: `You have the right to ${numre.en}, ${alt ? 'whatever the sensitivity' : `up to ${NIVEAU[foelsomhed].en}`}${enheder ? ', for certain units' : ''}${itsystemer ? ', from certain systems' : ''}.`,
  }
}
