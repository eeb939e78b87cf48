import type { Forklaring, Vinkelforklaring } from './forklar.ts'

/** An explanation as lines for a terminal, in Danish. */
export function writeForklaring({ objekt, art, vises, grund, forklaring, aendring, ord, vinkler }: Forklaring): string {
  return [
    `${art} ${objekt}`,
    vises ? `VISES: ${forklaring.da}` : `VISES IKKE (${grund}): ${forklaring.da}`,
    ...(aendring ? [`For at det kan vises: ${aendring.da}`] : []),
    ...(ord ? [`Med ordene: ${ord.titel.da}${ord.tilstand ? ` (${ord.tilstand})` : ''}`] : []),
    ...vinkler.flatMap(writeVinkel),
  ].join('\n')
}

const SOM = { egen: 'efter eget nummer', sag: 'på sagen', ydelse: 'som ydelse' } as const
const TEGN = { vises: 'ja ', skjules: 'NEJ', kanIkkeAfgoeres: ' ? ' } as const

const writeVinkel = ({ som, sag, kommune, kle, sagenVises, regler }: Vinkelforklaring): string[] => [
  '',
  `Set ${SOM[som]}${som === 'sag' && sag ? ` ${sag}` : ''}: kommune ${kommune}, KLE ${kle || '-'}${sagenVises === false ? '; sagen vises ikke' : ''}`,
  ...regler.map(({ regel, udfald, forklaring }) => `  ${TEGN[udfald]} ${regel.padEnd(18)} ${forklaring.da}`),
]
