import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Laesedeps } from '#adgangslog'
import { readPersondata } from '#adgangslog'
import type { Adgangsgrundlag } from '#kernel'
import type { Statement } from '#platform/database'
import { createServer } from '#platform/http'
import { findOverblik } from '../../src/overblik/overblik.sql.ts'
import { listSager, type Sidedeps, visSag } from '../../src/overblik/sider.ts'
import { dataHandler, type Rutedeps } from '../../src/overblik/web/borger-rute.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted()
})
afterAll(() => sted.close())

const bareServer = () => createServer({ logniveau: 'silent', https: false, hoejstPrMinut: 1_000 })

test('a route that does not say whom it is for stops the start', async () => {
  const app = await bareServer()
  app.get('/glemt', async () => 'alt')
  await expect(app.ready()).rejects.toThrow('The route GET /glemt does not say who it is for')
})

test('a route that says so can be registered, and answers', async () => {
  const app = await bareServer()
  app.get('/husket', { config: { adgang: 'offentlig' } }, async () => 'godt')
  expect((await app.inject('/husket')).body).toBe('godt')
  await app.close()
})

test('every route with personal data refuses one who is not logged in: a page sends to the login, data answer 401', async () => {
  const [sider, data] = [new Set<number>(), new Set<number>()]
  const ruter = sted.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((linje) => /(\/\S*) \((.*)\)/.exec(linje)?.slice(1, 2) ?? [])
  expect(ruter.length).toBeGreaterThan(20)
  for (const sti of [
    '/overblik',
    '/nyt',
    '/sager',
    '/sager/x',
    '/dokumenter',
    '/notater',
    '/notater/x',
    '/ydelser',
    '/aftaler',
    '/hvem-har-set',
    '/hvad-kan-jeg-se',
  ]) {
    sider.add((await sted.browser().get(sti)).status)
    data.add((await sted.browser().get(`/api/v1/mig${sti}`)).status)
  }
  expect([...sider, ...data]).toEqual([303, 401])
})

test('a ground can be neither left out nor made by hand: it does not type-check, and nothing here is ever called', () => {
  const aldrig = (laesedeps: Laesedeps, sidedeps: Sidedeps, rutedeps: Rutedeps, part: Adgangsgrundlag['part']) => {
    const haandlavet = {
      aktoer: { type: 'borger', part },
      part,
      grund: 'egen',
      omraader: undefined,
      session: part,
      korrelation: part,
    } as const
    // @ts-expect-error An object literal is no ground.
    const grundlag: Adgangsgrundlag = haandlavet
    // @ts-expect-error A read of personal data without a ground.
    void readPersondata(laesedeps, { formaal: 'seEgneData', hvad: 'sager' }, [findOverblik(part)])
    // @ts-expect-error A ground made by hand.
    void readPersondata(laesedeps, haandlavet, { formaal: 'seEgneData', hvad: 'sager' }, [findOverblik(part)])
    // @ts-expect-error A list without a ground.
    void listSager(sidedeps)
    // @ts-expect-error A case with an id where the ground belongs.
    void visSag(sidedeps, part)
    // @ts-expect-error A page whose reading takes no ground, but an id.
    void dataHandler(rutedeps, { hent: (deps, sag: string) => visSag(deps, sag, sag) })
    const udenPart: Statement<{ readonly titel: string }> = { text: 'SELECT', values: [] }
    // @ts-expect-error A statement whose rows do not say whose they are.
    void readPersondata(laesedeps, grundlag, { formaal: 'seEgneData', hvad: 'sager' }, [udenPart])
  }
  expect(aldrig).toBeTypeOf('function')
})
