import { createKlient, type Klient, type Linje } from '@borgerblikket/klient/kilde'
import { newUuid, type Tidspunkt } from '#kernel'
import type { ElementKilde } from '#modtagelse'
import { normalizeRest } from '#modtagelse/regler'
import { writeImporter } from '#modtagelse/soap'
import { sendBesked } from '#tilslutning/fil'
import { type Bog, createBog } from '../indlaes/bog.ts'
import { udviklingsnoegle } from '../indlaes/registre.ts'
import { fagsystemsager, findDemokilde, type Kilde } from '../verden/index.ts'
import { type Afstemningsudfald, afstemAlle } from './afstem.ts'
import { createHverdag, type Levering } from './hverdag.ts'
import type { Fagsystem } from './systemer.ts'

export type Koerselsvalg = {
  readonly adresse: URL
  readonly seed: number
  /** Matters of each system. */
  readonly sager: number
  /** Days that are lived through, the last of them today. */
  readonly dage: number
  readonly nu: Tidspunkt
  /** Waits between two days. */
  readonly vent: () => Promise<void>
  readonly onDag: (system: Fagsystem, udfald: Systemudfald) => void
  /** Told what came of each source's reconciliation at the end; without it none is made. Only where no others deliver as the same sources. */
  readonly onAfstemt?: (kilde: string, udfald: Afstemningsudfald) => void
}

/** What came of a system's deliveries. `forventede`: refused by the rule of its carelessness, and mended. */
export type Systemudfald = {
  leveringer: number
  modtaget: number
  uaendret: number
  forventede: number
  /** Refused without reason: the rules. */
  readonly uventede: string[]
}

const DOEGN_MS = 86_400_000
/** Objects in a message; it may hold 2,500. */
const HOEJST_I_BESKED = 200

/** Lives through the days with all systems, one day after another, through the interfaces that everybody uses. */
export async function koerFagsystemer(
  systemer: readonly Fagsystem[],
  valg: Koerselsvalg,
): Promise<ReadonlyMap<string, Systemudfald>> {
  const koerende = systemer.map((system) => startFagsystem(system, valg))
  for (let nr = valg.dage - 1; nr >= 0; nr--) {
    const dag = new Date(Date.parse(valg.nu) - nr * DOEGN_MS).toISOString().slice(0, 10)
    await Promise.all(koerende.map((en) => en.lev(dag, nr === 0)))
    if (nr > 0) await valg.vent()
  }
  if (valg.onAfstemt) await afstemAlle(koerende, valg.onAfstemt)
  return new Map(koerende.map(({ system, udfald }) => [system.navn, udfald]))
}

function startFagsystem(system: Fagsystem, valg: Koerselsvalg) {
  const kilde = findDemokilde(system.somKilde)
  const { seed, sager: antal, nu } = valg
  const sager = fagsystemsager({ seed, navn: system.navn, kilde, skrivemaade: system.vaner.titler, antal, nu })
  const hverdag = createHverdag(system.vaner, sager, nu)
  const udfald: Systemudfald = { leveringer: 0, modtaget: 0, uaendret: 0, forventede: 0, uventede: [] }
  const klient = createKlient({ adresse: valg.adresse, legitimation: { udviklingsnoegle: udviklingsnoegle(kilde) } })
  const bog = createBog()
  const afsender: Afsender = {
    klient,
    kilde,
    system,
    bog,
    adresse: valg.adresse,
    navn: `${system.navn}/${seed}/${antal}/${valg.dage}`,
  }
  return {
    system,
    klient,
    bog,
    udfald,
    lev: async (dag: string, sidste: boolean) => {
      for (const levering of hverdag.levering(dag, sidste)) await send(afsender, levering, udfald)
      valg.onDag(system, udfald)
    },
  }
}

type Afsender = {
  readonly klient: Klient
  readonly kilde: Kilde
  readonly system: Fagsystem
  readonly bog: Bog
  readonly adresse: URL
  readonly navn: string
}

async function send(afsender: Afsender, levering: Levering, udfald: Systemudfald): Promise<void> {
  udfald.leveringer++
  const { system } = afsender
  const soap = system.vaner.kanal === 'soap' ? levering.elementer.filter(isSoap) : []
  for (let fra = 0; fra < soap.length; fra += HOEJST_I_BESKED)
    await sendSoap(afsender, soap.slice(fra, fra + HOEJST_I_BESKED), udfald)
  const rest = levering.elementer.filter((en) => !soap.includes(en))
  const forventede = udfald.forventede
  await sendRest(afsender, rest, levering.noegle, udfald)
  if (udfald.forventede > forventede) await sendRest(afsender, levering.rettet, `${levering.noegle}/rettet`, udfald)
}

const isSoap = (linje: Linje): boolean => (linje.art === 'sag' || linje.art === 'dokument') && !('operation' in linje)

async function sendRest({ klient, system, bog, navn }: Afsender, linjer: readonly Linje[], noegle: string, udfald: Systemudfald) {
  // A clock that is ahead writes something else each time, so its deliveries have names of their own.
  const egen = system.vaner.urMs || system.vaner.sjusk?.hvad === 'urForan' ? `/${newUuid()}` : ''
  for await (const { kvitteringer } of klient.lever(linjer, { noegle: `${navn}/${noegle}${egen}` }))
    for (const { linje, udfald: hvad, brud = [] } of kvitteringer)
      if (hvad === 'afvist') refuse(system, brud[0]?.regel ?? '', udfald)
      else {
        udfald[hvad]++
        keep(bog, linjer[linje - 1], hvad === 'modtaget')
      }
}

async function sendSoap({ klient, kilde, system, bog, adresse }: Afsender, linjer: readonly Linje[], udfald: Systemudfald) {
  const som = { itSystem: kilde.id, systemNavn: kilde.navn }
  const elementer = linjer.map((linje) => normalizeRest(linje as unknown as ElementKilde, som))
  const svar = await sendBesked(klient, adresse, writeImporter(elementer, newUuid()), 1)
  for (const [nr, { modtaget, tekster }] of svar.entries())
    if (modtaget) {
      udfald.modtaget++
      keep(bog, linjer[nr], true)
    } else refuse(system, /\b[A-Z]{3}-\d{3}\b/.exec(tekster[0] ?? '')?.[0] ?? '', udfald)
}

function keep(bog: Bog, linje: Linje | undefined, modtaget: boolean): void {
  if (!linje) return
  bog.note(linje as unknown as ElementKilde)
  if (modtaget) bog.confirm(linje.id ?? '')
}

function refuse({ vaner }: Fagsystem, regel: string, udfald: Systemudfald): void {
  if (regel === vaner.sjusk?.regel) udfald.forventede++
  else udfald.uventede.push(regel)
}
