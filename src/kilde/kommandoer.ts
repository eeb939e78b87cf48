import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { parseCvrNummer, parseKlePraefiks, parseUuid, type Uuid } from '#kernel'
import { danskDag } from '#platform/clock'
import { Opstartsfejl } from '#platform/database'
import {
  type Forvaltningsdeps,
  findHaendelser,
  fjernCertifikat,
  fjernNoegle,
  isTaetPaaUdloeb,
  opretKilde,
  setKildesSagslink,
  skiftHemmelighed,
  spaerKilde,
  tilfoejCertifikat,
  tilfoejNoegler,
} from './forvalt.ts'
import { type Forvaltningsafvisning, KILDE_SAETNINGER } from './kilde.errors.ts'
import type { Kilde } from './kilde.ts'

type Kommandovaert = {
  /** Opens the system, does the work, and closes it. */
  readonly run: (work: (system: Forvaltningsdeps) => Promise<void>) => Promise<void>
  /** The login name of the one at the keyboard, which is recorded with each step. */
  readonly bruger: string
  readonly print: (linje: string) => void
}

/** `borgerblikket kilde …`: the operator's hand on the sources and on what they are known by. */
export function addKildeCommands(program: Command, vaert: Kommandovaert): void {
  const gruppe = program.command('kilde').description('Kilder: fagsystemer, og hvad de kendes på')
  addOpret(gruppe, vaert)
  gruppe
    .command('vis [id]')
    .description('Vis alle kilder, eller een kilde med certifikater, nøgler og hændelser')
    .action((id?: string) => vaert.run((system) => (id ? visEn(system, vaert, readId(id)) : visAlle(system, vaert))))
  addLegitimation(gruppe, vaert)
  addSagslink(gruppe, vaert)
  for (const [navn, aaben] of [
    ['spaer', false],
    ['aabn', true],
  ] as const)
    gruppe
      .command(`${navn} <id>`)
      .description(aaben ? 'Luk en spærret kilde ind igen' : 'Spær en kilde nu, også de tokens, som den har')
      .requiredOption('--grund <tekst>', 'hvorfor')
      .action((id: string, { grund }: { grund: string }) =>
        vaert.run(async (system) => {
          take(await spaerKilde(system, readId(id), aaben, grund, vaert.bruger))
          vaert.print(
            aaben ? 'Kilden kan levere igen.' : 'Kilden er spærret; en server, der kører, ved det inden for et halvt minut.',
          )
        }),
      )
}

type Opretvalg = {
  readonly id: string
  readonly navn: string
  readonly slags: string
  readonly kommune: readonly string[]
  readonly kle: readonly string[]
  readonly klientId?: string
  readonly rytme: string
}

function addOpret(gruppe: Command, { run, bruger, print }: Kommandovaert): void {
  gruppe
    .command('opret')
    .description('Registrér et fagsystem som kilde')
    .requiredOption('--id <uuid>', 'fagsystemets it-system-UUID, som det skriver i Master')
    .requiredOption('--navn <navn>', 'fagsystemets navn')
    .requiredOption('--slags <slags>', 'esdh, eoj, jobcenter, pladsanvisning, ydelse eller sundhed')
    .requiredOption('--kommune <cvr...>', 'CVR-numre på de kommuner, det må levere for')
    .option('--kle <nummer...>', 'KLE-numre, det må levere inden for; uden: alle', [])
    .option('--klient-id <tekst>', 'klient-id til OAuth, hvis det leverer over REST')
    .option('--rytme <timer>', 'hvor tit der er aftalt en levering', '24')
    .action((valg: Opretvalg) =>
      run(async (system) => {
        const kilde = readKilde(valg)
        take(await opretKilde(system, kilde, bruger))
        print(`Kilden ${kilde.navn} er oprettet: ${kilde.id}`)
      }),
    )
}

function addSagslink(gruppe: Command, { run, bruger, print }: Kommandovaert): void {
  gruppe
    .command('sagslink <id> [adresse]')
    .description('Sæt, hvordan en sags adresse i fagsystemet dannes, med {sagsnummer} eller {uuid}; uden adresse fjernes den')
    .action((id: string, adresse?: string) =>
      run(async (system) => {
        take(await setKildesSagslink(system, readId(id), adresse, bruger))
        print(
          adresse === undefined
            ? 'Sagslinket er fjernet.'
            : 'Sagslinket er sat; en server, der kører, ved det inden for et halvt minut.',
        )
      }),
    )
}

