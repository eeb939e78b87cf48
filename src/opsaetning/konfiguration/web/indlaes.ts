import type { Medarbejder } from '#adgang'
import { afvist, newUuid, ok, type Resultat, type Uuid } from '#kernel'
import { danskDag } from '#platform/clock'
import type { Formular } from '#platform/http'
import { type Arbejdskontekst, formatDato } from '#web'
import { aendrendeLinjer } from '../anvend.ts'
import { type Csvfejl, laesCsv } from '../csv/laes.ts'
import { HOEJST_LINJER } from '../decide-udkast.ts'
import { changeUdkast, createUdkast, type Konfigurationsdeps } from '../ret-udkast.ts'
import { ord } from './texts/index.ts'

/** A CSV file becomes a draft of what it changes. Answers the draft's id, or undefined where it changes nothing. Throws DatabaseFejl, SnapshotFejl. */
export async function importer(
  deps: Konfigurationsdeps,
  person: Medarbejder,
  k: Pick<Arbejdskontekst, 'sprog'>,
  formular: Formular,
): Promise<Resultat<Uuid | undefined, readonly Csvfejl[]>> {
  const fil = formular['fil']
  const laest = laesCsv(fil instanceof Uint8Array ? fil : new Uint8Array())
  if (!laest.ok) return laest
  const nu = deps.clock.now()
  const linjer = aendrendeLinjer(await deps.opsaetning.current(), { kommune: person.cvr, ikraft: undefined }, laest.value, nu)
  if (linjer.length === 0) return ok(undefined)
  if (linjer.length > HOEJST_LINJER) return afvist([{ linje: 1, kode: 'FOR_MANGE_AENDRINGER' }])
  const navn = `${ord(k.sprog).csv.fil} ${formatDato(danskDag(nu), k.sprog)}`
  const oprettet = await createUdkast(deps, person, { id: newUuid(), navn, begrundelse: navn })
  const svar = oprettet.ok
    ? await changeUdkast(deps, person, { id: oprettet.value, nr: 1 }, { type: 'indlaes', linjer })
    : oprettet
  // The id is new, and the lines are counted: only a fault in ours comes here.
  if (!svar.ok) throw new Error(`The import was refused: ${svar.afvisning}`)
  return ok(svar.value)
}
