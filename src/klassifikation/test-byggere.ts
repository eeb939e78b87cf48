import fc from 'fast-check'
import { type KleEmne, parseKleEmne, uuid } from '#kernel'
import type { KleOpslag, KleUdgave } from './udgave/udgave.ts'

/** A KLE emne for tests. Throws where the text is none. */
export function kleEmne(text: string): KleEmne {
  const parsed = parseKleEmne(text)
  if (!parsed) throw new RangeError(`Not a KLE emne: ${text}`)
  return parsed
}

/** An edition with the emner given as number -> title or opslag; group titles are "G" and "H" with the number. */
export function udgave(udgivet: string, emner: Readonly<Record<string, string | Partial<KleOpslag>>>, uddrag = false): KleUdgave {
  const opslag = Object.entries(emner).map(
    ([nr, indhold]): KleOpslag => ({
      titel: `Titel ${nr}`,
      afloestAf: [],
      stikord: [],
      ...(typeof indhold === 'string' ? { titel: indhold } : indhold),
      nr: kleEmne(nr),
    }),
  )
  const overskrifter = (laengde: number, ord: string) =>
    new Map(opslag.map(({ nr }) => [nr.slice(0, laengde), { nr: nr.slice(0, laengde), titel: `${ord} ${nr.slice(0, laengde)}` }]))
  return {
    udgivet,
    kilde: 'test',
    uddrag,
    hovedgrupper: overskrifter(2, 'H'),
    grupper: overskrifter(5, 'G'),
    emner: new Map(opslag.map((et) => [et.nr, et])),
  }
}

const to = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
/** Text that XML can carry and that trimming leaves as it is. */
const ord = fc
  .string({ unit: fc.constantFrom('a', 'Æ', 'ø', '<', '&', '"', "'", ']', '>', ' ', '🙂', '-'), minLength: 1, maxLength: 12 })
  .map((tekst) => `T${tekst}.`)
const dato = fc.constantFrom('1996-01-01', '2024-02-29', '2027-01-01')

const opslagUdenNr = fc.record(
  {
    titel: ord,
    uuid: fc.uuid().map(uuid),
    udgaar: dato,
    bevaring: fc.constantFrom('B' as const, 'K' as const, 'K5' as const, 'K10' as const),
    sletning: fc.constantFrom('P1825D', 'P18200D', 'P5Y'),
    afloestAf: fc.array(
      fc.tuple(to, to, to).map((dele) => dele.join('.')),
      { maxLength: 3 },
    ),
    stikord: fc.array(ord, { maxLength: 3 }),
  },
  { requiredKeys: ['titel', 'afloestAf', 'stikord'] },
)

/** Arbitrary editions. A number that has replacements has an end, as in KL's XML. */
export const udgaveAf = (): fc.Arbitrary<KleUdgave> =>
  fc
    .tuple(
      dato,
      fc.dictionary(
        fc.tuple(to, to, to).map((dele) => dele.join('.')),
        opslagUdenNr,
        { minKeys: 1, maxKeys: 12 },
      ),
    )
    .map(([udgivet, emner]) => {
      const medSlut = Object.entries(emner).map(([nr, indhold]) => [
        nr,
        indhold.afloestAf.length > 0 ? { ...indhold, udgaar: indhold.udgaar ?? '2024-01-01' } : indhold,
      ])
      return udgave(udgivet, Object.fromEntries(medSlut))
    })

const esc = (tekst: string): string => tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const felt = (navn: string, vaerdi: string | undefined): string =>
  vaerdi === undefined ? '' : `<${navn}>${esc(vaerdi)}</${navn}>`

/** The edition as KL's XML, written without the code under test. */
export function xmlAf({ udgivet, hovedgrupper, grupper, emner }: KleUdgave): string {
  const emneXml = (emne: KleOpslag): string => {
    const afloest = emne.afloestAf.map((nr) => `<AfloestAf>${felt('EmneNr', nr)}</AfloestAf>`).join('')
    const slut =
      afloest === '' ? felt('UdgaaetDato', emne.udgaar) : `<Flyttet>${felt('FlyttetDato', emne.udgaar)}${afloest}</Flyttet>`
    const stikord = emne.stikord.map((et) => `<EmneStikord><Orden>1</Orden>${felt('Tekst', et)}</EmneStikord>`).join('')
    return `<Emne>${felt('EmneNr', emne.nr)}${felt('EmneTitel', emne.titel)}<EmneAdministrativInfo>${felt('OprettetDato', '1988-01-01')}${slut === '' ? '' : `<Historisk>${slut}</Historisk>`}</EmneAdministrativInfo>${felt('BevaringJaevnfoerArkivloven', emne.bevaring)}${felt('SletningJaevnfoerPersondataloven', emne.sletning)}${stikord}${felt('UUID', emne.uuid)}</Emne>`
  }
  const under = <T extends { readonly nr: string }>(alle: Iterable<T>, nr: string): T[] =>
    [...alle].filter((et) => et.nr.startsWith(`${nr}.`))
  const gruppeXml = ({ nr, titel }: { nr: string; titel?: string }): string =>
    `<Gruppe>${felt('GruppeNr', nr)}${felt('GruppeTitel', titel)}${under(emner.values(), nr).map(emneXml).join('\n')}</Gruppe>`
  const hovedgruppeXml = ({ nr, titel }: { nr: string; titel?: string }): string =>
    `<Hovedgruppe>${felt('HovedgruppeNr', nr)}${felt('HovedgruppeTitel', titel)}${under(grupper.values(), nr).map(gruppeXml).join('\n')}</Hovedgruppe>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<KLE-Emneplan>${felt('UdgivelsesDato', udgivet)}${[...hovedgrupper.values()].map(hovedgruppeXml).join('\n')}</KLE-Emneplan>`
}
