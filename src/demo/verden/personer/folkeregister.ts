import type { Adresse } from '#part'
import type { Kommune } from '../kommuner.ts'
import { EFTERNAVNE, VEJE } from '../navne.ts'
import { createTilfaeldighed } from '../tilfaeldighed.ts'

/** Postcodes that no post office has: the lowest in use is 0555. */
const POSTNUMRE: Readonly<Record<string, string>> = { '0000': '0110', '0001': '0120' }

/** Where a household lives in a municipality. `hjem` names the household: the same one lives at the same address. */
export function adresseFor(hjem: string, kommune: Kommune): Adresse {
  const r = createTilfaeldighed(`adresse/${hjem}/${kommune.kode}`)
  const vej = r.vaelg(VEJE)
  const husnummer = `${r.heltal(1, 148)}${r.chance(0.15) ? r.vaelg(['A', 'B', 'C']) : ''}`
  const lejlighed = r.chance(0.4) ? { etage: `${r.heltal(1, 4)}`, doer: r.vaelg(['tv', 'th', 'mf']) } : {}
  return { vej, husnummer, ...lejlighed, postnummer: POSTNUMRE[kommune.kode] ?? '0100', by: kommune.by }
}

/** The names that somebody has had before: some have taken another surname. */
export function tidligereNavneFor(noegle: string, navn: string): readonly string[] {
  const r = createTilfaeldighed(`tidligere-navn/${noegle}`)
  const fornavne = navn.split(' ').slice(0, -1)
  const efternavn = r.vaelg(EFTERNAVNE)
  return r.chance(0.12) && !navn.endsWith(efternavn) ? [[...fornavne, efternavn].join(' ')] : []
}
