import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isAltidLukket } from '../altid-lukket.ts'
import { borgertitel } from '../borgertitel.ts'
import { LIVSOMRAADER, livsomraadeFor } from '../livsomraade.ts'
import { kleEmne } from '../test-byggere.ts'
import { parseKleJson } from '../udgave/kle-json.ts'
import { andet } from './andet.ts'
import { arbejde } from './arbejde.ts'
import { beskyttedeEmner } from './beskyttede-emner.ts'
import { boernOgFamilie } from './boern-og-familie.ts'
import { boernStoette } from './boern-stoette.ts'
import { boligOgByggeri } from './bolig-og-byggeri.ts'
import { borgerserviceTrafikOgFritid } from './borgerservice-trafik-og-fritid.ts'
import { forsoergelse } from './forsoergelse.ts'
import { hjaelpPlejeOgHandicap } from './hjaelp-pleje-og-handicap.ts'
import { BORGER_EMNER } from './index.ts'
import { pensionOgOekonomi } from './pension-og-oekonomi.ts'
import { skoleOgUddannelse } from './skole-og-uddannelse.ts'
import { sundhed } from './sundhed.ts'

const DELLISTER = {
  'arbejde-og-forsoergelse': [...arbejde, ...forsoergelse],
  'boern-og-familie': [...boernOgFamilie, ...boernStoette],
  'skole-og-uddannelse': skoleOgUddannelse,
  'hjaelp-pleje-og-handicap': hjaelpPlejeOgHandicap,
  sundhed,
  'bolig-og-byggeri': boligOgByggeri,
  'pension-og-oekonomi': pensionOgOekonomi,
  'borgerservice-trafik-og-fritid': borgerserviceTrafikOgFritid,
  andet,
}

const tekster = [...BORGER_EMNER.values()].flatMap((emne) =>
  (['da', 'en'] as const).map((sprog) => ({ nr: emne.nr, sprog, ...emne.borger[sprog] })),
)

describe('the list', () => {
  test('has each number once, and every life area', () => {
    const alle = [...Object.values(DELLISTER).flat(), ...beskyttedeEmner]
    expect(BORGER_EMNER.size).toBe(alle.length)
    expect(BORGER_EMNER.size).toBeGreaterThanOrEqual(200)
    expect(new Set([...BORGER_EMNER.keys()].map((nr) => livsomraadeFor(nr).noegle)).size).toBe(LIVSOMRAADER.length)
  })

  test.each(Object.entries(DELLISTER))('%s holds its own numbers only', (noegle, emner) => {
    expect(emner.filter(({ nr }) => livsomraadeFor(nr).noegle !== noegle).map(({ nr }) => nr)).toEqual([])
  })

  test('the protected ones are all always closed, and no other list but hovedgruppe 34 has any', () => {
    expect(beskyttedeEmner.filter(({ nr }) => !isAltidLukket(nr))).toEqual([])
    expect(boernStoette.filter(({ nr }) => !isAltidLukket(nr))).toEqual([])
    const aabne = Object.values(DELLISTER)
      .flat()
      .filter((emne) => !boernStoette.includes(emne))
    expect(aabne.filter(({ nr }) => isAltidLukket(nr)).map(({ nr }) => nr)).toEqual([])
  })

  test('numbers and words that have ended carry their end', () => {
    expect(BORGER_EMNER.get(kleEmne('27.35.04'))?.gyldigTil).toBe(2026)
    expect(BORGER_EMNER.get(kleEmne('32.24.28'))?.gyldigTil).toBe(2029)
    expect(BORGER_EMNER.get(kleEmne('15.62.15'))?.ordningSlut).toBe('2025-07-01')
    expect(borgertitel(kleEmne('27.34.10'), 'da').titel).toBe('Helhedspleje')
  })

  test('benefits that Udbetaling Danmark pays say so', () => {
    for (const nr of ['32.03.04', '32.06.08', '32.12.04', '32.30.08'])
      expect(BORGER_EMNER.get(kleEmne(nr))?.udbetalingDanmark).toBe(true)
    expect(BORGER_EMNER.get(kleEmne('32.30.04'))?.udbetalingDanmark).toBeUndefined()
  })
})

describe("the citizens' words", () => {
  const FORKORTELSE =
    /(?<!\p{L})(mv|m\.v|m\.m|fx|f\.eks|bl\.a|ca|evt|pga|ift|ifm|jf|inkl|ekskl|hhv|osv|stk|e\.g|i\.e|etc)(?!\p{L})|§|(?<!\p{L})\p{Lu}{2,}(?!\p{L})/u

  const DATO = /\d{1,2}\. \p{Ll}+ \d{4}/gu
  const KRAV: readonly (readonly [navn: string, opfyldt: (titel: string, forklaring: string) => boolean])[] = [
    ['no KLE number', (titel, forklaring) => !/\d\d\.\d\d/.test(`${titel} ${forklaring}`)],
    ['no abbreviation', (titel, forklaring) => !FORKORTELSE.test(`${titel} ${forklaring}`)],
    ['a title of at most 60 characters without a full stop', (titel) => titel.length <= 60 && /^\p{Lu}.*[^.!? ]$/u.test(titel)],
    ['one sentence', (_, forklaring) => /^\p{Lu}[^.!?]*[^.!? ]\.$/u.test(forklaring.replace(DATO, 'dato'))],
    ['of at most 130 characters', (_, forklaring) => forklaring.length <= 130],
  ]

  test.each(KRAV)('have %s', (_, opfyldt) => {
    expect(tekster.filter(({ titel, forklaring }) => !opfyldt(titel, forklaring))).toEqual([])
  })

  test('the demands can fail', () => {
    const daarlig = ['Ydelse 32.24.04 mv.', 'to sætninger. Efter jf. § 3.'] as const
    expect(KRAV.map(([, opfyldt]) => opfyldt(...daarlig))).toEqual([false, false, false, false, true])
  })

  test.each(['da', 'en'] as const)('titles in %s are told apart', (sprog) => {
    const titler = tekster.filter((tekst) => tekst.sprog === sprog).map((tekst) => tekst.titel)
    expect(titler.filter((titel, index) => titler.indexOf(titel) !== index)).toEqual([])
  })

  test('they tell nothing of how a case ended', () => {
    const UDFALD = /bevilget|afslået|afslag|bedrageri|snyd|mistanke|tvang|granted|rejected|fraud|suspicion/i
    expect(tekster.filter(({ titel, forklaring }) => UDFALD.test(`${titel} ${forklaring}`))).toEqual([])
  })
})

const KLE_2026 = new URL('../../../../shared/data/kle-2026-02-os2kle.json', import.meta.url)

test.skipIf(!existsSync(KLE_2026))(
  'numbers, titles and ends are KLE’s of February 2026 (needs the edition beside the checkout)',
  () => {
    const udgave = parseKleJson(readFileSync(KLE_2026, 'utf8'))
    if (!udgave.ok) throw new Error(udgave.afvisning.besked.en)
    const fakta = [...BORGER_EMNER.values()].map(({ nr, titel, gyldigTil }) => [nr, titel, gyldigTil])
    const kle = [...BORGER_EMNER.keys()].map((nr) => {
      const opslag = udgave.value.emner.get(nr)
      return [nr, opslag?.titel, opslag?.udgaar === undefined ? undefined : Number(opslag.udgaar.slice(0, 4)) - 1]
    })
    expect(fakta).toEqual(kle)
  },
)
