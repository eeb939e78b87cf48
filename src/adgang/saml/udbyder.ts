import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type CvrNummer, parseCvrNummer } from '#kernel'
import { Opstartsfejl } from '#platform/database'
import { readUdbydermetadata, type Udbydermetadata } from './metadata.ts'

/** An identity provider, and what the installation lets it say. */
export type Udbyder = Udbydermetadata & {
  /** Its name in addresses: `korsbaek`. */
  readonly noegle: string
  /** What employees choose it by. */
  readonly navn: string
  /** The organisations that it may speak for. What it says of another's employees is refused. */
  readonly cvr: readonly CvrNummer[]
  /** The ends of its employees' mail addresses, for a link that leads straight to it. */
  readonly domaener: readonly string[]
  /** Whether the answer itself must be signed too; the assertion in it always must. */
  readonly svarSigneret: boolean
  /** Lets the provider answer from a login of earlier in the day, instead of asking anew. */
  readonly genbrugLogin: boolean
}

const FELTER = ['noegle', 'navn', 'metadata', 'cvr', 'domaener', 'svarSigneret', 'genbrugLogin']
const NOEGLE = /^[a-z0-9][a-z0-9-]{0,39}$/
const DOMAENE = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/
const HOEJST = 200

/**
 * Reads the installation's identity providers: `{"udbydere": [{"noegle": "korsbaek", "navn": "Korsbæk Kommune", "metadata": "korsbaek.xml",
 * "cvr": ["11111111"], "domaener": ["korsbaek.dk"]}]}`, with metadata files beside it. Throws Opstartsfejl for anything else, a field it does
 * not know among it: a misspelt limit would be none.
 */
export function readUdbydere(fil: string): readonly Udbyder[] {
  const { udbydere } = readObjekt(parse(fil), ['udbydere'], fil)
  if (!Array.isArray(udbydere) || udbydere.length === 0 || udbydere.length > HOEJST)
    throw new Opstartsfejl(`${fil}: udbydere skal være en liste med 1 til ${HOEJST}.`)
  const laeste = udbydere.map((en) => readUdbyder(en, fil))
  for (const felt of ['noegle', 'navn', 'entityId'] as const)
    if (new Set(laeste.map((en) => en[felt])).size !== laeste.length)
      throw new Opstartsfejl(`${fil}: to udbydere har samme ${felt}.`)
  const domaener = laeste.flatMap((en) => en.domaener)
  if (new Set(domaener).size !== domaener.length) throw new Opstartsfejl(`${fil}: to udbydere har samme domæne.`)
  return laeste
}

function parse(fil: string): unknown {
  try {
    return JSON.parse(readFileSync(fil, 'utf8'))
  } catch {
    throw new Opstartsfejl(`${fil} kan ikke læses som JSON.`)
  }
}

function readObjekt(vaerdi: unknown, felter: readonly string[], fil: string): Readonly<Record<string, unknown>> {
  if (typeof vaerdi !== 'object' || vaerdi === null || Array.isArray(vaerdi)) throw new Opstartsfejl(`${fil}: et objekt ventes.`)
  const ukendt = Object.keys(vaerdi).find((felt) => !felter.includes(felt))
  if (ukendt !== undefined) throw new Opstartsfejl(`${fil}: feltet ${ukendt} er ukendt.`)
  return vaerdi as Record<string, unknown>
}

function readUdbyder(vaerdi: unknown, fil: string): Udbyder {
  const felter = readObjekt(vaerdi, FELTER, fil)
  const { noegle, navn, metadata, svarSigneret = true, genbrugLogin = false } = felter
  if (typeof noegle !== 'string' || !NOEGLE.test(noegle))
    throw new Opstartsfejl(`${fil}: noegle skal være små bogstaver, tal og bindestreger.`)
  const fejl = (hvad: string): never => {
    throw new Opstartsfejl(`${fil}: ${noegle}: ${hvad}`)
  }
  if (typeof navn !== 'string' || navn.trim() === '' || navn.length > 100) return fejl('navn mangler.')
  if (typeof metadata !== 'string' || metadata === '') return fejl('metadata skal være navnet på en fil.')
  if (typeof svarSigneret !== 'boolean' || typeof genbrugLogin !== 'boolean')
    return fejl('svarSigneret og genbrugLogin skal være true eller false.')
  const cvr = readListe(felter['cvr']).map((en) => parseCvrNummer(en) ?? fejl(`${en} er ikke et CVR-nummer.`))
  if (cvr.length === 0) return fejl('cvr skal nævne de organisationer, som udbyderen taler for.')
  const domaener = readListe(felter['domaener'] ?? []).map((en) => en.toLowerCase())
  if (!domaener.every((en) => DOMAENE.test(en))) return fejl('domaener skal være som kommune.dk.')
  return {
    noegle,
    navn: navn.trim(),
    cvr,
    domaener,
    svarSigneret,
    genbrugLogin,
    ...readMetadatafil(resolve(dirname(fil), metadata)),
  }
}

const readListe = (vaerdi: unknown): readonly string[] =>
  Array.isArray(vaerdi) && vaerdi.every((en) => typeof en === 'string') ? vaerdi : []

function readMetadatafil(sti: string): Udbydermetadata {
  let xml: Buffer
  try {
    xml = readFileSync(sti)
  } catch {
    throw new Opstartsfejl(`${sti} kan ikke læses.`)
  }
  return readUdbydermetadata(xml, sti)
}

/** The certificates that hold now; none where the metadata themselves have run out. */
export const gyldigeCertifikater = ({ certifikater, gyldigTil }: Udbydermetadata, nu: number): Udbydermetadata['certifikater'] =>
  gyldigTil !== undefined && gyldigTil <= nu
    ? []
    : certifikater.filter(({ validFromDate, validToDate }) => validFromDate.getTime() <= nu && nu < validToDate.getTime())
