import { expect, test } from 'vitest'
import { ARTER } from '#kernel'
import { konfiguration, kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import { dokumenttitlerRegel } from './dokumenttitler.ts'
import { journalnotaterRegel } from './journalnotater.ts'

const set = (regel: typeof dokumenttitlerRegel, valgt: boolean) =>
  ARTER.map((art) =>
    udfald(
      regel(
        sagFakta({ art }),
        kontekst({ konfiguration: konfiguration({ visDokumenttitler: valgt, visJournalnotater: valgt }) }),
      ),
    ),
  )

test('document titles: only documents are hidden, and only where they are not chosen', () => {
  expect(set(dokumenttitlerRegel, true)).toEqual(Array(6).fill('vises'))
  expect(set(dokumenttitlerRegel, false)).toEqual(['vises', 'DOKUMENTTYPE_IKKE_VALGT', 'vises', 'vises', 'vises', 'vises'])
})

test('journal notes: only notes are hidden, and only where they are not chosen', () => {
  expect(set(journalnotaterRegel, true)).toEqual(Array(6).fill('vises'))
  expect(set(journalnotaterRegel, false)).toEqual(['vises', 'vises', 'JOURNALNOTATER_IKKE_VALGT', 'vises', 'vises', 'vises'])
})
