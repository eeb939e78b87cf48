import { badge, html, type Maerkat, type Markup, type Sprog } from '#web'
import { type Bemaerkning, type Bemaerkningsslags, gaeldende } from '../bemaerkning.ts'
import { ord } from './texts/index.ts'

const MAERKAT: Readonly<Record<Bemaerkningsslags, Maerkat>> = {
  obsAdfaerd: 'error',
  opholdsforbud: 'error',
  tolk: 'info',
  handicap: 'info',
  partsrepraesentant: 'neutral',
}

/** What a badge says: the kind, and of those that do not work against the citizen what it is, as "Tolk: arabisk". */
const maerkeord = (sprog: Sprog, { slags, tekst }: Bemaerkning): string => {
  const navn = ord(sprog).slags[slags]
  return MAERKAT[slags] === 'error' ? navn : `${navn}: ${tekst}`
}

/** The remarks that hold on the day, as badges for the person's line; the reason stands on the remarks' own page. */
export const bemaerkningsmaerker = (sprog: Sprog, alle: readonly Bemaerkning[], dag: string): readonly Markup[] =>
  gaeldende(alle, dag).map((en) => html`${badge(MAERKAT[en.slags], maerkeord(sprog, en))} `)
