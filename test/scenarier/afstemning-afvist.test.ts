import { createKlient, type Objektversion } from '@borgerblikket/klient/kilde'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ElementKilde } from '#modtagelse'
import { lavSag, part, TID } from '../byggere/elementer.ts'
import { createUr } from '../byggere/tilslutning.ts'
import { KILDER, KORSBAEK, startWebsted, type Testwebsted, udviklingsnoegle } from '../byggere/websted.ts'

/** A reconciliation where the source has something that stands refused here. */

const SENERE = '2026-02-01T08:00:00.000Z'
let sted: Testwebsted
const ur = createUr(new Date().toISOString())
beforeAll(async () => {
  sted = await startWebsted({ clock: ur })
})
afterAll(() => sted.close())

const nr = (tal: number): string => `5a600000-0000-4000-8000-${String(tal).padStart(12, '0')}`
const sag = (tal: number, tid = TID): ElementKilde => lavSag({ id: nr(tal), tid, parter: [part('Primær part', '8712450017')] })
const afstem = (objekter: readonly Objektversion[], sendt: number) =>
  createKlient({
    adresse: sted.origin,
    legitimation: { udviklingsnoegle: udviklingsnoegle('a') },
    nu: () => new Date(ur.now()),
  }).afstem({ kommune: KORSBAEK, tidspunkt: ur.now(), sendt, objekter })
const afstemte = async () =>
  (
    await sted.base.asOwner<{ felt: string }>(
      `SELECT livsomraade || ' ' || art AS felt FROM daekning WHERE kilde_id = '${KILDER.a.id}' AND kommune = '${KORSBAEK}' AND afstemt IS NOT NULL`,
    )
  ).map(({ felt }) => felt)

test('what stands refused is told and takes no proof away: the refused line silences by itself', async () => {
  const alle = Array.from({ length: 20 }, (_, i) => sag(i))
  const kendte = alle.map(({ id, tidspunkt }): Objektversion => [String(id), String(tidspunkt)])
  await sted.lever('a', alle)
  const afvises = (tid: string) =>
    ({ ...sag(50, tid), sagsparter: [{ rolle: 'Primær part', referenceId: 'urn:oio:forkert' }] }) as ElementKilde
  await sted.lever('a', [afvises(TID)], { afvises: true })
  const hos = [...kendte, [nr(50), TID] as Objektversion]
  const svar = await afstem(hos, 20)
  expect(svar).toMatchObject({ stemmer: false, bevist: true, manglerHer: [{ id: nr(50), hvorfor: 'AFVIST' }] })
  expect(await afstemte()).toContain('hjaelp-pleje-og-handicap sag')
  // A newer state of it that has not been sent is another matter, and so is anything else beside it.
  expect(await afstem([...kendte, [nr(50), SENERE]], 20)).toMatchObject({ bevist: false })
  expect(await afstemte()).toEqual([])
  expect(await afstem([...hos, [nr(51), TID]], 20)).toMatchObject({ bevist: false })
  // Settled on the source's word alone it is a difference like any other.
  await sted.base.asOwner('UPDATE afvisning SET afgjort = now()')
  expect(await afstem(hos, 20)).toMatchObject({ bevist: false, manglerHer: [{ id: nr(50), hvorfor: 'IKKE_MODTAGET' }] })
})
