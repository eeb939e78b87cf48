import { describe, expect, test } from 'vitest'
import { laesTekst } from '../laes-tekst.ts'
import { laesNavnedele, linjeOm } from './navne-dele.ts'
import * as r from './navne-register.ts'

const ord = (liste: string): string[] => liste.split(/\s+/)

describe('a name by its form', () => {
  test.each(
    ord('sson dottir ovic evic wicz owski owska inski inska enko chuk escu zadeh oglu poulos shvili singam lingam rajah walla'),
  )('three letters and %s', (endelse) => {
    expect(r.opslagAfForm(`xyz${endelse}`)).toBe(r.EFTERNAVN)
    expect(r.opslagAfForm(`xy${endelse}`)).toBe(0)
    expect(r.opslagAfForm(`xyz${endelse}x`)).toBe(0)
  })
  test.each(
    ord('gaard holm lund skov baek toft berg bjerg dahl kjaer kaer strup trup hoej rup borg kvist gren feldt mann stroem'),
  )('perhaps, two letters and %s', (endelse) => {
    expect(r.opslagAfForm(`xy${endelse}`)).toBe(r.SVAGT_EFTERNAVN)
    expect(r.opslagAfForm(`xy${endelse}e`)).toBe(0)
  })
  test('one letter before is too few', () => {
    expect(r.opslagAfForm('xholm')).toBe(0)
  })
  test.each([
    ['petersen', true],
    ['mathiassen', true],
    ['bosen', true],
    ['pilsen', false],
    ['peterson', false],
    ['xqzsen', false],
    ['sen', false],
  ])('%s is somebody’s son: %s', (noegle, ventet) => {
    expect(r.isSenNavn(noegle)).toBe(ventet)
  })
})

test('a name that is a town, a month or a plain word too is one only perhaps', () => {
  expect(r.opslag('borup') & r.NAVN).toBe(r.SVAGT_EFTERNAVN)
  expect(r.opslag('maj') & r.NAVN).toBe(r.SVAGT_FORNAVN)
  expect(r.opslag('peter') & r.NAVN).toBe(r.FORNAVN)
  expect(r.opslag('xqz')).toBe(0)
})

describe('authorities, institutions and streets by the end of their word', () => {
  test.each(
    ord(`skole skolen haven center centre centret centeret hjem hjemmet huset huse styrelse styrelsen retten naevnet raadet udvalget forvaltning
         forvaltningen kommune kommunen afdeling afdelingen klinik klinikken teamet team forening foreningen selskab selskabet plejen kontoret
         service tjenesten instituttet ministeriet stedet boligerne gruppen kassen fonden apotek hospital sygehus psykiatrien klubben pladsen vej
         vejen gade gaden alle parken kirken gaarden bakken banken tilsynet register registeret portalen systemet loven fond legat museum museet
         kirke kapel bibliotek gymnasium stiftelse stiftelsen vaerket lov reglen ordningen puljen projektet metoden prisen loebet cup hallen
         torvet minde festival`),
  )('%s', (endelse) => {
    expect(r.isOrganisationsord(`xy${endelse}`)).toBe(true)
    expect(r.isOrganisationsord(`xy${endelse}s`)).toBe(true)
    expect(r.isOrganisationsord(`xy${endelse}qx`)).toBe(false)
  })
  test.each(
    ord(
      'plan planen noten erklaering attest skema blanket aftale referat rapport moede samtale ansoegning afgoerelse sag oplysning bevilling',
    ),
  )('%s is what is written', (endelse) => {
    expect(r.isPapir(`xy${endelse}`)).toBe(true)
    expect(r.isPapir(`xy${endelse}qx`)).toBe(false)
  })
  test('of a word of sixty letters nothing is asked', () => {
    expect([`${'x'.repeat(55)}plan`, `${'x'.repeat(56)}plan`].map(r.isPapir)).toEqual([true, false])
    expect([`${'x'.repeat(56)}vej`, `${'x'.repeat(57)}vej`].map(r.isOrganisationsord)).toEqual([true, false])
  })
})

test('what is called by two words of name is so in their order', () => {
  expect(r.isFastNavn('louis', 'nielsen')).toBe(true)
  expect(r.isFastNavn('aaben', 'dag')).toBe(true)
  expect(r.isFastNavn('nielsen', 'louis')).toBe(false)
})

describe('how capitals are used in a line', () => {
  const linje = (tekst: string, i = 0) => {
    const laest = laesTekst(tekst)
    return linjeOm(laesNavnedele(laest, { egne: new Set(), kendte: new Set() }), i)
  }
  test.each([
    ['Brev Støtte Hjælp', true],
    ['Brev Støtte hjælp', false],
    ['Brev Støtte', false],
    ['Brev Støtte Hjælp bolig', true],
    ['Brev Støtte Hjælp bolig penge', false],
    ['Brev Støtte Hjælp Plads bolig penge', false],
    ['Brev Støtte Hjælp om med nu til dit', true],
    ['støtte Hjælp Plads', true],
    ['Støtte Hjælp plads', false],
    ['Brev STØTTE HJÆLP', false],
    ['Brev Støtte Peter', false],
    ['Brev Støtte Hjælp Peter peter', true],
    ['Brev Støtte Hus', false],
    ['Brev Støtte Huse', true],
  ])('%s: as in a heading, %s', (tekst, ventet) => {
    expect(linje(tekst).titelform).toBe(ventet)
  })
  test.each([
    ['BREV OM STØTTE', true],
    ['BREV om STØTTE', true],
    ['BREV om støtte', false],
    ['BREV', false],
    ['BREV 12', false],
    ['BREV STØTTE PLADS om med', false],
    ['BREV i a STØTTE om', true],
    ['BREV 12 34 56 OM', true],
  ])('%s: capitals alone, %s', (tekst, ventet) => {
    expect(linje(tekst).versaler).toBe(ventet)
  })
  test('each line by itself, and no more than twenty-four words to either side', () => {
    expect(linje('brev om\nBREV OM STØTTE\nsvar om det hele', 3)).toEqual({ fra: 2, til: 4, titelform: false, versaler: true })
    expect(linje('ord '.repeat(60), 30)).toMatchObject({ fra: 6, til: 54 })
    expect(linje('ord '.repeat(60), 3)).toMatchObject({ fra: 0, til: 27 })
    expect(linje('ord '.repeat(60), 58)).toMatchObject({ fra: 34, til: 59 })
  })
})
