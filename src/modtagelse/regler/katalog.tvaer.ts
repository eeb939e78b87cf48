import type { Greb, Tvaerregel } from './katalog.typer.ts'

/** Our own rules over more than one field, with the ways in which a full item (fuldt-element.ts) comes to break each of them alone. */
const vaerdi = (sti: string, ny: unknown): Greb => ({ sti, vaerdi: ny })

export const TVAER_JOURNALNOTAT: readonly Tvaerregel[] = [
  {
    nummer: 'NOT-008',
    liste: 'egenskaber',
    da: 'Notat skal være udfyldt, hvor formatet er Text, og må højst være 100 KB; ret notatet.',
    en: 'Notat must be filled in where the format is Text, and may be 100 KB at most; correct the note.',
    brydes: [[vaerdi('egenskaber.0.notat', 'æ'.repeat(51_201))], [vaerdi('egenskaber.0.notat', undefined)]],
  },
  {
    nummer: 'NOT-012',
    liste: 'egenskaber',
    da: 'Notatet kan ikke læses i sit format: send RTF eller OOXML som base64, uden makroer, indlejrede filer og adgangskode.',
    en: 'The note cannot be read in its format: send RTF or OOXML as base64, without macros, embedded files and password.',
    brydes: [[vaerdi('egenskaber.0.format', 'RTF')], [vaerdi('egenskaber.0.format', 'OOXML')]],
  },
]

const YDELSE = 'bevilgedeYdelser.0'
const PLAN = `${YDELSE}.oekonomiskEffektueringsplaner.0`
const MASTER = { rolle: 'Master', type: 'IT-system', referenceId: 'b7a1c0de-0000-4000-8000-0000000000f1' }

export const TVAER_BEVILLING: readonly Tvaerregel[] = [
  {
    nummer: 'BEV-024',
    liste: 'bevilgedeYdelser',
    da: 'En bevilling skal have mindst én bevilget ydelse; send den med.',
    en: 'A grant must have at least one granted benefit; include it.',
    brydes: [[vaerdi('bevilgedeYdelser', [])], [vaerdi('bevilgedeYdelser', undefined)]],
  },
  {
    nummer: 'BEV-025',
    liste: 'egenskaber',
    da: 'Bevillingslutdato ligger før Bevillingstartdato; ret perioden.',
    en: 'Bevillingslutdato lies before Bevillingstartdato; correct the period.',
    brydes: [[vaerdi('egenskaber.0.bevillingslutdato', '2026-01-14')]],
  },
  {
    nummer: 'BEV-026',
    liste: 'bevilgedeYdelser',
    da: 'BevilgetYdelseSlutdato ligger før BevilgetYdelseStartdato; ret perioden.',
    en: 'BevilgetYdelseSlutdato lies before BevilgetYdelseStartdato; correct the period.',
    brydes: [[vaerdi(`${YDELSE}.bevilgetYdelseSlutdato`, '2026-01-14T22:59:59Z')]],
  },
  {
    nummer: 'BEV-027',
    liste: 'bevilgedeYdelser',
    da: 'To bevilgede ydelser har samme Id på samme tid; giv hver sit Id.',
    en: 'Two granted benefits have the same Id at the same time; give each an Id of its own.',
    brydes: [[{ sti: 'bevilgedeYdelser.1', kopiAf: YDELSE }]],
  },
  {
    nummer: 'BEV-028',
    liste: 'bevilgedeYdelser.itSystemer',
    da: 'En bevilget ydelse må højst have to it-systemer; fjern resten.',
    en: 'A granted benefit may have two it-systems at most; remove the rest.',
    brydes: [
      [
        { sti: `${YDELSE}.itSystemer.1`, kopiAf: `${YDELSE}.itSystemer.0` },
        { sti: `${YDELSE}.itSystemer.2`, kopiAf: `${YDELSE}.itSystemer.0` },
      ],
    ],
  },
  {
    nummer: 'BEV-029',
    liste: 'bevilgedeYdelser',
    da: 'Kun en økonomisk ydelse har en effektueringsplan; fjern planen, eller ret ydelsestypen.',
    en: 'Only an economic benefit has a payment plan; remove the plan or correct the ydelsestype.',
    brydes: [[vaerdi(`${YDELSE}.ydelsestype`, 'Fysisk')]],
  },
  {
    nummer: 'BEV-037',
    liste: 'bevilgedeYdelser.oekonomiskEffektueringsplaner',
    da: 'EffektueringsplanSlutdato ligger før EffektueringsplanStartdato; ret perioden.',
    en: 'EffektueringsplanSlutdato lies before EffektueringsplanStartdato; correct the period.',
    brydes: [[vaerdi(`${PLAN}.effektueringsplanSlutdato`, '2026-01-14T22:59:59Z')]],
  },
  {
    nummer: 'BEV-040',
    liste: 'bevilgedeYdelser.oekonomiskEffektueringsplaner',
    da: 'Effektueringsplanen ligger uden for den bevilgede ydelses eller bevillingens periode; ret perioden.',
    en: 'The payment plan lies outside the period of the granted benefit or of the grant; correct the period.',
    brydes: [
      [vaerdi(`${PLAN}.effektueringsplanStartdato`, '2026-01-13T23:00:00+01:00')],
      [vaerdi(`${PLAN}.effektueringsplanSlutdato`, '2026-01-17T00:00:00+01:00')],
      [
        vaerdi(`${YDELSE}.bevilgetYdelseStartdato`, '2026-01-01T00:00:00+01:00'),
        vaerdi(`${PLAN}.effektueringsplanStartdato`, '2026-01-14T00:00:00+01:00'),
      ],
    ],
  },
  {
    nummer: 'BEV-047',
    liste: 'bevilgedeYdelser.itSystemer',
    da: 'Bevillingens ydelser nævner hvert sit mastersystem; et objekt har ét, så del bevillingen, eller ret it-systemet.',
    en: 'The benefits of the grant name different master systems; an object has one, so divide the grant or correct the it-system.',
    brydes: [[vaerdi(`${YDELSE}.itSystemer.1`, MASTER)]],
  },
]

