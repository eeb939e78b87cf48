import { FOELSOMHEDER } from '#kernel'
import { isAltidLukket } from '#klassifikation'
import { danskDag, danskTime, isArbejdsdag } from '#platform/clock'
import type { Alarmfakta } from './fakta.ts'

/** The rules of alarms said once more, from the words of docs/partsoverblik.md, for tests to compare with. */
export const naivtRejst = (f: Alarmfakta): readonly string[] =>
  [...omNavn(f), ...omHvem(f), ...omHvad(f), ...omHvornaar(f)].sort()

const hvis = (betingelse: boolean, alarm: string): readonly string[] => (betingelse ? [alarm] : [])
const isSelv = ({ medarbejder, part }: Alarmfakta): boolean => medarbejder.part === part
const mildere = ({ egenSag }: Alarmfakta): string => (egenSag ? 'log' : 'koe')

const laest = (navn: string): string =>
  navn
    .toLowerCase()
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

function omNavn(f: Alarmfakta): readonly string[] {
  const eget = laest(f.medarbejder.navn)
  const navne = f.kendetegn.navne.map(laest).filter((navn) => navn.includes(' '))
  if (isSelv(f) || !eget.includes(' ')) return []
  const yderste = (navn: string): string => navn.replace(/ .* /, ' ')
  const sidste = (navn: string): string => navn.slice(navn.lastIndexOf(' '))
  if (navne.some((navn) => yderste(navn) === yderste(eget)))
    return [f.medarbejder.part === undefined ? 'muligtSelv koe' : `sammeNavn ${mildere(f)}`]
  return hvis(
    navne.some((navn) => sidste(navn) === sidste(eget)),
    'sammeNavn log',
  )
}

function omHvem(f: Alarmfakta): readonly string[] {
  const sted = (adresse = ''): string => adresse.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  const eget = sted(f.medarbejder.adresse)
  return [
    ...hvis(isSelv(f), 'selv spoerg'),
    ...hvis(f.slaegt !== undefined, 'paaroerende koe'),
    ...hvis(!isSelv(f) && eget !== '' && eget === sted(f.kendetegn.adresse), 'sammeAdresse koe'),
    ...hvis(f.kollega && !isSelv(f), `kollega ${mildere(f)}`),
    ...hvis(f.adressebeskyttet, `beskyttet ${mildere(f)}`),
  ]
}

function omHvad(f: Alarmfakta): readonly string[] {
  const trin = f.ting.map(({ foelsomhed }) => FOELSOMHEDER.indexOf(foelsomhed))
  const lukket = f.ting.some(({ kle }) => kle && isAltidLukket(kle))
  return [
    ...hvis(trin.includes(3), `vip ${mildere(f)}`),
    ...hvis(!f.egenSag && (lukket || trin.some((nr) => nr > 1)), 'foelsomt log'),
  ]
}

function omHvornaar(f: Alarmfakta): readonly string[] {
  const dage = f.vaner.tidligere.map(({ borgere }) => borgere).sort((a, b) => a - b)
  const midt = [dage[Math.ceil(dage.length / 2) - 1] ?? 0, dage[Math.floor(dage.length / 2)] ?? 0] as const
  const graense = Math.min(120, Math.max(25, Math.ceil((3 * (midt[0] + midt[1])) / 2)))
  const time = danskTime(f.tid)
  const vante = f.vaner.tidligere.filter(({ dag, omNatten }) => omNatten > 0 || !isArbejdsdag(dag)).length
  return [
    ...hvis(f.vaner.iDag > f.vaner.foer && f.vaner.iDag > graense && (f.vaner.iDag - 1) % graense === 0, 'maengde koe'),
    ...hvis(!isArbejdsdag(danskDag(f.tid)) || time < 6 || time > 19, vante > 2 ? 'tidspunkt log' : `tidspunkt ${mildere(f)}`),
  ]
}
