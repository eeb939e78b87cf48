import type { Terning } from '../../byggere/tilfaeldighed.ts'
import { EFTERNAVN, KVINDE, MAND } from './befolkning.ts'

const to = (tal: number): string => String(tal).padStart(2, '0')

/** A line of `RENE_LINJER` with digits and names in its fields; `egen` is the citizen's own name, which is nobody else's. */
export function fillRen(linje: string, egen: string, terning: Terning): string {
  const felter: Readonly<Record<string, () => string>> = {
    '{egen}': () => egen,
    '{egenf}': () => egen.split(' ')[0] ?? '',
    '{f}': () => terning.vaelg([...MAND, ...KVINDE]),
    '{e}': () => terning.vaelg(EFTERNAVN).replace(/s$/, ''),
    '{dato}': () => createDato(terning),
    '{kl}': () => terning.vaelg([`${to(terning.heltal(8, 16))}.${to(terning.heltal(0, 59))}`, `${to(terning.heltal(8, 16))}:30`]),
    '{tlf}': () => createTelefon(terning),
  }
  return linje.replace(/\{[a-z]+\}/g, (felt) => felter[felt]?.() ?? felt).replace(/#/g, () => String(terning.heltal(0, 9)))
}

function createDato(terning: Terning): string {
  const [dag, maaned, aar] = [terning.heltal(1, 28), terning.heltal(1, 12), terning.heltal(2015, 2025)]
  return terning.vaelg([
    `${to(dag)}.${to(maaned)}.${aar}`,
    `${to(dag)}-${to(maaned)}-${aar}`,
    `${dag}/${maaned} ${aar}`,
    `${dag}/${maaned}-${aar % 100}`,
    `${aar}-${to(maaned)}-${to(dag)}`,
    `${to(dag)}.${to(maaned)}.${aar % 100}`,
    `${dag}. ${terning.vaelg(['januar', 'marts', 'maj', 'august', 'oktober', 'december'])} ${aar}`,
  ])
}

function createTelefon(terning: Terning): string {
  const par = Array.from({ length: 4 }, () => to(terning.heltal(20, 99)))
  return terning.vaelg([par.join(' '), par.join(''), `${par[0]}${par[1]} ${par[2]}${par[3]}`, par.join('.')])
}