export const TVAER_EFFEKTUERING: readonly Tvaerregel[] = [
  {
    nummer: 'EFF-017',
    liste: 'egenskaber',
    da: 'Slutdato ligger før Startdato; ret perioden.',
    en: 'Slutdato lies before Startdato; correct the period.',
    brydes: [[vaerdi('egenskaber.0.slutdato', '2026-01-14T22:59:59Z')]],
  },
  {
    nummer: 'EFF-018',
    liste: 'oekonomiskYdelseEffektueringer',
    da: 'En effektuering skal pege på mindst én bevilget ydelse; send OekonomiskYdelseEffektuering med.',
    en: 'A payment must point at at least one granted benefit; include OekonomiskYdelseEffektuering.',
    brydes: [[vaerdi('oekonomiskYdelseEffektueringer', [])], [vaerdi('oekonomiskYdelseEffektueringer', undefined)]],
  },
  {
    nummer: 'EFF-019',
    liste: 'egenskaber',
    da: 'Effektueringen har intet beløb; angiv mindst ét.',
    en: 'The payment has no amount; give at least one.',
    brydes: [
      ['samletBruttobeloeb', 'beloebEfterSkatATP', 'beloebSendtTilUdbetaling', 'beloebUdbetalt'].map((felt) =>
        vaerdi(`egenskaber.0.${felt}`, undefined),
      ),
    ],
  },
  {
    nummer: 'EFF-027',
    liste: 'oekonomiskYdelseEffektueringer',
    da: 'YdelsesperiodeSlutdato ligger før YdelsesperiodeStartdato; ret perioden.',
    en: 'YdelsesperiodeSlutdato lies before YdelsesperiodeStartdato; correct the period.',
    brydes: [[vaerdi('oekonomiskYdelseEffektueringer.0.ydelsesperiodeSlutdato', '2026-01-14T22:59:59Z')]],
  },
]

export const TVAER_AFTALE: readonly Tvaerregel[] = [
  {
    nummer: 'AFT-015',
    liste: 'egenskaber',
    da: 'Sluttidspunkt ligger før Starttidspunkt; ret aftalen.',
    en: 'Sluttidspunkt lies before Starttidspunkt; correct the appointment.',
    brydes: [[vaerdi('egenskaber.0.sluttidspunkt', '2026-01-15T09:59:59+01:00')]],
  },
  {
    nummer: 'AFT-016',
    liste: 'parter',
    da: 'En aftale uden sag skal selv have Primær part og Primær klasse; send dem med.',
    en: 'An appointment without a case must have Primær part and Primær klasse itself; include them.',
    brydes: [[vaerdi('sag', undefined), vaerdi('klasser', [])]],
  },
]

/** Every rule over more than one field by its number. */
export const TVAERREGLER: ReadonlyMap<string, Tvaerregel> = new Map(
  [...TVAER_JOURNALNOTAT, ...TVAER_BEVILLING, ...TVAER_EFFEKTUERING, ...TVAER_AFTALE].map((regel) => [regel.nummer, regel]),
)