function addLegitimation(gruppe: Command, { run, bruger, print }: Kommandovaert): void {
  gruppe
    .command('hemmelighed <id>')
    .description('Lav en ny hemmelighed til OAuth. Den vises een gang, og den gamle gælder ikke mere')
    .action((id: string) =>
      run(async (system) =>
        print(`Klient-hemmelighed (vises kun nu): ${take(await skiftHemmelighed(system, readId(id), bruger))}`),
      ),
    )
  const certifikat = gruppe.command('certifikat').description('Certifikater; to kan gælde på een gang, mens der skiftes')
  certifikat
    .command('tilfoej <id> <pem-fil>')
    .description('Registrér et certifikat (PEM)')
    .action((id: string, fil: string) =>
      run(async (system) => {
        const { fingeraftryk, gaelderTil } = take(await tilfoejCertifikat(system, readId(id), readFil(fil), bruger))
        print(`Registreret: ${toHex(fingeraftryk)}, gælder til ${gaelderTil ? danskDag(gaelderTil) : 'ukendt'}`)
      }),
    )
  certifikat
    .command('fjern <id> <fingeraftryk>')
    .description('Fjern et certifikat ved dets SHA-256-fingeraftryk')
    .action((id: string, fingeraftryk: string) =>
      run(async (system) => {
        take(await fjernCertifikat(system, readId(id), fingeraftryk, bruger))
        print('Certifikatet er fjernet.')
      }),
    )
  const noegle = gruppe.command('noegle').description('Offentlige nøgler til private_key_jwt')
  noegle
    .command('tilfoej <id> <jwks-fil>')
    .description('Registrér de offentlige nøgler i en JWK eller et JWKS')
    .action((id: string, fil: string) =>
      run(async (system) => {
        for (const kid of take(await tilfoejNoegler(system, readId(id), readFil(fil), bruger))) print(`Registreret: kid ${kid}`)
      }),
    )
  noegle
    .command('fjern <id> <kid>')
    .description('Fjern en nøgle')
    .action((id: string, kid: string) =>
      run(async (system) => {
        take(await fjernNoegle(system, readId(id), kid, bruger))
        print('Nøglen er fjernet.')
      }),
    )
}

async function visAlle({ kilder, clock }: Forvaltningsdeps, { print }: Kommandovaert): Promise<void> {
  const nu = clock.now()
  for (const kilde of await kilder.alle()) {
    const snart = (await kilder.legitimationOf(kilde.id))?.certifikater.some((certifikat) => isTaetPaaUdloeb(certifikat, nu))
    const tilstand = [kilde.spaerret ? 'SPÆRRET' : '', snart ? 'CERTIFIKAT UDLØBER' : ''].filter(Boolean).join(', ')
    print(`${kilde.id}  ${kilde.navn.padEnd(24)} ${kilde.slags.padEnd(14)} ${tilstand}`.trimEnd())
  }
}

async function visEn(system: Forvaltningsdeps, { print }: Kommandovaert, id: Uuid): Promise<void> {
  const kilde = await system.kilder.find(id)
  const legitimation = await system.kilder.legitimationOf(id)
  if (!kilde || !legitimation) throw new Opstartsfejl(KILDE_SAETNINGER.KILDE_UKENDT.da)
  const nu = system.clock.now()
  print(`${kilde.navn} (${kilde.slags}), ${kilde.id}`)
  print(`Kommuner: ${kilde.kommuner.join(', ') || 'ingen'}. KLE: ${kilde.kle.join(', ') || 'alle'}`)
  print(`Klient-id: ${kilde.klientId ?? 'intet'}. Hemmelighed: ${legitimation.hemmelighed ? 'ja' : 'nej'}`)
  if (kilde.sagslink) print(`Sagslink: ${kilde.sagslink}`)
  if (kilde.spaerret) print(`SPÆRRET siden ${kilde.spaerret}`)
  for (const certifikat of legitimation.certifikater) {
    const varsel = isTaetPaaUdloeb(certifikat, nu) ? ' ADVARSEL: udløber snart eller er udløbet' : ''
    const til = certifikat.gaelderTil ? danskDag(certifikat.gaelderTil) : 'ukendt'
    print(`Certifikat ${toHex(certifikat.fingeraftryk)} ${certifikat.emne ?? ''} til ${til}${varsel}`)
  }
  for (const { kid, jwk } of legitimation.noegler) print(`Nøgle ${kid} (${String(jwk['kty'])})`)
  for (const { hvornaar, hvad, hvem } of await findHaendelser(system, id)) print(`${hvornaar}  ${hvad} (${hvem})`)
}

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The value of a step; one that was refused ends the command with its sentence. */
function take<T>(
  svar: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly afvisning: Forvaltningsafvisning },
): T {
  if (!svar.ok) throw new Opstartsfejl(KILDE_SAETNINGER[svar.afvisning].da)
  return svar.value
}

function readId(tekst: string): Uuid {
  const id = parseUuid(tekst)
  if (!id) throw new Opstartsfejl('Kildens id skal være en UUID.')
  return id
}

function readFil(fil: string): string {
  try {
    return readFileSync(fil, 'utf8')
  } catch {
    throw new Opstartsfejl(`${fil} kan ikke læses.`)
  }
}

function readKilde({ id, navn, slags, kommune, kle, klientId, rytme }: Opretvalg): Kilde {
  const kommuner = kommune.map(parseCvrNummer)
  const numre = kle.map(parseKlePraefiks)
  const rytmeTimer = Number(rytme)
  if (!kommuner.every((cvr) => cvr !== undefined)) throw new Opstartsfejl('--kommune skal være CVR-numre på otte cifre.')
  if (!numre.every((nummer) => nummer !== undefined)) throw new Opstartsfejl('--kle skal være som 27, 27.36 eller 27.36.04.')
  if (!Number.isInteger(rytmeTimer) || rytmeTimer < 1 || rytmeTimer > 8760)
    throw new Opstartsfejl('--rytme skal være et helt antal timer, højst et år.')
  return { id: readId(id), navn, slags, kommuner, kle: numre, klientId, rytmeTimer, spaerret: undefined }
}
