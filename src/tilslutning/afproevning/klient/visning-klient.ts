import type { CprNummer } from '#kernel'
import type { Borgervisning, Ting } from '../observation.ts'

/** Answers a path of the sandbox's API as one who is logged in as the fictive citizen, as JSON. Throws Error where it is not answered. */
export type Laeser = (sti: string) => Promise<unknown>

type Svar = Readonly<Record<string, unknown>>

const ting = (svar: unknown, felt: string): readonly Ting[] => {
  const liste = (svar as Svar | undefined)?.[felt]
  if (!Array.isArray(liste)) throw new Error(`${felt} mangler i svaret`)
  return liste as readonly Ting[]
}

/** With the title in Danish, as the cases of the test expect it. */
const iDansk = (en: Ting): Ting => {
  const titel = en['titel']
  return titel !== null && typeof titel === 'object' && 'da' in titel ? { ...en, titel: titel.da } : en
}

/** All that the citizen sees, by the citizen's own API: the lists, and every case and note. */
export async function laesVisning(laes: Laeser): Promise<Borgervisning> {
  const [sager, dokumenter, notater, ydelser, aftaler] = await Promise.all(
    ['sager', 'dokumenter', 'notater', 'ydelser', 'aftaler'].map((navn) => laes(`/api/v1/mig/${navn}`)),
  )
  const lister = {
    sager: ting(sager, 'sager'),
    dokumenter: ting(dokumenter, 'linjer').map(iDansk),
    notater: await Promise.all(
      ting(notater, 'linjer').map(async (notat) => {
        const svar = (await laes(`/api/v1/mig/notater/${String(notat['id'])}`)) as Svar
        return iDansk({ ...notat, ...(svar['notat'] as Ting | undefined) })
      }),
    ),
    bevillinger: ting(ydelser, 'bevillinger'),
    udbetalinger: ting(ydelser, 'udbetalinger'),
    aftaler: ting(aftaler, 'linjer').map(iDansk),
  }
  const sider = await Promise.all(lister.sager.slice(0, HOEJST_SIDER).map(({ id }) => laes(`/api/v1/mig/sager/${String(id)}`)))
  return { lister, tekst: JSON.stringify([lister, sider]) }
}

/** Every page of a case is read, so that nothing hidden stands on it; a case of the test has a few. */
const HOEJST_SIDER = 50

type Krukke = Map<string, Map<string, string>>

const cookiesFor = (krukke: Krukke, url: URL): string =>
  [...(krukke.get(url.host) ?? [])].map(([navn, vaerdi]) => `${navn}=${vaerdi}`).join('; ')

function keepCookies(krukke: Krukke, url: URL, svar: Response): void {
  const egne = krukke.get(url.host) ?? new Map<string, string>()
  for (const linje of svar.headers.getSetCookie()) {
    const par = linje.split(';')[0] ?? ''
    const skel = par.indexOf('=')
    egne.set(par.slice(0, skel), par.slice(skel + 1))
  }
  krukke.set(url.host, egne)
}

const FRIST_MS = 30_000
const HOEJST_LED = 12

/** Follows from page to page as a browser does, with its cookies. */
async function follow(
  krukke: Krukke,
  start: URL,
  body?: URLSearchParams,
): Promise<{ readonly url: URL; readonly svar: Response }> {
  let url = start
  let form = body
  for (let led = 0; led < HOEJST_LED; led++) {
    const svar = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: cookiesFor(krukke, url), ...(form ? { origin: url.origin, 'sec-fetch-site': 'same-origin' } : {}) },
      signal: AbortSignal.timeout(FRIST_MS),
      ...(form ? { body: form } : {}),
    })
    keepCookies(krukke, url, svar)
    const videre = svar.headers.get('location')
    if (svar.status < 300 || svar.status > 399 || !videre) return { url, svar }
    url = new URL(videre, url)
    form = undefined
  }
  throw new Error('login fører rundt i ring')
}

/**
 * Logs in to a sandbox as a fictive person, through its stand-in for MitID, which lets in any number that nobody real has. Throws Error where
 * the site has no stand-in.
 */
export async function logIndSomBorger(origin: string, cpr: CprNummer): Promise<Laeser> {
  const krukke: Krukke = new Map()
  const valg = await follow(krukke, new URL('/log-ind?til=/kontakt', origin))
  await valg.svar.body?.cancel()
  if (!/^\/valg\//.test(valg.url.pathname)) throw new Error('stedet har ikke testlogin')
  const inde = await follow(krukke, valg.url, new URLSearchParams({ cpr }))
  await inde.svar.body?.cancel()
  if (inde.url.origin !== new URL(origin).origin) throw new Error('testlogin lod ikke den opdigtede person ind')
  return async (sti) => {
    const url = new URL(sti, origin)
    const svar = await fetch(url, { headers: { cookie: cookiesFor(krukke, url) }, signal: AbortSignal.timeout(FRIST_MS) })
    if (!svar.ok) throw new Error(`${new URL(sti, origin).pathname.replace(/[0-9a-f-]{36}/, ':id')} svarede ${svar.status}`)
    return svar.json()
  }
}
