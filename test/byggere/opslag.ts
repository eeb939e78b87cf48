import { grundlagForSagsbehandler } from '#adgang'
import { readForSagsbehandler, type Sagsbehandlerhvad } from '#adgangslog'
import { type CvrNummer, newUuid, type Opslagsformaal, type Uuid } from '#kernel'
import { afgoerUndtagelse, foreslaaUndtagelse } from '../../src/partsoverblik/logansvar/undtagelse.ts'
import type { Svar } from './klient.ts'
import { logIndPaaArbejde, type Paaarbejde } from './medarbejder.ts'
import { KORSBAEK, type Testwebsted } from './websted.ts'

/** Somebody who looks citizens up, in a unit. */
export type Sagsbehandler = Paaarbejde & { readonly cvr: CvrNummer; readonly enheder: readonly string[] }

export async function startSagsbehandler(
  sted: Testwebsted,
  { cvr = KORSBAEK, navn = 'Sofus Kragelund', enhed }: { cvr?: CvrNummer; navn?: string; enhed?: string } = {},
): Promise<Sagsbehandler> {
  const enheder = enhed === undefined ? [] : [enhed]
  return { ...(await logIndPaaArbejde(sted, { cvr, roller: ['sagsbehandler'], navn, enheder })), cvr, enheder }
}

/** One visit to a citizen: a search, the overview and a case. Answers its id. */
export async function besoeg(
  sted: Testwebsted,
  hvem: Sagsbehandler,
  part: Uuid,
  valg: { readonly formaal?: Opslagsformaal; readonly hvad?: readonly (Sagsbehandlerhvad | 'soegning')[] } = {},
): Promise<Uuid> {
  const { formaal = 'vejledning', hvad = ['soegning', 'partsoverblik', 'detalje'] } = valg
  const korrelation = newUuid()
  const { id, cvr, session, enheder } = hvem
  const grundlag = grundlagForSagsbehandler({ id, cvr, session, enheder, rettigheder: [] }, { part, formaal, korrelation })
  const { grund } = grundlag
  const soegning = {
    part,
    formaal,
    grund,
    korrelation,
    hvad: 'soegning',
    antal: 1,
    objekt: undefined,
    aktoerType: 'medarbejder',
    aktoer: id,
  }
  for (const en of hvad)
    if (en === 'soegning') await sted.system.log.append({ ...soegning, kommune: cvr, enhed: enheder[0] })
    else await readForSagsbehandler(sted.system, grundlag, { hvad: en }, [])
  return korrelation
}

/** As people write a day. */
const ET_HALVT_AAR = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('-')
const UNDTAGELSER = '/kommune/hvem-har-set/undtagelser'

/** Proposes to keep a visit back, and where another is named has that one approve it: without the pages, which limit how fast it is done. */
export async function undtag(
  sted: Testwebsted,
  part: Uuid,
  korrelation: Uuid,
  [den, denAnden]: readonly Paaarbejde[],
): Promise<void> {
  const ansvarlig = (hvem: Paaarbejde | undefined) => ({ id: hvem?.id as Uuid, cvr: KORSBAEK, navn: 'Prøve Ansvarlig' })
  const forslag = {
    part,
    korrelation,
    hjemmel: 'offentligeHensyn',
    begrundelse: 'Kontrolbesøg er aftalt',
    til: ET_HALVT_AAR.split('-').reverse().join('-'),
  }
  const svar = await foreslaaUndtagelse(sted.system, ansvarlig(den), forslag)
  if (!svar.ok) throw new Error(svar.afvisning)
  if (!denAnden) return
  const godkendt = await afgoerUndtagelse(sted.system, ansvarlig(denAnden), svar.value, 'godkend')
  if (!godkendt.ok) throw new Error(godkendt.afvisning)
}

/** The first person's half of it. */
export async function foreslaa(
  sted: Testwebsted,
  hvem: Paaarbejde,
  cpr: string,
  besoegt: Uuid,
  til = ET_HALVT_AAR,
): Promise<string> {
  kraev(await proevAtForeslaa(hvem, cpr, besoegt, til), 303)
  const [raekke] = await sted.base.asOwner<{ undtagelse_id: string }>(
    'SELECT undtagelse_id FROM adgangslog_undtagelse WHERE korrelation = $1 ORDER BY foreslaaet DESC LIMIT 1',
    [besoegt],
  )
  return raekke?.undtagelse_id ?? ''
}

export async function proevAtForeslaa(hvem: Paaarbejde, cpr: string, besoegt: string, til = ET_HALVT_AAR): Promise<Svar> {
  const fundet = await hvem.post(`${UNDTAGELSER}/find`, { cpr })
  const seddel = /name="seddel" value="([^"]+)"/.exec(fundet.tekst)?.[1] ?? ''
  const felter = { hjemmel: 'offentligeHensyn', begrundelse: 'Kontrolbesøg er aftalt med politiet', til }
  return hvem.post(UNDTAGELSER, { seddel, besoeg: besoegt, ...felter })
}

function kraev(svar: Svar, status: number): void {
  if (svar.status !== status) throw new Error(`${svar.sti} answered ${svar.status}: ${svar.tekst.slice(0, 2_000)}`)
}
