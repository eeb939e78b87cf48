/** An amount in kroner as a decimal string of at most 15 digits before and 4 after the point. Never a float. Source: BeloebType, Ydelsesindeks 6. */
export type Beloeb = string & { readonly __beloeb: true }

const BELOEB = /^(-?)0*(\d{1,15})(?:\.(\d{1,4}))?$/

/** The amount in one form (no leading zeros, no trailing zeros after the point, no negative zero), or undefined. */
export function parseBeloeb(text: string): Beloeb | undefined {
  const match = BELOEB.exec(text)
  if (!match) return undefined
  const oere = (match[3] ?? '').replace(/0+$/, '')
  const vaerdi = oere ? `${match[2]}.${oere}` : String(match[2])
  return (vaerdi === '0' ? vaerdi : `${match[1]}${vaerdi}`) as Beloeb
}

export const isNegativt = (beloeb: Beloeb): boolean => beloeb.startsWith('-')

const SKALA = 10_000n

const toTitusindedele = (beloeb: Beloeb): bigint => {
  const [hele = '0', dele = ''] = beloeb.replace('-', '').split('.')
  const vaerdi = BigInt(hele) * SKALA + BigInt(dele.padEnd(4, '0'))
  return isNegativt(beloeb) ? -vaerdi : vaerdi
}

/** The exact sum; of nothing, 0. */
export function sumBeloeb(beloeb: readonly Beloeb[]): Beloeb {
  const sum = beloeb.reduce((total, led) => total + toTitusindedele(led), 0n)
  const absolut = sum < 0n ? -sum : sum
  const text = `${sum < 0n ? '-' : ''}${absolut / SKALA}.${String(absolut % SKALA).padStart(4, '0')}`
  return parseBeloeb(text) as Beloeb
}
