import { afvist, newUuid, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database, Kontekst, Transaktion } from '#platform/database'
import {
  findStand,
  insertGennemgange,
  lockBunke,
  lockEns,
  lockOpgave,
  type NyStand,
  type StandRaekke,
  setStande,
  setVurderinger,
} from './afgoer.sql.ts'
import { type Beslutning, decide, type Opgavestand } from './afgoer.ts'
import type { Gennemgangsafvisning } from './gennemgang.errors.ts'
import type { Koejer } from './koe.sql.ts'
import { gennemgangFor, rangFor } from './opgave.ts'
import { secondsFor } from './tid-tilbage.ts'

export type Afgoerdeps = { readonly db: Pick<Database, 'transaction'>; readonly clock: Clock }

/** Who decides, of what queue, and in what role the database is to see it. */
export type Gennemgaaer = { readonly koejer: Koejer; readonly navn: string; readonly kontekst: Kontekst }

/** What was decided about which state of a task; `ens`: how many others the reviewer was told are like it, where they are to go along. */
export type Afgoerelse = {
  readonly opgave: Uuid
  readonly version: number
  readonly beslutning: Beslutning
  readonly ens?: number | undefined
}

/** What was decided, by which it can be taken back. */
export type Afgjort = { readonly opgave: Uuid; readonly nr: number; readonly antal: number }

/**
 * Decides a title, and those that are like it where that was asked for; the citizens' pages know it when it is answered. One transaction: what
 * another has decided meanwhile is refused as a whole, and nothing of it is kept.
 */
export async function decideOpgave(
  deps: Afgoerdeps,
  hvem: Gennemgaaer,
  { opgave, version, beslutning, ens }: Afgoerelse,
): Promise<Resultat<Afgjort, Gennemgangsafvisning>> {
  const tid = deps.clock.now()
  return deps.db.transaction(hvem.kontekst, async (tx) => {
    if (beslutning.slags === 'fortryd') return undo(tx, hvem, { opgave, version }, tid)
    const [egen] = ens === undefined ? await tx.run(lockOpgave(hvem.koejer, opgave)) : []
    const alle = ens === undefined ? (egen ? [egen] : []) : await tx.run(lockEns(hvem.koejer, opgave))
    const valgt = alle.find(({ opgave_id }) => opgave_id === opgave)
    if (!valgt) return refuseMissing(tx, hvem.koejer, opgave)
    const foerst = decide(toStand(valgt), beslutning)
    if (!foerst.ok) return foerst
    if (valgt.version !== version) return afvist('ALLEREDE_AFGJORT')
    if (ens !== undefined && alle.length !== ens + 1) return afvist('ANTAL_AENDRET')
    const nye = alle.flatMap((raekke) => {
      const svar = decide(toStand(raekke), beslutning)
      return svar.ok ? [{ raekke, stand: svar.value }] : []
    })
    await write(tx, hvem, nye, { beslutning, tid, valgt: opgave })
    return ok({ opgave, nr: version + 1, antal: nye.length })
  })
}

/** Not among those that wait: another has decided it, or it is none of the reviewer's, which is answered as if it were not there. */
async function refuseMissing(tx: Transaktion, koejer: Koejer, opgave: Uuid): Promise<Resultat<Afgjort, Gennemgangsafvisning>> {
  const [raekke] = await tx.run(findStand(koejer, opgave))
  if (!raekke) return afvist('FINDES_IKKE')
  if (raekke.tilstand === 'foraeldet') return afvist('FORAELDET')
  return afvist(raekke.tilstand === 'venter' ? 'SKAL_FRIGIVES' : 'ALLEREDE_AFGJORT')
}

/** Takes back what was decided in one step, as far as nobody has decided it anew since. */
async function undo(
  tx: Transaktion,
  hvem: Gennemgaaer,
  { opgave, version }: { readonly opgave: Uuid; readonly version: number },
  tid: Tidspunkt,
): Promise<Resultat<Afgjort, Gennemgangsafvisning>> {
  const alle = await tx.run(lockBunke(hvem.koejer, opgave, version))
  const valgt = alle.find(({ opgave_id }) => opgave_id === opgave)
  if (!valgt) return refuseMissing(tx, hvem.koejer, opgave)
  if (valgt.afgjort_af !== hvem.koejer.medarbejder && !hvem.koejer.alt) return afvist('IKKE_DIN')
  const beslutning: Beslutning = { slags: 'fortryd' }
  const foerst = decide(toStand(valgt), beslutning)
  if (!foerst.ok) return foerst
  const nye = alle.flatMap((raekke) => {
    const svar = decide(toStand(raekke), beslutning)
    return svar.ok ? [{ raekke, stand: svar.value }] : []
  })
  await write(tx, hvem, nye, { beslutning, tid, valgt: opgave })
  return ok({ opgave, nr: version + 1, antal: nye.length })
}

const toStand = ({ tilstand, tilbageholdt, frigivet, titel }: StandRaekke): Opgavestand => ({
  tilstand,
  tilbageholdt,
  frigivet,
  titel: titel ?? undefined,
})

type Nyt = { readonly raekke: StandRaekke; readonly stand: Opgavestand }

async function write(
  tx: Transaktion,
  { koejer: { kommune, medarbejder }, navn }: Gennemgaaer,
  nye: readonly Nyt[],
  { beslutning, tid, valgt }: { readonly beslutning: Beslutning; readonly tid: Tidspunkt; readonly valgt: Uuid },
): Promise<void> {
  const faelles = {
    kommune,
    tid,
    medarbejder: { id: medarbejder, navn },
    slags: beslutning.slags,
    titel: beslutning.slags === 'ret' ? beslutning.titel : undefined,
    aarsag: beslutning.slags === 'afvis' ? beslutning.aarsag : undefined,
    tekst: beslutning.slags === 'afvis' ? beslutning.tekst : undefined,
    bunke: nye.length > 1 ? newUuid() : undefined,
  }
  await tx.run(setStande(kommune, nye.map(toNyStand)))
  await tx.run(
    insertGennemgange(
      faelles,
      nye.map(({ raekke }) => ({
        opgave: raekke.opgave_id,
        nr: raekke.version + 1,
        enhed: raekke.enhed,
        omraade: raekke.omraade,
        // Only what was looked at took time, and only if it was this person who had it open.
        sekunder:
          raekke.opgave_id === valgt && raekke.taget_af === medarbejder
            ? secondsFor(raekke.taget_fra ?? undefined, tid)
            : undefined,
      })),
    ),
  )
  await tx.run(
    setVurderinger(
      kommune,
      nye.map(({ raekke, stand }) => ({
        item: raekke.item_id,
        hash: raekke.hash,
        gennemgang: gennemgangFor(stand.tilstand),
        titel: stand.titel,
        tilbageholdt: stand.tilbageholdt === raekke.tilbageholdt ? undefined : stand.tilbageholdt,
      })),
    ),
  )
}

const toNyStand = ({ raekke, stand }: Nyt): NyStand => ({
  ...stand,
  opgave: raekke.opgave_id,
  version: raekke.version,
  rang: rangFor({ tilbageholdt: stand.tilbageholdt, udfald: raekke.udfald }),
})
