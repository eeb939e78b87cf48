import { Opstartsfejl } from '#platform/database'
import { readLinjetekst } from './blad.ts'
import { AFVIST, describeVidner, readFil } from './filer.ts'
import { readKontrolpunkt, type Verificeret } from './kontrolpunkt.ts'
import type { Verifikator } from './note.ts'
import { checkSammenhaeng, compareUdtraek } from './sammenlign.ts'
import { type Logudtraek, readBevis, type Udtraekskontrol, verifyUdtraek } from './udtraek.ts'
import type { Traehoved } from './verificer.ts'

/** What is held against a citizen's file. */
export type Filvalg = {
  readonly udtraek: string
  /** A file from before. */
  readonly foer?: string | undefined
  /** Proofs as the log gives them at /adgangslog/konsistens, for what the file itself has none of. */
  readonly konsistens: readonly string[]
  /** Checkpoints that were kept elsewhere. */
  readonly holdte: readonly Verificeret[]
  /** Witnesses whose keys are known. */
  readonly vidner: readonly Verifikator[]
}

export type KontrolleretFil = { readonly fil: string; readonly udtraek: Logudtraek; readonly kontrol: Udtraekskontrol }
type Print = (linje: string) => void

/** Checks a file without a database or a network. Throws Opstartsfejl where anything is not as it must be, or was asked for and cannot be shown. */
export function verifyFil(
  { udtraek, foer, konsistens, holdte: givet, vidner }: Filvalg,
  noegle: Verifikator,
  print: Print,
): void {
  const nu = verifyEtUdtraek(udtraek, noegle, print)
  const holdte = [...givet, ...readMedsendt(nu, noegle, vidner)]
  const givne = konsistens.map(readKonsistensfil)
  print(describeVidner(holdte))
  for (const { kontrolpunkt } of holdte)
    checkHoldt(kontrolpunkt, nu, [...readEgne(nu.udtraek, kontrolpunkt.antal), ...givne], print)
  tellVidnedaekning(nu.udtraek, holdte, print)
  if (foer !== undefined) {
    checkFoer(verifyEtUdtraek(foer, noegle, print), nu, givne, print)
    return
  }
  print(
    'Kontrollen viser ikke, om der mangler linjer i filen. Med --foer og en fil fra før viser den, at intet er taget ud siden.',
  )
}

/** The checkpoint in the file that witnesses have signed, where one of them is known. Throws Opstartsfejl where a signature does not hold. */
function readMedsendt(
  { fil, udtraek }: KontrolleretFil,
  noegle: Verifikator,
  vidner: readonly Verifikator[],
): readonly Verificeret[] {
  if (typeof udtraek.bevidnet !== 'string' || vidner.length === 0) return []
  const laest = readKontrolpunkt(udtraek.bevidnet, noegle, vidner)
  if (!laest.ok) throw new Opstartsfejl(`Kontrolpunktet med vidners underskrifter i ${fil}: ${AFVIST[laest.afvisning]}`)
  return laest.value.vidner.length > 0 ? [laest.value] : []
}

/** What witnesses stand for, and what only the log itself does. */
function tellVidnedaekning({ linjer }: Logudtraek, holdte: readonly Verificeret[], print: Print): void {
  const bevidnede = holdte.filter(({ vidner }) => vidner.length > 0).map(({ kontrolpunkt }) => kontrolpunkt.antal)
  if (bevidnede.length === 0) return
  const graense = Math.max(...bevidnede)
  const numre = linjer.map(({ linje }) => readLinjetekst(linje)?.nr ?? 0)
  const daekkede = numre.filter((nr) => nr <= graense).length
  print(
    `${daekkede} af filens linjer er dækket af et vidnes underskrift. ${numre.length - daekkede} er nyere og hviler på loggens egen alene.`,
  )
}

/** Throws Opstartsfejl where a line is not what stands in the log. */
export function verifyEtUdtraek(fil: string, noegle: Verifikator, print: Print): KontrolleretFil {
  const vaerdi = parseJson(readFil(fil))
  const kontrol = verifyUdtraek(vaerdi, noegle)
  if (!kontrol) throw new Opstartsfejl(`${fil} er ikke et udtræk af den log, som nøglen hører til.`)
  const { beviste, udaekkede, udaekketFra, forkerte, fremmede, hoved } = kontrol
  const siden = udaekketFra === undefined ? '' : ` (fra ${udaekketFra})`
  print(
    `${beviste} linjer står i loggen, som de står i filen. ${udaekkede} er nyere end kontrolpunktet på ${hoved?.antal ?? 0} linjer${siden}: om dem er intet vist.`,
  )
  if (forkerte.length > 0)
    throw new Opstartsfejl(`Disse linjer i filen er ikke, hvad der står i loggen: ${forkerte.slice(0, 20).join(', ')}.`)
  if (fremmede.length > 0)
    throw new Opstartsfejl(`Disse linjer i filen er om en anden eller står der to gange: ${fremmede.slice(0, 20).join(', ')}.`)
  return { fil, udtraek: vaerdi as Logudtraek, kontrol }
}

function parseJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

function readKonsistensfil(fil: string): readonly Buffer[] {
  const linjer = readFil(fil).split('\n')
  const bevis = readBevis(linjer.filter((linje) => linje !== ''))
  if (!bevis) throw new Opstartsfejl(`${fil} er ikke et bevis fra /adgangslog/konsistens.`)
  return bevis
}

function checkHoldt(
  holdt: Traehoved,
  { fil, kontrol }: KontrolleretFil,
  givne: readonly (readonly Buffer[])[],
  print: Print,
): void {
  const { hoved } = kontrol
  if (!hoved) throw new Opstartsfejl(`${fil} er hentet, før loggen havde et kontrolpunkt, og kan ikke holdes op mod andre.`)
  const [gammelt, nyt] = holdt.antal <= hoved.antal ? [holdt, hoved] : [hoved, holdt]
  expectSammenhaeng(gammelt, nyt, givne, `kontrolpunktet på ${holdt.antal} linjer og ${fil}`)
  const udaekkede = Math.max(0, hoved.antal - holdt.antal)
  print(
    `${fil} er af samme log som kontrolpunktet på ${holdt.antal} linjer. ${udaekkede} linjer i hele loggen er kommet til siden.`,
  )
}

function checkFoer(foer: KontrolleretFil, nu: KontrolleretFil, givne: readonly (readonly Buffer[])[], print: Print): void {
  const hoved = nu.kontrol.hoved ?? { antal: 0, rod: Buffer.alloc(0) }
  if (foer.kontrol.hoved) {
    expectSammenhaeng(
      foer.kontrol.hoved,
      hoved,
      [...readEgne(nu.udtraek, foer.kontrol.hoved.antal), ...givne],
      `${foer.fil} og ${nu.fil}`,
    )
    print(
      `Loggen er gået videre fra ${foer.kontrol.hoved.antal} linjer i ${foer.fil} til ${hoved.antal} i ${nu.fil}: intet af det første er ændret.`,
    )
  } else print(`${foer.fil} er hentet, før loggen havde et kontrolpunkt: om loggen er gået videre fra den, er intet vist.`)
  const svar = compareUdtraek(foer.udtraek, nu.udtraek)
  if (!svar) throw new Opstartsfejl(`${nu.fil} holder kun nogle linjer efter valg, eller er om en anden: hent en uden filter.`)
  print(`${svar.genfundne} linjer fra ${foer.fil} er her endnu.`)
  if (svar.udenfor > 0)
    print(
      `${svar.udenfor} er ældre, end ${nu.fil} siger, at den går tilbage til (${nu.udtraek.periode?.fra}): om dem er intet vist. Har du ikke selv valgt den dag, så spørg kommunen: linjer gemmes i mindst to år.`,
    )
  if (svar.mangler.length > 0)
    throw new Opstartsfejl(`Disse linjer i ${foer.fil} er ikke i ${nu.fil}: ${svar.mangler.slice(0, 20).join(', ')}.`)
}

const readEgne = ({ konsistens }: Logudtraek, fra: number): readonly (readonly Buffer[])[] =>
  Array.isArray(konsistens)
    ? konsistens.filter((en) => en?.fra === fra).flatMap((en) => [readBevis(en.bevis)].filter((led) => led !== undefined))
    : []

/** A proof that is not there is no better than one that fails: whoever shows two logs would leave it out. */
function expectSammenhaeng(gammelt: Traehoved, nyt: Traehoved, beviser: readonly (readonly Buffer[])[], hvad: string): void {
  const svar = checkSammenhaeng(gammelt, nyt, beviser)
  if (svar === 'intet bevis')
    throw new Opstartsfejl(
      `Det er ikke vist, at ${hvad} er af samme log. Hent beviset på /adgangslog/konsistens?fra=${gammelt.antal}&til=${nyt.antal}, og giv det med --konsistens. Kan det ikke hentes, så gem begge dele, og spørg kommunen.`,
    )
  if (svar === 'forskellig')
    throw new Opstartsfejl(
      `BRUD: ${hvad} er ikke af samme log, eller beviset holder ikke. Er filerne ikke byttet om, så gem begge dele, og spørg kommunen.`,
    )
}
