import { Listr } from 'listr2'
import { type CvrNummer, type KleEmne, newUuid, tidspunkt, type Uuid } from '#kernel'
import { danskDag } from '#platform/clock'
import { Opstartsfejl } from '#platform/database'
import { koerSager } from '../klient/koer.ts'
import type { Endepunkt, Sagsresultat } from '../klient/koer-sag.ts'
import { AFPROEVNINGSVERSION, laesSager } from '../laes-sager.ts'
import { type Rapport, rapportForKlient } from '../rapport/rapport.ts'
import type { Proevesag } from '../sag.ts'

export type Klientvalg = {
  readonly system: Uuid
  readonly navn: string
  readonly version: string
  readonly kommune: CvrNummer
  readonly kle?: KleEmne
  readonly ydelsesKle?: KleEmne
  readonly somSoap: boolean
  readonly kun: readonly string[]
  readonly samtidige: number
}

/** The cases whose name holds one of the words; all of them where no word is given. */
const vaelgSager = (sager: readonly Proevesag[], kun: readonly string[]): readonly Proevesag[] =>
  kun.length === 0 ? sager : sager.filter(({ navn }) => kun.some((ord) => navn.includes(ord)))

/** Tries the cases against the endpoint, showing how it goes, and gives the report. Throws Opstartsfejl where there is nothing to try. */
export async function koerKlient(endepunkt: Endepunkt, valg: Klientvalg): Promise<Rapport> {
  const sager = vaelgSager(laesSager(), valg.kun)
  if (sager.length === 0) throw new Opstartsfejl('Ingen sag hedder sådan.')
  const startet = tidspunkt(new Date())
  const koersel = {
    id: newUuid(),
    system: { id: valg.system, navn: valg.navn },
    kommune: valg.kommune,
    kle: { ...(valg.kle ? { sag: valg.kle } : {}), ...(valg.ydelsesKle ? { ydelse: valg.ydelsesKle } : {}) },
  }
  let resultater: readonly Sagsresultat[] = []
  const trin = new Listr(
    [
      {
        title: `Finder ${endepunkt.origin}`,
        task: () => findEndepunkt(endepunkt),
      },
      {
        title: `Prøver ${sager.length} sager`,
        task: async (_ctx, task) => {
          let fejlede = 0
          const idag = danskDag(startet)
          resultater = await koerSager(endepunkt, koersel, sager, {
            somSoap: valg.somSoap,
            idag,
            samtidige: valg.samtidige,
            onSag: (resultat, nr) => {
              if (resultat.udfald === 'fejlet') fejlede++
              task.output = `${nr} af ${sager.length} · ${fejlede} fejlet · ${resultat.sag}`
            },
          })
          task.title = `${sager.length} sager prøvet, ${fejlede} fejlet`
        },
        rendererOptions: { persistentOutput: false },
      },
    ],
    { rendererOptions: { showErrorMessage: false }, fallbackRenderer: 'silent' },
  )
  await trin.run()
  return rapportForKlient(
    {
      id: koersel.id,
      kommune: koersel.kommune,
      maade: 'klient',
      system: { ...koersel.system, version: valg.version },
      proeveversion: AFPROEVNINGSVERSION,
      startet,
      sluttet: tidspunkt(new Date()),
      endepunkt: endepunkt.origin,
    },
    resultater,
  )
}

const FRIST_MS = 15_000

async function findEndepunkt({ origin }: Endepunkt): Promise<void> {
  try {
    const svar = await fetch(origin, { redirect: 'manual', signal: AbortSignal.timeout(FRIST_MS) })
    await svar.body?.cancel()
  } catch (fejl) {
    const kode = ((fejl as { cause?: { code?: string } }).cause?.code ?? (fejl as Error).name).slice(0, 60)
    throw new Opstartsfejl(`${origin} svarer ikke (${kode}). Er adressen rigtig, og kører serveren?`)
  }
}
