import { expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { DEMO_HENVENDELSESSTEDER } from './demo-henvendelsessteder.ts'
import { henvendelsesstedFor } from './henvendelsessted.ts'
import { readHenvendelsessteder } from './read-henvendelsessteder.ts'

const [STED] = DEMO_HENVENDELSESSTEDER
const sted = { ...STED, noegle: 'borgerservice', navn: 'Borgerservice', hoved: true }
const read = (...steder: unknown[]) => readHenvendelsessteder(JSON.stringify(steder))

test('a file of contact points becomes a register; an empty one knows nobody', () => {
  const svar = readHenvendelsessteder(JSON.stringify(DEMO_HENVENDELSESSTEDER))
  if (!svar.ok) throw new Error(svar.afvisning)
  expect(henvendelsesstedFor(svar.value, cvrNummer('11111111'))?.sted.navn).toBe('Borgerservice')
  expect(read()).toEqual({ ok: true, value: new Map() })
})

test.each([
  ['{', 'det er ikke JSON.'],
  ['{}', 'listen har ikke den form, der er beskrevet i docs/drift/start.md.'],
])('%s is refused', (json, afvisning) => {
  expect(readHenvendelsessteder(json)).toEqual({ ok: false, afvisning })
})

test.each([
  [{ kommune: '123' }, '/0/kommune har ikke den form'],
  [{ telefon: 12345678 }, '/0/telefon har ikke den form'],
  [{ aabningstider: { da: 'Altid' } }, '/0/aabningstider har ikke den form'],
  [{ sagsbehandler: 'Ulla' }, 'har ikke den form'],
  [{ navn: 'Krisecentret' }, '11111111 borgerservice: navnet fortæller, hvad henvendelsen handler om.'],
  [{ sikkerPost: 'http://x.example' }, '11111111 borgerservice: sikkerPost skal være en https-adresse.'],
  [{ hoved: false }, '11111111: kommunen har intet sted med hoved: true.'],
])('a place with %o is refused with what is wrong and where', (felter, besked) => {
  const svar = read({ ...sted, ...felter })
  expect(svar.ok ? '' : svar.afvisning).toContain(besked)
})
