import { readFileSync } from 'node:fs'
import type { Config } from '#config'
import { type KleUdgave, readUdgaver } from '#klassifikation'
import type { Rolleoverrides } from '#modtagelse'
import { demoHenvendelsesregister, type Henvendelsesregister, readHenvendelsessteder } from '#myndighed'
import { type Minimumsliste, readMinimumsliste } from '#opsaetning/plan'
import { Opstartsfejl } from '#platform/database'

const REGISTERFEJL = 'HENVENDELSESSTEDER:'

/** Without a file nobody's contact points are known, and pages name the municipality; those of the demo are made up. */
export function findHenvendelsesregister({ henvendelsessteder: fil, demo }: Config): Henvendelsesregister {
  if (fil === undefined) return demo ? demoHenvendelsesregister() : new Map()
  let tekst: string
  try {
    tekst = readFileSync(fil, 'utf8')
  } catch {
    throw new Opstartsfejl(`${REGISTERFEJL} ${fil} kan ikke læses.`)
  }
  const svar = readHenvendelsessteder(tekst)
  if (!svar.ok) throw new Opstartsfejl(`${REGISTERFEJL} ${fil} kan ikke bruges: ${svar.afvisning}`)
  return svar.value
}

/** The editions of KLE. Throws Opstartsfejl with the name of the file that cannot be used. */
export async function findUdgaver({ kleUdgaver: mappe }: Config): Promise<readonly KleUdgave[]> {
  const svar = await readUdgaver(mappe).catch(() => undefined)
  if (!svar) throw new Opstartsfejl(`KLE_UDGAVER: mappen ${mappe} kan ikke læses.`)
  if (!svar.ok)
    throw new Opstartsfejl(`KLE_UDGAVER: ${svar.afvisning.fil} kan ikke bruges: ${svar.afvisning.afvisning.besked.da}`)
  return svar.value
}

export function readRoller(fil: string | undefined): Rolleoverrides {
  if (fil === undefined) return {}
  try {
    return JSON.parse(readFileSync(fil, 'utf8')) as Rolleoverrides
  } catch {
    throw new Opstartsfejl(`BORGERBLIKKET_ROLLER: ${fil} kan ikke læses som JSON.`)
  }
}

/** The national minimum list, the site's own or the project's proposal. Throws Opstartsfejl where the file cannot be used. */
export function findMinimumsliste({ minimumsliste: fil }: Config): Minimumsliste {
  try {
    return readMinimumsliste(fil)
  } catch (error) {
    const hvorfor = error instanceof TypeError ? error.message : 'filen kan ikke læses som JSON'
    throw new Opstartsfejl(`MINIMUMSLISTE: ${fil} kan ikke bruges: ${hvorfor}.`)
  }
}
