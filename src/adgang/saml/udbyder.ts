import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type CvrNummer, parseCvrNummer } from '#kernel'
import { Opstartsfejl } from '#platform/database'
import { isMetadataUnderskrevet, readUdbydermetadata, type Udbydermetadata } from './metadata.ts'

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
  /** Whether our request names the level that is asked for (RequestedAuthnContext). What comes is judged by its own attributes in any case. */
  readonly spoergNiveau: boolean
  /** Whether the metadata file was signed by the certificate that the installation names for it. */
  readonly metadataEfterset: boolean
  /** When the metadata ask to be fetched anew, in ms. */
  readonly genhentes: number | undefined
}

const VALG = { svarSigneret: true, genbrugLogin: false, spoergNiveau: true } as const
const FELTER = ['noegle', 'navn', 'metadata', 'metadataCertifikat', 'cvr', 'domaener', ...Object.keys(VALG)]
const NOEGLE = /^[a-z0-9][a-z0-9-]{0,39}$/
const DOMAENE = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/
const HOEJST = 200

/**
 * Reads the installation's identity providers: `{"udbydere": [{"noegle": "korsbaek", "navn": "Korsbæk Kommune", "metadata": "korsbaek.xml",
 * "cvr": ["11111111"], "domaener": ["korsbaek.dk"]}]}`, with metadata files beside it. Throws Opstartsfejl for anything else, a field it does
 * not know among it: a misspelt limit would be none.
 */
export async function readUdbydere(fil: string): Promise<readonly Udbyder[]> {
  const { udbydere } = readObjekt(parse(fil), ['udbydere'], fil)
  if (!Array.isArray(udbydere) || udbydere.length === 0 || udbydere.length > HOEJST)
    throw new Opstartsfejl(`${fil}: udbydere skal være en liste med 1 til ${HOEJST}.`)
  const laeste: Udbyder[] = []
  for (const en of udbydere) laeste.push(await readUdbyder(en, fil))
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

async function readUdbyder(vaerdi: unknown, fil: string): Promise<Udbyder> {
  const felter = readObjekt(vaerdi, FELTER, fil)
  const { noegle, navn, metadata, metadataCertifikat } = felter
  if (typeof noegle !== 'string' || !NOEGLE.test(noegle))
    throw new Opstartsfejl(`${fil}: noegle skal være små bogstaver, tal og bindestreger.`)
  const fejl = (hvad: string): never => {
    throw new Opstartsfejl(`${fil}: ${noegle}: ${hvad}`)
  }
  if (typeof navn !== 'string' || navn.trim() === '' || navn.length > 100) return fejl('navn mangler.')
  if (typeof metadata !== 'string' || metadata === '') return fejl('metadata skal være navnet på en fil.')
  if (metadataCertifikat !== undefined && typeof metadataCertifikat !== 'string')
    return fejl('metadataCertifikat skal være navnet på en fil.')
  const valg = { ...VALG, ...Object.fromEntries(Object.entries(felter).filter(([felt]) => Object.hasOwn(VALG, felt))) }
  if (!isValg(valg)) return fejl(`${Object.keys(VALG).join(', ')} skal være true eller false.`)
  const cvr = readListe(felter['cvr']).map((en) => parseCvrNummer(en) ?? fejl(`${en} er ikke et CVR-nummer.`))
  if (cvr.length === 0) return fejl('cvr skal nævne de organisationer, som udbyderen taler for.')
  const domaener = readListe(felter['domaener'] ?? []).map((en) => en.toLowerCase())
  if (!domaener.every((en) => DOMAENE.test(en))) return fejl('domaener skal være som kommune.dk.')
  return {
    noegle,
    navn: navn.trim(),
    cvr,
    domaener,
    ...valg,
    ...(await readMetadatafil(
      resolve(dirname(fil), metadata),
      metadataCertifikat === undefined ? undefined : resolve(dirname(fil), metadataCertifikat),
    )),
  }
}

const isValg = (valg: Readonly<Record<string, unknown>>): valg is Readonly<Record<keyof typeof VALG, boolean>> =>
  Object.values(valg).every((en) => typeof en === 'boolean')

const readListe = (vaerdi: unknown): readonly string[] =>
  Array.isArray(vaerdi) && vaerdi.every((en) => typeof en === 'string') ? vaerdi : []

type Laest = Udbydermetadata & Pick<Udbyder, 'metadataEfterset' | 'genhentes'>

async function readMetadatafil(sti: string, certifikat: string | undefined): Promise<Laest> {
  const xml = readFil(sti)
  const metadata = readUdbydermetadata(xml, sti)
  if (certifikat !== undefined && !(await isMetadataUnderskrevet(xml, readCertifikatfil(certifikat))))
    throw new Opstartsfejl(
      `${sti} er ikke underskrevet som et hele af ${certifikat}. Hent filen igen, eller få certifikatet bekræftet.`,
    )
  // The file's own time is when it was fetched, where nothing else is known.
  const genhentes = metadata.genhentesEfter === undefined ? undefined : statSync(sti).mtimeMs + metadata.genhentesEfter
  return { ...metadata, metadataEfterset: certifikat !== undefined, genhentes }
}

function readFil(sti: string): Buffer {
  try {
    return readFileSync(sti)
  } catch {
    throw new Opstartsfejl(`${sti} kan ikke læses.`)
  }
}

function readCertifikatfil(sti: string): X509Certificate {
  const bytes = readFil(sti)
  try {
    return new X509Certificate(bytes)
  } catch {
    throw new Opstartsfejl(`${sti} er ikke et certifikat (PEM).`)
  }
}

/** The certificates that hold now; none where the metadata themselves have run out. */
export const gyldigeCertifikater = ({ certifikater, gyldigTil }: Udbydermetadata, nu: number): Udbydermetadata['certifikater'] =>
  gyldigTil !== undefined && gyldigTil <= nu
    ? []
    : certifikater.filter(({ validFromDate, validToDate }) => validFromDate.getTime() <= nu && nu < validToDate.getTime())
