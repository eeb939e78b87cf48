import { type Handlingsfacet, parseKleEmne } from '#kernel'
import { isAltidLukket } from './altid-lukket.ts'
import { borgertitel } from './borgertitel.ts'
import { facettitel } from './handlingsfacet.ts'
import type { EmneAfvisning } from './klassifikation.errors.ts'
import { livsomraadeFor } from './livsomraade.ts'
import { EGEN_UDGAVE } from './udgave/egen-udgave.ts'
import { resolveEmne } from './udgave/resolve-emne.ts'
import type { KleUdgave } from './udgave/udgave.ts'

/**
 * What a KLE number, with a facet after a hyphen or not (27.35.04-G01), meant on a day, as lines in Danish for the one who asks at a
 * terminal: by the editions given and our own excerpt. Never throws; a number without meaning has its reason as a line.
 */
export function slaaOp(nummer: string, dato: string, udgaver: readonly KleUdgave[]): readonly string[] {
  const [emne = '', facet] = nummer.split('-', 2)
  const kle = parseKleEmne(emne)
  if (!kle) return [`${emne} er ikke et KLE-emne: skriv det som 27.35.04 eller 27.35.04-G01.`]
  const svar = resolveEmne([...udgaver, EGEN_UDGAVE], kle, dato)
  const { titel, forklaring } = borgertitel(kle, 'da')
  const betydning = svar.ok
    ? `${kle} ${svar.value.titel} (udgave ${svar.value.udgave})`
    : `${kle}: ${describeAfvisning(svar.afvisning)}`
  return [
    betydning,
    `  For borgeren: ${titel}. ${forklaring}`,
    `  Livsområde: ${livsomraadeFor(kle).navn.da}`,
    ...(isAltidLukket(kle) ? ['  Vises ikke for borgere, før kommunens jurist har åbnet nummeret.'] : []),
    ...(facet === undefined
      ? []
      : [`  Handlingsfacet ${facet}: ${facettitel(facet as Handlingsfacet) ?? 'titlen er ikke kendt'}`]),
  ]
}

function describeAfvisning(afvisning: EmneAfvisning): string {
  switch (afvisning.kode) {
    case 'UGYLDIG_DATO':
      return 'datoen skal skrives som ÅÅÅÅ-MM-DD.'
    case 'INGEN_UDGAVE':
      return 'ingen udgave er kendt.'
    case 'UKENDT_NUMMER':
      return 'nummeret står ikke i de kendte udgaver; det kan være lokalt.'
    case 'IKKE_OPRETTET_ENDNU':
      return `nummeret fandtes ikke endnu; det kommer med udgaven af ${afvisning.fra} (${afvisning.titel}).`
    case 'UDGAAET':
      return `nummeret ophørte ${afvisning.udgaaet} (${afvisning.titel})${afvisning.afloestAf.length > 0 ? `, afløst af ${afvisning.afloestAf.join(', ')}` : ''}.`
  }
}
