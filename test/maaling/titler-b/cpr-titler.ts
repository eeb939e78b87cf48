import type { Terning } from '../../byggere/tilfaeldighed.ts'

type Dele = { readonly D: string; readonly M: string; readonly Y: string; readonly Å: string; readonly s: string }
type Stavning = { readonly navn: string; readonly skriv: (dele: Dele) => string }

const dato = ({ D, M, Y }: Dele): string => `${D}${M}${Y}`
const mellem = (navn: string, tegn: string): Stavning => ({ navn, skriv: (det) => `${dato(det)}${tegn}${det.s}` })
const opdelt = (navn: string, tegn: string, sidst: string): Stavning => ({
  navn,
  skriv: ({ D, M, Y, s }) => `${D}${tegn}${M}${tegn}${Y}${sidst}${s}`,
})
const fuldBredde = (tekst: string): string => tekst.replace(/\d/g, (ciffer) => String.fromCodePoint(0xff10 + Number(ciffer)))

const ALMINDELIGE: readonly Stavning[] = [mellem('bindestreg', '-'), mellem('ingen', ''), mellem('mellemrum', ' ')]
const STAVNINGER: readonly Stavning[] = [
  ...ALMINDELIGE,
  mellem('tankestreg', '–'),
  mellem('tankestreg med luft', ' – '),
  mellem('bindestreg med luft', ' - '),
  mellem('bindestreg og mellemrum', '- '),
  mellem('bindestreg, ikke ASCII', '‐'),
  mellem('hårdt mellemrum', '\u00a0'),
  mellem('tyndt mellemrum', '\u2009'),
  mellem('smalt mellemrum', '\u202f'),
  mellem('punktum', '.'),
  mellem('skråstreg', '/'),
  mellem('understreg', '_'),
  mellem('lodret streg', '|'),
  mellem('komma', ','),
  mellem('to streger', '--'),
  mellem('uden bredde', '\u200b'),
  mellem('ordforbinder', '\u2060-'),
  opdelt('punktummer', '.', '-'),
  opdelt('punktummer og mellemrum', '.', ' '),
  opdelt('kun punktummer', '.', '.'),
  opdelt('kun mellemrum', ' ', ' '),
  opdelt('kun bindestreger', '-', '-'),
  opdelt('skråstreger', '/', '-'),
  opdelt('skråstreger og mellemrum', '/', ' '),
  opdelt('hårde mellemrum', '\u00a0', '-'),
  { navn: 'langt år', skriv: ({ D, M, Å, s }) => `${D}${M}${Å}-${s}` },
  { navn: 'langt år uden streg', skriv: ({ D, M, Å, s }) => `${D}${M}${Å}${s}` },
  { navn: 'langt år, punktummer', skriv: ({ D, M, Å, s }) => `${D}.${M}.${Å}-${s}` },
  { navn: 'fuld bredde', skriv: (det) => fuldBredde(`${dato(det)}-${det.s}`) },
  { navn: 'fuld bredde i ét', skriv: (det) => fuldBredde(`${dato(det)}${det.s}`) },
  { navn: 'to og to', skriv: ({ D, M, Y, s }) => `${D} ${M} ${Y} ${s.slice(0, 2)} ${s.slice(2)}` },
  { navn: 'tre og tre', skriv: (det) => `${dato(det).slice(0, 3)} ${dato(det).slice(3)} ${det.s}` },
]
const ANDEL_ALMINDELIGE = 0.45

/** A line of `CPR_LINJER` with a number of nobody's: the day is always 60 too high. */
export function fillCpr(linje: string, terning: Terning): { readonly titel: string; readonly kategori: string } {
  const stavning = terning.vaelg(terning.chance(ANDEL_ALMINDELIGE) ? ALMINDELIGE : STAVNINGER)
  const et = createDele(terning)
  const titel = linje.replace(/\{(.)\}/g, (felt, navn: string) => {
    if (navn in et) return et[navn as keyof Dele]
    if (navn === 'c') return stavning.skriv(et)
    if (navn === 'b') return mellem('', '-').skriv(createDele(terning))
    const svar: Readonly<Record<string, string>> = {
      a: `${dato(et)}-${et.s}`,
      r: `${dato(et)}${et.s}`,
      d: dato(et),
      f: `${et.D}.${et.M}.${et.Y}`,
    }
    return svar[navn] ?? felt
  })
  return { titel, kategori: linje.includes('{c}') ? `${stavning.navn}` : 'i linjen selv' }
}

function createDele(terning: Terning): Dele {
  const to = (tal: number): string => String(tal).padStart(2, '0')
  const aar = terning.heltal(1928, 2024)
  return {
    D: to(60 + terning.heltal(1, 28)),
    M: to(terning.heltal(1, 12)),
    Y: to(aar % 100),
    Å: String(aar),
    s: String(terning.heltal(0, 9999)).padStart(4, '0'),
  }
}
