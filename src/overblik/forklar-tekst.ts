import type { Forklaring, Vinkelforklaring } from './forklar.ts'
import type { Titelforklaring } from './forklar-titel.ts'

/** An explanation as lines for a terminal, in Danish. */
export function writeForklaring({
  objekt,
  art,
  vises,
  grund,
  forklaring,
  aendring,
  ord,
  titelvalg,
  vinkler,
}: Forklaring): string {
  return [
    `${art} ${objekt}`,
    vises ? `VISES: ${forklaring.da}` : `VISES IKKE (${grund}): ${forklaring.da}`,
    ...(aendring ? [`For at det kan vises: ${aendring.da}`] : []),
    ...(ord ? [`Med ordene: ${ord.titel.da}${ord.tilstand ? ` (${ord.tilstand})` : ''}`] : []),
    ...(titelvalg ? writeTitelvalg(titelvalg) : []),
    ...vinkler.flatMap(writeVinkel),
  ].join('\n')
}

const writeTitelvalg = ({ forklaring, aendring, fund, siden }: Titelforklaring): string[] => [
  `Titlen: ${forklaring.da}${siden ? ` Siden ${siden}.` : ''}`,
  ...(fund.length > 0 ? [`Fundet i fagsystemets titel: ${fund.join(', ')}`] : []),
  ...(aendring ? [`For at fagsystemets egen titel kan vises: ${aendring.da}`] : []),
]

const SOM = { egen: 'efter eget nummer', sag: 'på sagen', ydelse: 'som ydelse' } as const
const TEGN = { vises: 'ja ', skjules: 'NEJ', kanIkkeAfgoeres: ' ? ' } as const

const writeVinkel = ({ som, sag, kommune, kle, sagenVises, regler }: Vinkelforklaring): string[] => [
  '',
  `Set ${SOM[som]}${som === 'sag' && sag ? ` ${sag}` : ''}: kommune ${kommune}, KLE ${kle || '-'}${sagenVises === false ? '; sagen vises ikke' : ''}`,
  ...regler.map(({ regel, udfald, forklaring }) => `  ${TEGN[udfald]} ${regel.padEnd(18)} ${forklaring.da}`),
]
