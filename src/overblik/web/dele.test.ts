import { expect, test } from 'vitest'
import { toText } from '#web'
import { kontekst } from '../../../test/byggere/sider.ts'
import { BORGERSERVICE, JOBCENTER, udbetaling } from '../../../test/byggere/visninger.ts'
import { kontaktdele, mangelbesked, titel, udbetalingssaetning } from './dele.ts'

const k = kontekst('da', '/')

test.each([
  ['planlagt', '2026-10-30', '11423.5', 'Vi forventer at udbetale 11.423,50 kr. den 30. oktober 2026. Beløbet kan ændre sig.'],
  ['planlagt', '2026-10-09', '100', 'Vi forventer at udbetale 100,00 kr. i morgen. Beløbet kan ændre sig.'],
  ['planlagt', undefined, '100', 'Vi forventer at udbetale 100,00 kr. Beløbet kan ændre sig.'],
  ['planlagt', '2026-10-30', undefined, 'Vi forventer en udbetaling den 30. oktober 2026.'],
  ['planlagt', undefined, undefined, 'Vi forventer en udbetaling.'],
  ['ikkeGodkendt', '2026-10-30', '100', 'Udbetalingen er ikke godkendt endnu.'],
  ['sendt', '2026-10-08', '100', 'Pengene er på vej.'],
  ['udbetalt', '2026-10-07', '100', 'Udbetalt i går.'],
  ['udbetalt', undefined, '100', 'Udbetalt.'],
  ['rettelse', '2026-10-07', '-100', 'Rettelse af tidligere udbetaling.'],
] as const)('%s on %s of %s', (tilstand, dato, beloeb, saetning) => {
  expect(udbetalingssaetning(k, udbetaling('Sygedagpenge', tilstand, dato, beloeb))).toBe(saetning)
})

test('a contact is a unit with a way to reach it; only a safe address becomes a link', async () => {
  expect(await toText(kontaktdele(k, JOBCENTER))).toContain('<a href="https://post.borger.dk/" rel="noreferrer">')
  expect(await toText(kontaktdele(k, BORGERSERVICE))).not.toContain('Skriv sikkert')
  for (const sikkerPost of ['javascript:alert(1)', 'data:text/html,x', '//ondt.example', 'Digital Post: Jobcenter'])
    expect((await toText(kontaktdele(k, { ...JOBCENTER, sikkerPost }))).match(/href="([^"]*)"/g)).toEqual(['href="tel:70123456"'])
})

test('what could not be fetched is named, and is not called nothing', async () => {
  expect(mangelbesked(k, [])).toBeUndefined()
  const besked = mangelbesked(k, [
    { del: 'oekonomiskEffektuering', aarsag: 'tid' },
    { del: 'daekning', aarsag: 'fejl' },
    { del: 'x', aarsag: 'fejl' },
  ])
  const tekst = besked ? await toText(besked) : ''
  expect(tekst).toContain(
    'Vi kunne ikke hente udbetalinger, oplysningen om, hvad der er med, og hvad der mangler, en del af siden.',
  )
  expect(tekst).toContain('Det betyder ikke, at der ikke er noget.')
})

test('what has no title is called by its kind', () => {
  expect([titel(k, '  ', 'sag'), titel(k, 'Pas', 'sag')]).toEqual(['Sag', 'Pas'])
})
