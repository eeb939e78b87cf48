import { expect, test } from 'vitest'
import { explainVisning } from './explain.ts'
import { konfiguration, kontekst, rolle, sagFakta } from './fakta.bygger.ts'

test('an item that is shown: every rule says so, in both languages, and nothing has to change', () => {
  const { afgoerelse, regler } = explainVisning(sagFakta(), kontekst())
  expect(afgoerelse).toEqual({ vises: true })
  expect(regler.map(({ regel }) => regel)).toEqual([
    'rolle',
    'foraeldremyndighed',
    'visningsklasse',
    'sagModtaget',
    'altidLukket',
    'aabnet',
    'fradato',
    'fagsystem',
    'dokumenttitler',
    'dokumenttyper',
    'journalnotater',
    'notatsystemer',
    'ydelser',
    'udbetalinger',
    'aftaler',
    'notatfrist',
    'kvalitet',
    'karantaene',
    'ventArbejdsdage',
    'noedstop',
  ])
  for (const { udfald, aendring, forklaring } of regler) {
    expect([udfald, aendring]).toEqual(['vises', undefined])
    expect([forklaring.da, forklaring.en].every((saetning) => saetning.endsWith('.'))).toBe(true)
  }
})

test('an item hidden by two rules: the first decides, both are named with what would have to change', () => {
  const { afgoerelse, regler } = explainVisning(
    sagFakta({ roller: [rolle('Sekundær part')] }),
    kontekst({ konfiguration: konfiguration({ fradato: '2026-06-01' }) }),
  )
  expect(afgoerelse).toEqual({ vises: false, grund: 'ROLLE' })
  const skjult = regler.filter(({ udfald }) => udfald === 'skjules')
  expect(skjult.map(({ grund }) => grund)).toEqual(['ROLLE', 'FOER_FRADATO'])
  expect(skjult[0]?.forklaring.da).toContain('Sekundær part')
  expect(skjult[0]?.aendring?.da).toContain('Primær part')
  expect(skjult[1]?.forklaring.en).toContain('2026-06-01')
})

test('where the number is not opened, the rules that ask the configuration cannot say', () => {
  const { afgoerelse, regler } = explainVisning(sagFakta(), kontekst({ konfiguration: undefined }))
  expect(afgoerelse).toEqual({ vises: false, grund: 'IKKE_AABNET' })
  const kan = regler.filter(({ udfald }) => udfald !== 'kanIkkeAfgoeres')
  expect(kan.map(({ regel, udfald }) => `${regel} ${udfald}`)).toEqual([
    'rolle vises',
    'foraeldremyndighed vises',
    'visningsklasse vises',
    'sagModtaget vises',
    'altidLukket vises',
    'aabnet skjules',
    'kvalitet vises',
    'noedstop vises',
  ])
})
