import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { myndighedsnavn } from '#myndighed'
import { formatDato, formatKlokken } from '#web'
import type { Fund, Udfald } from '../bedoem.ts'
import type { Rapport, Rapportsag } from './rapport.ts'

/** IBM Plex Sans out of Det Fælles Designsystem: the same on every machine. */
const SKRIFTER = join(dirname(createRequire(import.meta.url).resolve('dkfds')), '../../src/fonts/IBMPlexSans/complete/ttf')
const SKRIFT = 'IBM Plex Sans'

const ORD: Readonly<Record<Udfald, string>> = {
  bestaaet: 'Bestået',
  fejlet: 'Fejlet',
  advaret: 'Advarsel',
  ikkeProevet: 'Ikke prøvet',
}
/** On white each has a contrast of at least 4.5 to 1; the word says it too. */
const FARVE: Readonly<Record<Udfald, string>> = {
  bestaaet: '#216e2e',
  fejlet: '#b3001b',
  advaret: '#7a4b00',
  ikkeProevet: '#4d4d4d',
}

/** A text as a string of typst: nothing in it is markup. */
const tekst = (vaerdi: string): string => JSON.stringify(vaerdi).replaceAll(/\\u([0-9a-f]{4})/gi, '\\u{$1}')
const celle = (vaerdi: string): string => `[#${tekst(vaerdi)}]`
const udfaldscelle = (udfald: Udfald): string =>
  `[#text(fill: rgb("${FARVE[udfald]}"), weight: "semibold", ${tekst(ORD[udfald])})]`

const tid = (vaerdi: Rapport['koersel']['startet']): string => `${formatDato(vaerdi, 'da')} ${formatKlokken(vaerdi, 'da')}`

/** The report as PDF/UA-1: tagged, in Danish, with a title; the same report gives the same bytes. */
export function skrivPdf(rapport: Rapport): Buffer {
  const typst = NodeCompiler.create({ fontArgs: [{ fontPaths: [SKRIFTER] }] })
  const indhold = [hoved(rapport), identitet(rapport), regler(rapport), fejl(rapport), underskrift()].join('\n')
  return typst.pdf(
    { mainFileContent: indhold },
    { pdfStandard: 'ua-1' as never, creationTimestamp: Date.parse(rapport.koersel.sluttet) / 1000 },
  )
}

function hoved({ koersel, bestaaet, antal }: Rapport): string {
  const titel = `Afprøvning af ${koersel.system.navn} ${koersel.system.version}`
  const dom = bestaaet ? 'Systemet har bestået afprøvningen.' : 'Systemet har ikke bestået afprøvningen.'
  return `#set document(title: ${tekst(titel)}, author: "Borgerblikket")
#set page(paper: "a4", margin: (x: 2.2cm, y: 2.2cm), numbering: "1 / 1")
#set text(lang: "da", region: "dk", font: ${tekst(SKRIFT)}, size: 10pt)
#set par(leading: 0.7em)
#show heading.where(level: 1): set text(size: 20pt, weight: "bold")
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)
#show table.cell.where(y: 0): set text(weight: "semibold")
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt + rgb("#999999") }), inset: (x: 4pt, y: 5pt))
= #${tekst(titel)}
#text(size: 13pt, weight: "semibold", fill: rgb("${FARVE[bestaaet ? 'bestaaet' : 'fejlet']}"), ${tekst(dom)})

#${tekst(`${antal.bestaaet} sager bestået, ${antal.fejlet} fejlet, ${antal.advaret} med advarsel, ${antal.ikkeProevet} ikke prøvet.`)}`
}

const MAADE = { klient: 'Vores beskeder sendt til et endepunkt', server: 'Det, systemet selv har leveret' } as const

function identitet({ koersel }: Rapport): string {
  const raekker: readonly (readonly [string, string])[] = [
    ['System', `${koersel.system.navn}, version ${koersel.system.version}`],
    ['Systemets UUID', koersel.system.id],
    ['Kommune', myndighedsnavn(koersel.kommune) ?? koersel.kommune],
    ['Måde', MAADE[koersel.maade]],
    ['Endepunkt', koersel.endepunkt],
    ['Afprøvningens version', koersel.proeveversion],
    ['Begyndt', tid(koersel.startet)],
    ['Sluttet', tid(koersel.sluttet)],
    ['Kørslens nummer', koersel.id],
  ]
  return `== Hvad der er afprøvet
#table(columns: (auto, 1fr), table.header[Oplysning][Værdi], ${raekker.map(([navn, vaerdi]) => `${celle(navn)}, ${celle(vaerdi)}`).join(', ')})`
}

function regler({ regler: alle }: Rapport): string {
  if (alle.length === 0) return ''
  const raekker = alle.map(({ regel, om, udfald, sager }) =>
    [celle(regel), celle(om.da), celle(String(sager)), udfaldscelle(udfald)].join(', '),
  )
  return `== Regel for regel
#table(columns: (auto, 1fr, auto, auto), table.header[Regel][Hvad den handler om][Sager][Udfald], ${raekker.join(', ')})`
}

const HOEJST_FEJL = 500

function fejl({ sager }: Rapport): string {
  const daarlige = sager.filter(({ udfald }) => udfald === 'fejlet' || udfald === 'advaret').slice(0, HOEJST_FEJL)
  if (daarlige.length === 0) return ''
  return `== Det, der skal rettes\n${daarlige.map(fejlsag).join('\n')}`
}

function fejlsag({ navn, om, fund }: Rapportsag): string {
  const linjer = fund.filter(({ udfald }) => udfald === 'fejlet' || udfald === 'advaret').map(fundlinje)
  return `=== #${tekst(navn)}\n#${tekst(om.da)}\n\n#list(${linjer.map((linje) => celle(linje)).join(', ')})`
}

const fundlinje = ({ regel, hvad, trin, linje }: Fund): string =>
  `${regel}: ${hvad.da}${trin === undefined ? '' : ` Trin ${trin}${linje === undefined ? '' : `, linje ${linje}`}.`}`

const underskrift = (): string =>
  `== Underskrift\n#${tekst('Rapporten er underskrevet af installationen. Underskriften ligger i filen ved siden af og efterprøves med kommandoen: borgerblikket tilslutning rapport verificer <fil>.')}`
