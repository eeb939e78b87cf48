import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { BorgerblikketFejl, createKlient, Forbindelsesfejl, type Klient, type Legitimation } from '@borgerblikket/klient/kilde'
import { Opstartsfejl } from '#platform/database'
import { type Fremgang, startFremgang } from '#platform/progress'
import { beskeder, type Filformat, type Filpost, linjer, measure, raekker } from './laes-fil.ts'
import type { Mapning } from './mapning.ts'
import { sendBesked } from './soap-levering.ts'
import { type Afvist, openTilstand, type Tilstand, type Tilstandslager } from './tilstand.ts'

export type Filvalg = {
  readonly fil: string
  readonly format: Filformat
  /** For CSV. */
  readonly mapning: Mapning | undefined
  readonly adresse: URL
  readonly legitimation: Legitimation
  readonly stykke: number
  readonly forfra: boolean
  readonly print: (linje: string) => void
}

export type Filudfald = Pick<Tilstand, 'modtaget' | 'uaendret' | 'afvist' | 'advarsler'> & { readonly afvistfil: string }

/**
 * Delivers a file piece by piece through the interfaces that everybody uses, and keeps how far it came beside it. Ended at any moment and run
 * again, it goes on: the delivery's name is made of the file's content. Throws Opstartsfejl with what can be mended.
 */
export async function leverFil(valg: Filvalg): Promise<Filudfald> {
  const { fil, adresse, print } = valg
  const maal = await measure(fil)
  const lager = openTilstand(fil, nameOf(valg, maal.aftryk), adresse.origin, valg.forfra)
  if (lager.genoptaget) print(`Går videre efter ${lager.tilstand.stykker} stykker, der er kvitteret for.`)
  const klient = createKlient({ adresse, legitimation: valg.legitimation })
  const fremgang = startFremgang('Leverer', valg.format === 'xml' ? undefined : maal.linjer)
  try {
    await (valg.format === 'xml' ? leverXml(valg, klient, lager, fremgang) : leverLinjer(valg, klient, lager, fremgang))
  } catch (fejl) {
    throw toOpstartsfejl(fejl)
  } finally {
    fremgang.stop()
  }
  lager.faerdig()
  const { modtaget, uaendret, afvist, advarsler } = lager.tilstand
  return { modtaget, uaendret, afvist, advarsler, afvistfil: lager.afvistfil }
}

/** The same content is the same delivery; another mapping, or other pieces, make other lines of it. */
const nameOf = ({ mapning, stykke }: Filvalg, aftryk: string): string =>
  `fil-${createHash('sha256')
    .update(JSON.stringify([aftryk, mapning ?? null, stykke]))
    .digest('hex')
    .slice(0, 40)}`

function toOpstartsfejl(fejl: unknown): unknown {
  if (fejl instanceof BorgerblikketFejl) return new Opstartsfejl(`Leverancen blev afvist (${fejl.status}): ${fejl.message}`)
  if (fejl instanceof Forbindelsesfejl) return new Opstartsfejl(`${fejl.message} Kør kommandoen igen for at gå videre.`)
  return fejl
}

const pack = promisify(gzip) as unknown as (tekst: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>

async function leverLinjer(valg: Filvalg, klient: Klient, lager: Tilstandslager, fremgang: Fremgang): Promise<void> {
  const { noegle, stykker: fra } = lager.tilstand
  const sendt = createHukommelse()
  const poster = valg.mapning ? raekker(valg.fil, valg.mapning) : linjer(valg.fil)
  const tekster = sendt.remember(poster)
  for await (const { nr, kvitteringer } of klient.lever(tekster, { noegle, stykke: valg.stykke, fra, gzip: pack })) {
    const afviste = kvitteringer.flatMap(({ linje, id, udfald, brud = [] }): Afvist[] => {
      const { sted, tekst } = sendt.find(linje)
      return udfald === 'afvist' ? [{ sted, id, brud, indhold: tekst }] : []
    })
    const foer = lager.tilstand
    const taelle = (hvad: string) => kvitteringer.filter(({ udfald }) => udfald === hvad).length
    lager.keep(afviste, {
      stykker: nr,
      modtaget: foer.modtaget + taelle('modtaget'),
      uaendret: foer.uaendret + taelle('uaendret'),
      afvist: foer.afvist + taelle('afvist'),
      advarsler: countAdvarsler(foer.advarsler, kvitteringer),
    })
    const sidste = kvitteringer.at(-1)?.linje ?? 0
    fremgang.step(sidste - sendt.forget(sidste))
  }
}

type Advaret = { readonly advarsler?: readonly { readonly regel: string }[] }

function countAdvarsler(foer: Tilstand['advarsler'], kvitteringer: readonly Advaret[]): Tilstand['advarsler'] {
  const talt: Record<string, number> = { ...foer }
  for (const { regel } of kvitteringer.flatMap(({ advarsler = [] }) => advarsler)) talt[regel] = (talt[regel] ?? 0) + 1
  return talt
}

/** The lines on their way, so that a refused one can be written down as it was; no more than a piece is held. */
function createHukommelse() {
  const ventende = new Map<number, Filpost>()
  let nr = 0
  let glemt = 0
  return {
    async *remember(poster: AsyncIterable<Filpost>): AsyncGenerator<string, void> {
      for await (const post of poster) {
        // A piece that is passed over is never asked for again.
        if (ventende.size > HOEJST_VENTENDE) ventende.delete(nr - HOEJST_VENTENDE)
        ventende.set(++nr, post)
        yield post.tekst
      }
    },
    find: (linje: number): Filpost => ventende.get(linje) ?? { sted: linje, tekst: '' },
    /** Lets go of all up to `linje`; answers up to where it had been let go before. */
    forget(linje: number): number {
      const foer = glemt
      for (let i = foer + 1; i <= linje; i++) ventende.delete(i)
      glemt = linje
      return foer
    },
  }
}
/** More than the largest piece. */
const HOEJST_VENTENDE = 11_000

async function leverXml(valg: Filvalg, klient: Klient, lager: Tilstandslager, fremgang: Fremgang): Promise<void> {
  for await (const { sted, tekst } of beskeder(valg.fil)) {
    if (sted <= lager.tilstand.stykker) continue
    const svar = await sendBesked(klient, valg.adresse, tekst, sted)
    const afviste = svar
      .filter(({ modtaget }) => !modtaget)
      .map(({ id, tekster }): Afvist => ({ sted, id, brud: tekster.map(toBrud), indhold: svar.length === 1 ? tekst : '' }))
    const foer = lager.tilstand
    lager.keep(afviste, {
      stykker: sted,
      modtaget: foer.modtaget + svar.length - afviste.length,
      uaendret: foer.uaendret,
      afvist: foer.afvist + afviste.length,
      advarsler: foer.advarsler,
    })
    fremgang.step(svar.length)
  }
}

/** The rule's number stands in the sentence, which is in both languages. */
const toBrud = (tekst: string) => ({ regel: /\b[A-Z]{3}-\d{3}\b/.exec(tekst)?.[0] ?? '', sti: '', da: tekst, en: tekst })
