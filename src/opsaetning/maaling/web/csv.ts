import { livsomraadeMedNoegle } from '#klassifikation'
import { type Sprog, writeCsv } from '#web'
import type { Maanedstal } from '../hent-tal.ts'
import type { Vist } from '../undertryk.ts'
import { visTal } from './tal.view.ts'
import { ord } from './texts/index.ts'

/** The same as the page tells, for a Danish spreadsheet: a row for each month, and one for each area of it. */
export function writeTalCsv(maaneder: readonly Maanedstal[], sprog: Sprog): string {
  const t = ord(sprog)
  const tal = (antal: Vist | undefined): string => visTal(sprog, antal, String)
  const raekker = maaneder.flatMap((led) => [
    [
      ...[led.maaned.slice(0, 7), '', tal(led.borgere), tal(led.besoeg), tal(led.andel), tal(led.sikre), tal(led.holdt)],
      ...[tal(led.gennemgang?.titler), tal(led.gennemgang && Math.round(led.gennemgang.dage * 10) / 10)],
    ],
    ...led.omraader.map(({ omraade, borgere, besoeg }) => [
      ...[led.maaned.slice(0, 7), livsomraadeMedNoegle(omraade)?.navn[sprog] ?? omraade, tal(borgere), tal(besoeg)],
      ...['', '', '', '', ''],
    ]),
  ])
  return writeCsv(
    [
      t.maaned,
      t.omraade,
      t.borgere,
      t.besoeg,
      `${t.andel} (%)`,
      t.sikre,
      t.holdt,
      t.kolonner.titler,
      `${t.ventetid} (${t.dage('')})`,
    ].map((navn) => navn.replace(/\s+/g, ' ').replace('( ', '(')),
    raekker,
  )
}
