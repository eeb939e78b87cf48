import type { Arbejdskontekst, Sprog } from '#web'
import type { Fagsystemhaendelse, Fagsystemskridt } from '../fagsystemvej.ts'
import { kommunenavn } from './dele.ts'
import { ord } from './texts/index.ts'

type Saetning<T extends Fagsystemskridt['type']> = (skridt: Extract<Fagsystemskridt, { type: T }>) => string
type Ordbog = { readonly [T in Exclude<Fagsystemskridt['type'], 'foreslaaet' | 'bekraeftet' | 'trukketTilbage'>]: Saetning<T> }

const hos = (ordet: string, kommune: Parameters<typeof kommunenavn>[0]) => (kommune ? ` ${ordet} ${kommunenavn(kommune)}` : '')

const ORDBOG: { readonly [S in Sprog]: Ordbog } = {
  da: {
    registreret: ({ version }) => `registreret i version ${version}`,
    nyVersion: ({ version }) => `skiftet til version ${version}`,
    aftaleNoteret: ({ kommune }) => `aftalen med ${kommunenavn(kommune)} noteret`,
    sandkasseAabnet: () => 'nøgler til sandkassen hentet',
    afproevet: ({ bestaaet, version }) => `version ${version} ${bestaaet ? 'bestod afprøvningen' : 'bestod ikke afprøvningen'}`,
    suspenderet: ({ kommune, aarsag }) => `stoppet${hos('for', kommune)}: ${aarsag}`,
  },
  en: {
    registreret: ({ version }) => `registered in version ${version}`,
    nyVersion: ({ version }) => `changed to version ${version}`,
    aftaleNoteret: ({ kommune }) => `agreement with ${kommunenavn(kommune)} noted`,
    sandkasseAabnet: () => 'keys for the sandbox fetched',
    afproevet: ({ bestaaet, version }) =>
      `version ${version} ${bestaaet ? 'passed the compliance test' : 'failed the compliance test'}`,
    suspenderet: ({ kommune, aarsag }) => `suspended${hos('for', kommune)}: ${aarsag}`,
  },
}

/** What a step of a system's road was, in words. What was proposed is named again where it is confirmed or taken back. */
export function skridtord(k: Arbejdskontekst, skridt: Fagsystemskridt, alle: readonly Fagsystemhaendelse[]): string {
  if (skridt.type === 'foreslaaet') return forslagsord(k, skridt)
  if (skridt.type === 'bekraeftet' || skridt.type === 'trukketTilbage') {
    const forslag = alle.map(({ data }) => data).find((data) => data.type === 'foreslaaet' && data.forslag === skridt.forslag)
    const udfald = UDFALD[k.sprog][skridt.type]
    const hvad = forslag?.type === 'foreslaaet' ? `${forslagsord(k, forslag)}: ` : ''
    return skridt.type === 'bekraeftet' ? `${hvad}${udfald}` : `${hvad}${udfald} (${skridt.aarsag})`
  }
  const saetning = ORDBOG[k.sprog][skridt.type] as (skridt: Fagsystemskridt) => string
  return saetning(skridt)
}

const UDFALD = {
  da: { bekraeftet: 'bekræftet', trukketTilbage: 'trukket tilbage' },
  en: { bekraeftet: 'confirmed', trukketTilbage: 'taken back' },
} as const

const forslagsord = (k: Arbejdskontekst, { hvad, kommune }: Extract<Fagsystemskridt, { type: 'foreslaaet' }>): string =>
  ord(k.sprog).forslag.hvad[hvad](kommunenavn(kommune))
